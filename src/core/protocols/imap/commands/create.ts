import type { Octets } from '../../../base/octets.ts';
import { no, type Grammar } from '../../../spec/grammar.ts';
import { create as createIn } from '../../../store/grow.ts';
import { given } from '../../../store/tree.ts';
import { has, known } from '../capabilities.ts';
import { unixNow } from '../clock.ts';
import { takes } from '../grammar/cursor.ts';
import { another } from '../grammar/mailbox.ts';
import { usesAfter, type WantedUse } from '../grammar/uses.ts';
import { nameFrom } from '../mailbox-name.ts';
import { badName, exists, fixed, grown, tooMany } from '../refusals.ts';
import { command, loggedIn } from '../shape.ts';
import { mailboxId } from '../object-ids.ts';

interface Wanted {
  readonly name: Octets;
  readonly uses: readonly WantedUse[] | undefined;
}
const args: Grammar<Wanted> = {
  usage: `${another.usage} [(USE (<use> …))]`,
  arguments: another.arguments,
  read(c) {
    const name = another.read(c);
    if (name === no) return no;
    const uses = usesAfter(c);
    return uses === no ? no : { name, uses };
  },
};
export const create = command({
  verb: 'CREATE',
  from: loggedIn,
  args: takes('the name of a new mailbox', args),
  rfc: '9051#6.3.4',
  summary: 'Make a mailbox, and those above it that are missing.',
  traits: { mayExpunge: true },
  outcomes: {
    ok: { to: 'same', says: 'OK It is made', when: 'there was none, and there can be one' },
    named: {
      to: 'same',
      says: 'OK [MAILBOXID ({id})] It is made, and this is what it goes by whatever it is called',
      when: 'the same, where OBJECTID is known',
      rfc: '8474#4.1',
    },
    badName,
    exists,
    fixed,
    tooMany,
    use: {
      to: 'same',
      says: 'NO [USEATTR] Another mailbox is for that already, or none can be',
      when: 'a special use is wanted that cannot be had, or that nobody here has heard of',
      rfc: '6154#3',
    },
    unknown: {
      to: 'same',
      says: 'BAD CREATE takes a name and no more here',
      when: 'a special use is wanted, and this host does not know how to give one',
      rfc: '6154#3',
    },
  },
  run(cx, { name, uses }, take) {
    const { host, session } = cx;
    if (uses && !has(host, 'CREATE-SPECIAL-USE')) return take.unknown();
    const wanted = nameFrom(name, session);
    if (wanted === undefined) return take.badName();
    const known = uses?.filter((it) => it !== null);
    if (known?.length !== uses?.length) return take.use();
    const made = createIn(host.store, session.user, wanted, unixNow(cx), known);
    if (typeof made !== 'string') {
      const move = grown(host, made);
      const { id } = given(made.tree);
      return has(host, 'OBJECTID') ? take.named({ id: mailboxId({ id }) }, move) : take.ok(move);
    }
    if (made === 'exists' || made === 'fixed' || made === 'tooMany' || made === 'use') return take[made]();
    return take.badName();
  },
});
export const createSpecialUse = known({
  keyword: 'CREATE-SPECIAL-USE',
  rfc: '6154#3',
  summary: 'A new mailbox can be told what it is for.',
});
