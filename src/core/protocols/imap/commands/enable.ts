import type { Host } from '../../../host/host.ts';
import { has, known, revised } from '../capabilities.ts';
import { spaced, takes } from '../grammar/cursor.ts';
import { atom } from '../grammar/strings.ts';
import { openIn } from '../selected.ts';
import { command, loggedIn, type Imap } from '../shape.ts';
import { condstoreLine } from '../untagged.ts';

const capabilities = spaced(atom('capability'));
/** What a client has to ask for, and what that changes. */
interface Switch {
  readonly name: string;
  readonly on: Partial<Imap['session']>;
  readonly isOn: (session: Imap['session']) => boolean;
  readonly isThere: (host: Host) => boolean;
}
const SWITCHES: readonly Switch[] = [
  {
    name: 'IMAP4rev2',
    on: { rev2: true },
    isOn: ({ rev2 }) => rev2,
    isThere: revised,
  },
  {
    name: 'CONDSTORE',
    on: { condstore: true },
    isOn: ({ condstore }) => condstore,
    isThere: (host) => has(host, 'CONDSTORE'),
  },
  {
    name: 'QRESYNC',
    on: { qresync: true, condstore: true },
    isOn: ({ qresync }) => qresync,
    isThere: (host) => has(host, 'QRESYNC'),
  },
];

/** What ENABLE would still change here. */
export const enabling = (host: Host, session: Imap['session']): readonly string[] =>
  SWITCHES.filter((it) => it.isThere(host) && !it.isOn(session)).map(({ name }) => name);

const enableCommand = command({
  verb: 'ENABLE',
  from: loggedIn,
  args: takes('one or more names of capabilities', capabilities),
  rfc: '9051#6.3.1',
  summary: 'From now on you understand this too; there is no way back.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: {
      to: 'same',
      says: '* ENABLED{names}\nOK What I know of it is on',
      when: 'always; what is unknown, or on already, is not listed',
    },
  },
  run({ at, session, host }, said, take) {
    const names = said.map((name) => name.toUpperCase());
    const wanted = SWITCHES.filter(
      (it) => names.includes(it.name.toUpperCase()) && it.isThere(host) && !it.isOn(session),
    );
    const on = wanted.reduce<Partial<Imap['session']>>((all, it) => ({ ...all, ...it.on }), {});
    const line = condstoreLine(openIn(at), host, session, { ...session, ...on });
    return take.ok({ names: wanted.map(({ name }) => ` ${name}`).join('') }, { session: on, say: [line] });
  },
});
export const enable = known(
  {
    keyword: 'ENABLE',
    rfc: '5161#3',
    summary: 'What changes the server’s words is asked for first.',
    commands: [enableCommand],
  },
  'always',
);
