// A client that believes only what it is told never holds anything else than what is: over random walks of several sessions, in
// both revisions, with EXPUNGE and with VANISHED.
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { faults } from '../transcript/lab.ts';
import { acts, begin, perform, say, truth, type Walk } from '../imap/walk.ts';

vi.setConfig({ testTimeout: 120_000 });
const kinds = fc.constantFrom(
  ['', '', ''],
  ['', 'IMAP4rev2', 'CONDSTORE'],
  ['QRESYNC', '', 'IMAP4rev2 QRESYNC'],
);
const withoutRecent = (flags: string): string =>
  flags
    .split(' ')
    .filter((it) => it !== '\\Recent')
    .join(' ');

/** What each client holds when nothing is withheld any more; what it was never told is taken from the truth. */
function beliefs(walk: Walk): readonly unknown[] {
  return walk.sessions.map((session, i) => {
    if (session.idling) perform(walk, i, 'DONE');
    say(walk, session, 'NOOP');
    const is = truth(walk);
    return session.client.messages.map(({ uid, flags }, n) => ({
      uid: uid ?? is[n]?.uid,
      flags: flags === undefined ? is[n]?.flags : withoutRecent(flags),
    }));
  });
}
it('whoever believes what it is told knows what is', () => {
  fc.assert(
    fc.property(kinds, acts, (enabled, all) => {
      const walk = begin(enabled);
      for (const [who, what] of all) perform(walk, who, what);
      const held = beliefs(walk);
      expect(held).toEqual(walk.sessions.map(() => truth(walk)));
      expect(faults(walk.lab)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
