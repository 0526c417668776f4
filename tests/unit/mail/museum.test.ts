// The Museum's letters, read here and by parsers that others wrote.
import { createHash } from 'node:crypto';
import { Splitter } from '@zone-eu/mailsplit';
import { parseBodystructure, parseEnvelope } from 'imapflow/lib/tools';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { binary, decodedBody } from '../../../src/core/mail/binary.ts';
import { bodyStructureText, bodyText } from '../../../src/core/mail/body-structure.ts';
import { parseDate } from '../../../src/core/mail/date.ts';
import { envelopeText } from '../../../src/core/mail/envelope.ts';
import { headerField } from '../../../src/core/mail/header.ts';
import { parameterText } from '../../../src/core/mail/parameter-text.ts';
import { decodeCharset } from '../../../src/core/mail/charset.ts';
import { parameterOf, type Part } from '../../../src/core/mail/part.ts';
import { sliceOf } from '../../../src/core/mail/range.ts';
import { section } from '../../../src/core/mail/section.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';
import { museum } from '../../../src/core/scenario/letters/museum/museum.ts';
import { readByClient } from './imap-literals.ts';

const BROKEN = 17;
const letters = museum.map((octets, i) => [i + 1, octets] as const);
const wellFormed = letters.filter(([number]) => number !== BROKEN);
const letter = (number: number): string => museum[number - 1] ?? '';
const bytes = (octets: string): Buffer => Buffer.from(octets, 'latin1');

/** Type and body of every part that has no parts. */
const leaves = (octets: string, part: Part): readonly string[] => {
  if (part.message) return leaves(octets, part.message);
  if (part.children.length > 0) return part.children.flatMap((child) => leaves(octets, child));
  const { type, subtype } = part.content;
  return [`${type}/${subtype} ${JSON.stringify(sliceOf(octets, part.body))}`];
};

/** The same by mailsplit, which reads the letter line by line. */
const leavesByMailsplit = async (octets: string): Promise<readonly string[]> => {
  const splitter = new Splitter({ defaultInlineEmbedded: true });
  const found: { type: string; body: string }[] = [];
  const owners: unknown[] = [];
  splitter.end(bytes(octets));
  for await (const chunk of splitter) {
    if (chunk.type === 'node') {
      if (chunk.multipart || (chunk.rfc822 && chunk.messageNode)) continue;
      owners.push(chunk);
      found.push({ type: (chunk.contentType || 'text/plain').toUpperCase(), body: '' });
    } else if (chunk.type === 'body') {
      const leaf = found[owners.indexOf(chunk.node)];
      if (leaf) leaf.body += chunk.value.toString('latin1');
    }
  }
  return found.map(({ type, body }) => `${type} ${JSON.stringify(body)}`);
};

/** What a digest's parts are by default (RFC 2046 §5.1.5), for a parser that does not know it. */
const spelledOut = (octets: string): string =>
  octets.replaceAll('--=_g16_posts\r\n\r\n', '--=_g16_posts\r\nContent-Type: message/rfc822\r\n\r\n');

