import type { Octets } from '../../../base/octets.ts';
import type { Host } from '../../../host/host.ts';
import { seq } from '../../../spec/grammar.ts';
import { superiors } from '../../../store/naming.ts';
import { listed, type Listed } from '../../../store/tree.ts';
import { takes } from '../grammar/cursor.ts';
import { pattern } from '../grammar/mailbox.ts';
import { astring } from '../grammar/strings.ts';
import { delimiterText } from '../list.ts';
import { delimiterOf, nameText, wireName } from '../mailbox-name.ts';
import { matcher } from '../pattern.ts';
import { command, loggedIn, type Imap } from '../shape.ts';
import { untagged } from '../text.ts';

export const lsub = command({
  verb: 'LSUB',
  from: loggedIn,
  args: takes(
    'a reference, mostly "", and a pattern: % is anything within a level, * anything at all',
    seq({ reference: astring('reference'), pattern }),
  ),
  rfc: '3501#6.3.9',
  summary: 'Which mailboxes have been subscribed to? LIST (SUBSCRIBED) has taken its place.',
  traits: { mayExpunge: true },
  outcomes: { ok: { to: 'same', says: 'OK Those are all', when: 'always, be there any or not' } },
  run: ({ host, session }, { reference, pattern: wanted }, take) =>
    take.ok({ say: [found(host, session, matcher(reference, [wanted]))] }),
});
/** Where `%` stops above a subscribed name, the name it stops at is told of as \Noselect: it is only on the way. */
function found(host: Host, session: Imap['session'], matches: ReturnType<typeof matcher>): Octets {
  const isNamed = ({ name, namespace }: Listed): boolean =>
    matches(wireName(name, session), delimiterOf(namespace, session));
  const subscribed = listed(host.store, session.user).filter((it) => it.subscribed);
  const onTheWay = subscribed
    .filter((it) => !isNamed(it))
    .flatMap(above)
    .filter(isNamed);
  const all = new Map([...onTheWay, ...subscribed.filter(isNamed)].map((it) => [it.name, it]));
  return [...all.values()]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, namespace, subscribed: is }) =>
      untagged(
        `LSUB (${is ? '' : String.raw`\Noselect`}) ${delimiterText(delimiterOf(namespace, session))} ${nameText(name, session)}`,
      ),
    )
    .join('');
}
const above = (it: Listed): readonly Listed[] =>
  superiors({ ...it, key: '' }).map((name) => ({ ...it, name, subscribed: false, key: undefined }));
