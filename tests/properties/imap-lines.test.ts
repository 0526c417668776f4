// Whatever a line says, its tag is answered once, and nothing of the server breaks: commands with arguments of other commands, in any
// spelling, with octets that are no text, cut anywhere.
import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { imap } from '../../src/core/protocols/imap/protocol.ts';
import { museum } from '../../src/core/scenario/letters/museum/museum.ts';
import { ask, ended, faults, labOf, open, type Lab } from '../transcript/lab.ts';
import { testWorld } from '../world.ts';

vi.setConfig({ testTimeout: 120_000 });
const verbs = [imap, ...imap.extensions].flatMap(({ commands = [] }) => commands.map(({ verb }) => verb));
const WORDS =
  'INBOX * % 1 1:* *:1 1,2 $ 0 4294967295 4294967296 1: NIL () ( ) (FLAGS) \\Seen +FLAGS -FLAGS.SILENT (\\Seen \\ " "a a"b ALL FULL BODY[] BODY[ ' +
  'BODY.PEEK[1.MIME] BODY[]<5.0> BINARY[1] BINARY.SIZE[] ENVELOPE BODYSTRUCTURE PREVIEW CHARSET UTF-8 KOI8 OR NOT SUBJECT TEXT HEADER ' +
  'OLDER SINCE 1-Jan-2026 99-Foo-1 MODSEQ RETURN (COUNT) (SAVE) (CONDSTORE) (MESSAGES REFERENCES (SUBJECT) QRESYNC PLAIN = &AOk- && "" [ ]';
const word = fc.oneof(
  fc.constantFrom(...WORDS.split(' '), '(CHANGEDSINCE 1)', '(QRESYNC (102 1))', '(USE (\\Junk))', '"" *'),
  fc.constantFrom('\0', '\t', '\x7f', '\xb5', '\xdf', '\xff', 'caf\xc3\xa9', '=?x?='),
);
const literal = word.map((it) => `{${it.length}+}\r\n${it}`);
const written = fc.oneof(
  { weight: 5, arbitrary: word },
  word.map((it) => `"${it}"`),
  literal,
);
const command = fc
  .tuple(fc.constantFrom(...verbs), fc.array(written, { maxLength: 5 }), fc.nat(40), fc.option(word))
  .map(([verb, args, at, odd]) => {
    const line = [verb, ...args].join(' ');
    return odd === null || line.includes('{') ? line : line.slice(0, at) + odd + line.slice(at);
  });
/** What ends whatever a command may wait for. */
const ENDS = ['DONE', '*', 'x'];

function answersTo(lab: Lab, conn: number, tag: string, line: string, cut: number): number {
  let heard = ask(lab, conn, `${tag} ${line}\r\n`.slice(0, cut));
  heard += ask(lab, conn, `${tag} ${line}\r\n`.slice(cut));
  const answers = (): number =>
    heard.split('\r\n').filter((it) => /^\S+ (?:OK|NO|BAD) /.test(it) && it.startsWith(`${tag} `)).length;
  for (const end of ENDS) if (answers() === 0 && !ended(lab, conn)) heard += ask(lab, conn, `${end}\r\n`);
  return ended(lab, conn) ? 1 : answers();
}
it('has one answer, whatever it says', () => {
  const states = fc.subarray(['a LOGIN bob correct-horse', 'b ENABLE IMAP4rev2 QRESYNC', 'c SELECT INBOX']);
  const lines = fc.array(fc.tuple(command, fc.nat(60)), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(states, lines, (before, all) => {
      const lab = labOf(testWorld({ bob: museum.slice(0, 3), takesMail: true }));
      const conn = open(lab, 143);
      for (const line of before) ask(lab, conn, `${line}\r\n`);
      for (const [i, [line, cut]] of all.entries()) {
        if (ended(lab, conn)) return;
        expect([line, answersTo(lab, conn, `t${i}`, line, cut)]).toEqual([line, 1]);
      }
      expect(faults(lab)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
