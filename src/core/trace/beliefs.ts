// What a server believes at this moment, read from its session as the world keeps it, whatever protocol it speaks.
import type { Host } from '../host/host.ts';
import { usual, type Policy } from '../host/policy.ts';
import { written, type Mailbox } from '../mail/mailbox.ts';

export type Topic =
  | 'state'
  | 'closed'
  /** So many octets were announced and have not come. */
  | 'owed'
  | 'tls'
  | 'client'
  | 'user'
  | 'named'
  | 'sender'
  | 'recipients'
  | 'mailbox'
  /** An IMAP mailbox, by its name. */
  | 'open'
  | 'readOnly'
  | 'letters'
  | 'marked'
  | 'domain';
/** `value`: data of the world, never words; of `state` the title its protocol gives it. */
export type Belief =
  | { readonly what: Topic; readonly value: string }
  /** A decision of this host's administrator that is not the usual one. */
  | { readonly what: 'switch'; readonly name: keyof Policy; readonly value: string };

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const belief = (what: Topic, value: string): Belief => ({ what, value });
const text = (what: Topic, value: unknown): readonly Belief[] =>
  typeof value === 'string' && value !== '' ? [belief(what, value)] : [];
const isMailbox = (value: unknown): value is Mailbox =>
  typeof value === 'object' && value !== null && 'local' in value && 'domain' in value;

function envelopeIn(value: unknown): readonly Belief[] {
  const { reversePath, recipients } = fieldsOf(value);
  if (!Array.isArray(recipients)) return [];
  const sender = isMailbox(reversePath) ? written(reversePath) : '<>';
  return [belief('sender', sender), belief('recipients', String(recipients.length))];
}
function dropIn({ mailbox, count, marked }: Fields): readonly Belief[] {
  if (typeof mailbox !== 'string') return [];
  return [
    belief('mailbox', mailbox.replace(/\/INBOX$/, '')),
    ...(typeof count === 'number' ? [belief('letters', String(count))] : []),
    ...(Array.isArray(marked) && marked.length > 0 ? [belief('marked', String(marked.length))] : []),
  ];
}
/** What is open in IMAP: where, how many messages this client has been told of, and whether it may be changed. */
function openIn({ key, view, readOnly, selected }: Fields, user: unknown): readonly Belief[] {
  if (selected !== undefined) return openIn(fieldsOf(selected), user);
  const { length } = fieldsOf(view);
  if (typeof key !== 'string' || typeof length !== 'number') return [];
  const own = `${String(user)}/`;
  return [
    belief('open', key.startsWith(own) ? key.slice(own.length) : key),
    belief('letters', String(length)),
    ...(readOnly === true ? [belief('readOnly', 'yes')] : []),
  ];
}
/** What a session knows of who it talks to, and of what has been said. */
export function sessionBeliefs(state: unknown): readonly Belief[] {
  const { at, session } = fieldsOf(state);
  const { data } = fieldsOf(at);
  const { tls, client, user } = fieldsOf(session);
  const here = fieldsOf(data);
  return [
    ...envelopeIn(here['envelope']),
    ...dropIn(here),
    ...openIn(here, user),
    ...text('named', here['user']),
    ...text('client', client),
    ...(typeof user === 'string' ? [belief('user', user)] : []),
    ...(typeof tls === 'boolean' ? [belief('tls', tls ? 'on' : 'off')] : []),
  ];
}
const MOST = 4;
/** Of a list longer than this nobody sees what is special in it. */
const LONGEST = 3;
/** What is special about this host for whoever speaks this protocol to it; `hello`: and has been told what it offers. */
export function hostBeliefs({ domain, policy }: Host, protocol: string, hello: boolean): readonly Belief[] {
  const standard: Readonly<Record<string, unknown>> = usual;
  const turned = Object.entries(policy).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(standard[name]) &&
      !(Array.isArray(value) && value.length > LONGEST) &&
      (protocol === 'imap' || !name.startsWith('imap')) &&
      (hello || !name.startsWith('caps')),
  );
  return [
    ...text('domain', domain),
    ...turned.slice(0, MOST).flatMap(([name, value]): readonly Belief[] => {
      const shown = Array.isArray(value) ? value.join(' ') : String(value);
      return isKnob(name) ? [{ what: 'switch', name, value: shown }] : [];
    }),
  ];
}
const isKnob = (name: string): name is keyof Policy => Object.hasOwn(usual, name);
