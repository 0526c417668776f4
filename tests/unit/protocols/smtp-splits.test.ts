// Two letters in one pipelined session, cut in two at every octet, and in three around each end of data: wherever the network cuts
// it, the server says and keeps the same (RFC 5321 §4.1.1.4: the end may lie in two packets as well as in one).
import { expect, test } from 'vitest';
import { octetsOf } from '../../../src/core/store/body.ts';
import { heard, labOf, open, send } from '../../transcript/lab.ts';
import { POP, testWorld } from '../../world.ts';

const END = '\r\n.\r\n';
/** What looks like the end and is none, and what a dot in front of a line becomes. */
const LETTERS = [
  'Subject: One\r\n\r\n..\r\n..profile\r\na\n.\nb\r.\rc\n.\r\nd\r\n.\ne\r\r\n...\r\n\r',
  'Subject: Two\r\n\r\n.. \r\n...',
];
const SESSION = [
  'EHLO client.example.net',
  ...LETTERS.flatMap((letter) => [
    'MAIL FROM:<dave@example.org>',
    'RCPT TO:<alice@example.com>',
    'DATA',
    `${letter}\r\n.`,
  ]),
  'QUIT',
  '',
].join('\r\n');
const WORLD = testWorld({ takesMail: true });

/** All that the server has said, and what alice has. */
function outcome(...parts: readonly string[]): string {
  const lab = labOf(WORLD);
  const conn = open(lab, 25);
  for (const part of parts) send(lab, conn, part);
  const box = lab.world.hosts[POP]?.store.mailboxes['alice/INBOX'];
  const letters = box?.rows.chunks.flat().map(({ body }) => octetsOf(body)) ?? [];
  return JSON.stringify([heard(lab, conn), letters]);
}
const whole = outcome(SESSION);
const cutAt = (...places: readonly number[]): readonly string[] =>
  [0, ...places].map((from, i) => SESSION.slice(from, places[i]));

test('in one piece, there are two letters, unstuffed', () => {
  const said = LETTERS.map((letter) => JSON.stringify(letter.replaceAll('\r\n.', '\r\n')).slice(1, -1));
  for (const letter of said) expect(whole).toContain(`${letter}\\r\\n"`);
  expect(whole.match(/2\.0\.0 Taken/g)).toHaveLength(2);
});
test('cut in two, at every octet', () => {
  const wrong = Array.from({ length: SESSION.length - 1 }, (_, i) => i + 1).filter(
    (at) => outcome(...cutAt(at)) !== whole,
  );
  expect(wrong).toEqual([]);
});
test('cut in three, at every two octets around each end of data', () => {
  const wrong: (readonly [number, number])[] = [];
  for (const letter of LETTERS) {
    const end = SESSION.indexOf(letter + END) + letter.length;
    for (let a = end - 3; a <= end + END.length + 3; a++)
      for (let b = a + 1; b <= end + END.length + 3; b++)
        if (outcome(...cutAt(a, b)) !== whole) wrong.push([a, b]);
  }
  expect(wrong).toEqual([]);
});