describe.each(letters)('letter %i', (number, octets) => {
  test('has lines that end with CRLF, and names reserved names alone', () => {
    expect(octets).not.toMatch(/(?<!\r)\n/);
    expect(octets.endsWith('\r\n')).toBe(true);
    const names = [...octets.matchAll(/@((?:[a-z0-9-]+\.)+[a-z]+)/g)].map(([, name]) => name ?? '');
    for (const name of names) expect(name).toMatch(/(?:^|\.)(?:example|example\.(?:com|org|net)|test)$/);
    for (const [address] of octets.matchAll(/\d+\.\d+\.\d+\.\d+/g))
      expect(address).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./);
  });

  test('its BODYSTRUCTURE, read by a client, leads to each part by number', async () => {
    const tree = parseBodystructure(await readByClient(bodyStructureText(octets)));
    // It gives the only part of an inner message the message's own number, where IMAP says `.1`.
    const walk = (node: typeof tree, inMessage: boolean): void => {
      const multipart = node.type.startsWith('multipart/');
      node.childNodes?.forEach((child) => walk(child, !multipart));
      if (multipart) return;
      const path = [...(node.part ?? '1').split('.').map(Number), ...(inMessage ? [1] : [])];
      expect([number, path, section(octets, { part: path })?.length]).toEqual([number, path, node.size]);
    };
    walk(tree, false);
    await expect(readByClient(bodyText(octets))).resolves.toBeDefined();
  });

  test('its ENVELOPE, read by a client, says what its header says', async () => {
    const envelope = parseEnvelope(await readByClient(envelopeText(octets)));
    const email = await PostalMime.parse(bytes(octets));
    const flat = (list: typeof email.to): readonly string[] =>
      (list ?? []).flatMap((it) => (it.group ?? [it]).map(({ name, address }) => `${name} <${address}>`));
    expect((envelope.subject ?? '').replace('\r', ' ')).toBe(email.subject ?? '');
    expect(envelope.messageId ?? '').toBe(email.messageId ?? '');
    expect(envelope.inReplyTo ?? '').toBe(email.inReplyTo ?? '');
    expect((envelope.from ?? []).map(({ name, address }) => `${name} <${address}>`)).toEqual(
      email.from ? flat([email.from]) : [],
    );
    expect((envelope.to ?? []).map(({ name, address }) => `${name} <${address}>`)).toEqual(flat(email.to));
  });
});

/** Line ends alike, flowed lines joined (RFC 3676), no line end last: postal-mime adds one. */
const unwrapped = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?<!--) \n/g, ' ')
    .replace(/\n+$/, '');

describe.each(wellFormed)('well-formed letter %i', (_number, octets) => {
  test('has the parts that mailsplit finds, octet for octet', async () => {
    expect(leaves(octets, structureOf(octets))).toEqual(await leavesByMailsplit(spelledOut(octets)));
  });

  test('has the text and the attachments that postal-mime finds', async () => {
    const email = await PostalMime.parse(bytes(octets), { rfc822Attachments: true });
    const all = (part: Part): readonly Part[] => [part, ...part.children.flatMap(all)];
    const parts = all(structureOf(octets)).filter((part) => part.children.length === 0);
    const attached = parts.filter(
      ({ content }) =>
        content.type !== 'TEXT' || content.subtype === 'RFC822-HEADERS' || content.subtype === 'CALENDAR',
    );
    const ours = attached.map((part) => ({
      filename:
        parameterText(part.content.disposition?.parameters ?? [], 'filename') ??
        parameterText(part.content.parameters, 'name') ??
        null,
      content: unwrapped(decodedBody(octets, part) ?? ''),
    }));
    const theirs = email.attachments.map(({ filename, content }) => ({
      filename,
      content: unwrapped(
        typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('latin1'),
      ),
    }));
    expect(ours).toEqual(theirs);
    const date = parseDate(headerField(octets, 'Date'));
    expect(date && new Date(date.unix * 1000).toISOString()).toBe(email.date);
    const plain = parts.find(({ content }) => content.type === 'TEXT' && content.subtype === 'PLAIN');
    const charset = plain && parameterOf(plain.content.parameters, 'charset');
    const text = plain && decodeCharset(decodedBody(octets, plain) ?? '', charset ?? '');
    expect(unwrapped(email.text ?? '')).toContain(unwrapped(text ?? '').trim());
  });
});

