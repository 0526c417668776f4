// What a host's administrator has decided: the knobs a scene or a learner may turn, each declared once.
import { usualOf } from '../spec/forget.ts';
import { IMAP_KNOBS } from './imap-knobs.ts';
import { amount, choice, flag, some, type Knob } from './knobs.ts';
import { SMTP_KNOBS } from './smtp-knobs.ts';
import { TROUBLE_KNOBS } from './trouble-knobs.ts';

/** SASL mechanisms a host may offer, the strongest first. */
const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5', 'OAUTHBEARER', 'PLAIN', 'LOGIN'] as const;
type MechanismName = (typeof MECHANISMS)[number];
export const KNOBS = {
  /** `required`: no password crosses a connection without TLS. `off`: this host has never heard of STARTTLS and STLS. */
  tls: choice<'required' | 'optional' | 'off'>('required', ['optional', 'off'], '8314#4.1'),
  /** Where `tls` is required, what may log in before it: nothing, or what proves a password without sending it. */
  clearLogin: choice<'none' | 'proofs'>('none', ['proofs'], '4954#4'),
  /** SASL mechanisms that are offered, in the order in which they are listed. */
  mechanisms: some<MechanismName>(MECHANISMS, '4422#6.1.2'),
  /** Mechanisms, by name, that are offered and then refused as too weak. */
  authWeak: some<MechanismName>(MECHANISMS, '4954#6', []),
  /** What has come in before TLS: thrown away, or obeyed after it, as once by a bug of many servers (CVE-2011-0411). */
  aheadOfTls: choice<'discarded' | 'obeyed'>('discarded', ['obeyed'], '3207#4.2'),
  /** TLS cannot begin at the moment. */
  tlsDown: flag(false, '3207#4'),
  /** Seconds this host takes over every answer. */
  replyDelay: amount(0, 0, 240, '5321#4.5.3.2'),
  /** A bare LF at the end of a command: no line end at all, or good enough. */
  commandLf: choice<'reject' | 'accept'>('reject', ['accept'], '5321#2.3.8'),
  ...SMTP_KNOBS,
  ...IMAP_KNOBS,
  ...TROUBLE_KNOBS,
};
type Knobs = typeof KNOBS;
type ValueOf<K> = K extends Knob<infer T> ? T : never;
export type Policy = { readonly [K in keyof Knobs]: ValueOf<Knobs[K]> };

/** A host about which nothing was decided. */
export const usual: Policy = usualOf(KNOBS);

/** Ways to be a server, as settings of the same knobs: what is usual here is the strict one. */
export const PERSONALITIES = {
  strict: {},
  'postfix-like': {
    commandLf: 'accept',
    relayCode: '554',
    looseSpace: true,
    looseBrackets: true,
    capsShow: ['ETRN'],
  },
  old: { esmtp: false, eighthBit: 'cleared', verify: 'open' },
  sloppy: { commandLf: 'accept', looseSpace: true, looseBrackets: true, looseHello: true },
} as const satisfies Readonly<Record<string, Partial<Policy>>>;

/** Is this a knob, and one of its values? */
export const isSetting = (name: string, value: unknown): boolean =>
  Object.entries<Knob<unknown>>(KNOBS).some(([knob, { fits }]) => knob === name && fits(value));
/** What would have been right where some decision is none; undefined: each is. */
export function misset(set: Partial<Policy>): string | undefined {
  const wrong = Object.entries(set).find(([name, value]) => !isSetting(name, value))?.[0];
  if (wrong === undefined) return undefined;
  const knob = Object.entries<Knob<unknown>>(KNOBS).find(([name]) => name === wrong)?.[1];
  return knob?.expected ?? 'a knob there is';
}
