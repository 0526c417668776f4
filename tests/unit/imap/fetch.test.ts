// FETCH of the Museum's letters, against parsers that share no line with ours.
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';
import { ask, labOf, open } from '../../transcript/lab.ts';
import { parsed } from '../../imap/imapflow.ts';
import { testWorld } from '../../world.ts';

const letters = museum;
const lab = labOf(testWorld({ takesMail: true, bob: letters }));
const conn = open(lab, 143);
ask(lab, conn, 'a LOGIN bob correct-horse\r\nb EXAMINE INBOX\r\n');
/** One string of a message: a section, or a part without its encoding. */
async function fetched(number: number, item: string): Promise<string> {
  const [response] = await parsed(ask(lab, conn, `c FETCH ${number} (${item})\r\n`));
  const list = response?.attributes?.[1];
  const value = Array.isArray(list) ? list[list.length - 1] : undefined;
  if (!value || Array.isArray(value)) throw new Error(`no value of ${item}`);
  const text = value.value;
  return Buffer.isBuffer(text) ? text.toString('latin1') : String(text ?? '');
}
describe.each(letters.map((octets, i) => [i + 1, octets] as const))('letter %i', (number, octets) => {
  test('is whole, and its header and text are all of it', async () => {
    expect(await fetched(number, 'BODY.PEEK[]')).toBe(octets);
    expect((await fetched(number, 'BODY.PEEK[HEADER]')) + (await fetched(number, 'BODY.PEEK[TEXT]'))).toBe(
      octets,
    );
    expect(await fetched(number, 'BODY.PEEK[]<10.20>')).toBe(octets.slice(10, 30));
    expect(await fetched(number, 'RFC822.SIZE')).toBe(String(octets.length));
  });
  test('has the subject another parser reads', async () => {
    const field = await fetched(number, 'BODY.PEEK[HEADER.FIELDS (SUBJECT)]');
    const theirs = await PostalMime.parse(Buffer.from(octets, 'latin1'));
    const ours = await PostalMime.parse(Buffer.from(field, 'latin1'));
    expect(ours.subject).toBe(theirs.subject);
  });
});