describe('each letter is in the Museum for something', () => {
  test('1: two fields', () => {
    expect(structureOf(letter(1)).header.fields.map(({ name }) => name)).toEqual(['date', 'from']);
  });
  test('2: Greek, eight bits wide', () => {
    expect(decodeCharset(section(letter(2), { part: [1] }) ?? '', 'utf-8')).toContain('Καλημέρα Αλίκη');
  });
  test('3: soft breaks, and a trace with a forged end', () => {
    const decoded = binary(letter(3), [1]);
    expect(decoded?.kind === 'octets' && decoded.octets).toContain('1 + 1 = 2 must survive. A caf\xc3\xa9');
    const header = section(letter(3), { part: [], text: 'HEADER.FIELDS', fields: ['Received'] }) ?? '';
    expect(header.match(/^Received: from \S+/gm)).toEqual([
      'Received: from mail.example.org',
      'Received: from relay.example.org',
      'Received: from queue.example.org',
      'Received: from river-desk.example.org',
      'Received: from mail.bank.example',
    ]);
  });
  test('4: Japanese', () => {
    expect(headerField(letter(4), 'Subject')).toBe('地図が届きます');
  });
  test('5: words in two encodings', () => {
    expect(headerField(letter(5), 'Subject')).toBe('Grüße aus der Bücherstube, mit café und € 5 (no more)');
    expect(headerField(letter(5), 'From')).toBe('José <jose@example.org>');
    expect(headerField(letter(5), 'To')).toBe('Alice (Bücher) <alice@example.com>');
  });
  test('7: a tree three deep, and a name that is not ASCII', () => {
    expect(
      bodyText(letter(7))
        .match(/"(?:ALTERNATIVE|RELATED|MIXED|PLAIN|HTML|PNG|PDF)"/g)
        ?.join(' '),
    ).toBe('"PLAIN" "HTML" "PNG" "RELATED" "ALTERNATIVE" "PDF" "MIXED"');
    const pdf = structureOf(letter(7)).children[1];
    expect(parameterText(pdf?.content.disposition?.parameters ?? [], 'filename')).toBe(
      'Invoice for Bücher und lamps.pdf',
    );
    expect(parameterText(pdf?.content.parameters ?? [], 'name')).toBe('Invoice for Bücher und lamps.pdf');
    expect(pdf?.content.language).toEqual(['en', 'de']);
  });
  test('8: a message in a message in a message', () => {
    const got = (part: readonly number[], text?: 'HEADER' | 'TEXT' | 'MIME'): string | undefined =>
      section(letter(8), text ? { part, text } : { part });
    expect(got([2], 'HEADER')).toMatch(/^Date: Fri, 16 Oct 2026 14:10:00[^]*\r\n\r\n$/);
    expect(got([2, 1])).toBe('Dave wrote this in spring, and here is the lamp he means.\r\n\r\nErin');
    expect(got([2, 2], 'TEXT')).toBe('It hung in the ferry house until the bridge was built.\r\n\r\nDave');
    expect(got([2, 2, 1])).toBe(got([2, 2], 'TEXT'));
    expect(got([2, 3], 'MIME')).toMatch(/^Content-Type: image\/png\r\n[^]*\r\n\r\n$/);
    expect(got([2, 4])).toBeUndefined();
  });
  test('14: what was signed is the first part with its header', () => {
    const part = structureOf(letter(14)).children[0];
    const covered = part && letter(14).slice(part.header.start, part.body.end);
    expect(
      createHash('sha256')
        .update(covered ?? '')
        .digest('hex'),
    ).toBe('b168b16b17e47e6c32caf65e737adcd777f5e61ff37706715434b6a3853f544a');
  });
  test('15: the body hash is the body’s', () => {
    const hash = createHash('sha256').update(section(letter(15), { part: [], text: 'TEXT' }) ?? '');
    expect(section(letter(15), { part: [], text: 'HEADER' })).toContain(`bh=${hash.digest('base64')};`);
  });
  test('16: parts of a digest are messages', () => {
    expect(
      structureOf(letter(16)).children[1]?.children.map(({ message }) => message?.header.fields.length),
    ).toEqual([4, 5]);
  });
  test('17: is shown whole, although nothing in it is right', () => {
    expect(section(letter(17), { part: [], text: 'TEXT' })).toMatch(
      /^This line should have been empty\.\r\n/,
    );
    expect(section(letter(17), { part: [1] })).toBe(section(letter(17), { part: [], text: 'TEXT' }));
    expect(decodeCharset(section(letter(17), { part: [1] }) ?? '', 'us-ascii')).toContain('Here’s the text');
    expect(envelopeText(letter(17))).toContain('{22}\r\nBroken\r in many places');
  });
});
