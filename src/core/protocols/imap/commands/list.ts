import type { Octets } from '../../../base/octets.ts';
import type { Host } from '../../../host/host.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { at, namingOf, type Listed } from '../../../store/tree.ts';
import { known } from '../capabilities.ts';
import { takes } from '../grammar/cursor.ts';
import { listing, type Listing } from '../grammar/list.ts';
import { delimiterText, hits, isAimless, listLine, shownFor, unknownOption } from '../list.ts';
import { delimiterOf, prefixOf } from '../mailbox-name.ts';
import { openIn } from '../selected.ts';
import { command, loggedIn, type Imap } from '../shape.ts';
import { sessionCounting, statusLine, unknownItem } from '../status.ts';
import { astringText, untagged } from '../text.ts';
import { condstoreLine } from '../untagged.ts';

export const list = command({
  verb: 'LIST',
  from: loggedIn,
  args: takes(
    'a reference, mostly "", and a pattern: % is anything within a level, * anything at all',
    listing,
  ),
  rfc: '9051#6.3.9',
  summary: 'Which mailboxes are there?',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK Those are all', when: 'always, be there any or not' },
    unknown: {
      to: 'same',
      says: 'BAD LIST has no {option} here',
      when: 'an option is wanted that this host does not know',
      rfc: '5258#3',
    },
    aimless: {
      to: 'same',
      says: 'BAD RECURSIVEMATCH alone looks for nothing; say SUBSCRIBED or SPECIAL-USE with it',
      when: 'RECURSIVEMATCH is the only selection',
      rfc: '5258#3.1',
    },
  },
  run({ at: here, host, session }, wanted, take) {
    const option = unknownOption(host, wanted) ?? unknownItem(wanted.status ?? [], session, host);
    if (option !== undefined) return take.unknown({ option });
    if (isAimless(wanted)) return take.aimless();
    const after = sessionCounting(session, wanted.status ?? []);
    return take.ok({
      session: after,
      say: [
        condstoreLine(openIn(here), host, session, after),
        wanted.patterns.length === 1 && wanted.patterns[0] === ''
          ? root(host, session, wanted)
          : found(host, session, wanted),
      ],
    });
  },
});
/** An empty pattern asks what separates levels, and where the names of a reference begin (§6.3.9). */
function root({ store }: Host, session: Imap['session'], { reference }: Listing): Octets {
  const naming = namingOf(store);
  const here =
    naming.find((it) => it.prefix !== '' && reference.startsWith(prefixOf(it, session))) ??
    naming.find(({ kind }) => kind === 'personal');
  const delimiter = here ? delimiterOf(here, session) : '/';
  const prefix = here ? prefixOf(here, session) : '';
  const name = reference.startsWith(prefix) ? prefix : '';
  return untagged(`LIST (\\Noselect) ${delimiterText(delimiter)} ${name === '' ? '""' : astringText(name)}`);
}
function found(host: Host, session: Imap['session'], wanted: Listing): Octets {
  const shown = shownFor(host, session, wanted);
  let out = '';
  for (const hit of hits(host, session, wanted))
    out += listLine(hit, session, shown) + counted(host, session, wanted, hit.it);
  return out;
}
function counted(host: Host, session: Imap['session'], { status }: Listing, { name, key }: Listed): Octets {
  const box = key === undefined ? undefined : at(host.store, key);
  return status && box ? statusLine({ name, box }, status, { session, host }) : '';
}
export const listExtensions: readonly Extension<Imap>[] = [
  known({ keyword: 'CHILDREN', rfc: '3348#3', summary: 'LIST says which mailboxes have others below them.' }),
  known({ keyword: 'LIST-EXTENDED', rfc: '5258#3', summary: 'LIST chooses, and says more.' }),
  known({ keyword: 'LIST-STATUS', rfc: '5819#2', summary: 'LIST counts too, all mailboxes in one go.' }),
  known({
    keyword: 'SPECIAL-USE',
    rfc: '6154#2',
    summary: 'LIST says what a mailbox is for, whatever it is called.',
  }),
  known({ keyword: 'STATUS=SIZE', rfc: '8438#3', summary: 'STATUS knows the octets in a mailbox.' }),
];
