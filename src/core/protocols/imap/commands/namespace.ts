import type { Octets } from '../../../base/octets.ts';
import type { Namespace } from '../../../store/naming.ts';
import { namingOf } from '../../../store/tree.ts';
import { known } from '../capabilities.ts';
import { nothing } from '../grammar/cursor.ts';
import { delimiterText } from '../list.ts';
import { delimiterOf, prefixOf } from '../mailbox-name.ts';
import { command, loggedIn, type Imap } from '../shape.ts';
import { imapString } from '../../../mail/imap-string.ts';

const namespaceCommand = command({
  verb: 'NAMESPACE',
  from: loggedIn,
  args: nothing,
  rfc: '9051#6.3.10',
  summary: 'Where do my mailboxes begin, where other people’s, and what separates their levels?',
  traits: { mayExpunge: true },
  outcomes: {
    ok: {
      to: 'same',
      says: '* NAMESPACE {personal} {others} {shared}\nOK Mine, those of others, those of everybody',
      when: 'always',
    },
  },
  run({ host, session }, _nothing, take) {
    const naming = namingOf(host.store);
    const of = (kind: Namespace['kind']): Octets =>
      text(
        naming.filter((it) => it.kind === kind),
        session,
      );
    return take.ok({ personal: of('personal'), others: of('others'), shared: of('shared') });
  },
});
const text = (all: readonly Namespace[], session: Imap['session']): Octets =>
  all.length === 0
    ? 'NIL'
    : `(${all.map((it) => `(${imapString(prefixOf(it, session))} ${delimiterText(delimiterOf(it, session))})`).join('')})`;

export const namespace = known({
  keyword: 'NAMESPACE',
  rfc: '2342#5',
  summary: 'Names of mailboxes may begin in several places.',
  commands: [namespaceCommand],
});
