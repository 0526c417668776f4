import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressList, anyList } from '../../../src/core/mail/address-list.ts';
import { baseSubject } from '../../../src/core/mail/base-subject.ts';
import { binary } from '../../../src/core/mail/binary.ts';
import { bodyStructureText, bodyText } from '../../../src/core/mail/body-structure.ts';
import { parseDate } from '../../../src/core/mail/date.ts';
import { envelopeText } from '../../../src/core/mail/envelope.ts';
import { senderName } from '../../../src/core/mail/header.ts';
import { messageIds } from '../../../src/core/mail/message-ids.ts';
import { parameterised } from '../../../src/core/mail/parameters.ts';
import { parameterText } from '../../../src/core/mail/parameter-text.ts';
import type { Part } from '../../../src/core/mail/part.ts';
import { sliceOf } from '../../../src/core/mail/range.ts';
import { partAt, section } from '../../../src/core/mail/section.ts';
import { structureOf } from '../../../src/core/mail/structure.ts';
import { decodedWords } from '../../../src/core/mail/words.ts';
import { mail, octet, rubble } from './any-mail.ts';
import { readByClient } from './imap-literals.ts';

const every = (part: Part): readonly Part[] => [
  part,
  ...[...part.children, ...(part.message ? [part.message] : [])].flatMap(every),
];

describe('any octets', () => {
  test('have a structure whose ranges nest, follow one another and stay within', () => {
    fc.assert(
      fc.property(mail, (octets) => {
        const root = structureOf(octets);
        expect([root.header.start, root.body.end]).toEqual([0, octets.length]);
        for (const part of every(root)) {
          const { header, body, children, message } = part;
          expect(header.start <= header.end && header.end === body.start && body.start <= body.end).toBe(
            true,
          );
          const fields = header.fields;
          fields.forEach((field, i) => {
            expect(field.start).toBeGreaterThanOrEqual(fields[i - 1]?.end ?? header.start);
            expect(field.body > field.start && field.end >= field.body && field.end <= header.end).toBe(true);
          });
          let at = body.start;
          for (const child of message ? [message] : children) {
            expect(child.header.start).toBeGreaterThanOrEqual(at);
            at = child.body.end;
          }
          expect(at).toBeLessThanOrEqual(body.end);
          expect(part.content.type === 'MULTIPART').toBe(children.length > 0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('header and body are the whole, of the message and of each part', () => {
    fc.assert(
      fc.property(mail, (octets) => {
        expect(section(octets, { part: [] })).toBe(octets);
        const whole = [
          section(octets, { part: [], text: 'HEADER' }),
          section(octets, { part: [], text: 'TEXT' }),
        ];
        expect(whole.join('')).toBe(octets);
        const walk = (part: Part, path: readonly number[]): void => {
          expect(partAt(structureOf(octets), path)).toBe(part);
          const mime = section(octets, { part: path, text: 'MIME' }) ?? '';
          const body = section(octets, { part: path }) ?? '';
          expect(mime + body).toBe(octets.slice(part.header.start, part.body.end));
          const inner = [
            section(octets, { part: path, text: 'HEADER' }),
            section(octets, { part: path, text: 'TEXT' }),
          ];
          expect(inner.join('')).toBe(part.message ? body : '');
          if (part.message) {
            if (part.message.children.length > 0) children(part.message, path);
            else walk(part.message, [...path, 1]);
          } else children(part, path);
        };
        const children = (part: Part, path: readonly number[]): void =>
          part.children.forEach((child, i) => walk(child, [...path, i + 1]));
        const root = structureOf(octets);
        if (root.children.length > 0) children(root, []);
        else walk(root, [1]);
      }),
      { numRuns: 400 },
    );
  });

  test('the fields asked for and the others are all the fields', () => {
    fc.assert(
      fc.property(mail, fc.subarray(['from', 'TO', 'Content-Type', 'subject']), (octets, fields) => {
        const chosen = section(octets, { part: [], text: 'HEADER.FIELDS', fields }) ?? '';
        const others = section(octets, { part: [], text: 'HEADER.FIELDS.NOT', fields }) ?? '';
        const { header } = structureOf(octets);
        const all = header.fields.reduce((sum, field) => sum + sliceOf(octets, field).length, 0);
        expect(chosen.length + others.length).toBe(all + (header.blank ? 4 : 0));
      }),
    );
  });

  test('become IMAP data that a client can read', async () => {
    await fc.assert(
      fc.asyncProperty(mail, async (octets) => {
        expect(await readByClient(envelopeText(octets))).toHaveLength(10);
        expect((await readByClient(bodyText(octets))).length).toBeGreaterThan(1);
        expect((await readByClient(bodyStructureText(octets))).length).toBeGreaterThan(5);
      }),
      { numRuns: 300 },
    );
  });

  test('a partial is a piece of its section', () => {
    fc.assert(
      fc.property(mail, fc.nat({ max: 500 }), fc.nat({ max: 500 }), (octets, offset, count) => {
        expect(section(octets, { part: [] }, { offset, count })).toBe(octets.slice(offset, offset + count));
        const whole = binary(octets, [1]);
        const piece = binary(octets, [1], { offset, count });
        expect(piece).toEqual(
          whole?.kind === 'octets' ? { ...whole, octets: whole.octets.slice(offset, offset + count) } : whole,
        );
      }),
    );
  });

  test('are read by every other reader without a throw', () => {
    fc.assert(
      fc.property(fc.oneof(rubble, fc.string({ unit: octet })), (text) => {
        for (const it of addressList(text)) expect(it.kind).toMatch(/^(?:mailbox|group)$/);
        expect(parameterised(text).parameters.every(({ name }) => name !== '')).toBe(true);
        parameterText(parameterised(`x; ${text}`).parameters, 'filename');
        expect(typeof decodedWords(text)).toBe('string');
        expect(typeof senderName(text)).toBe('string');
        parseDate(text);
        messageIds(text);
      }),
      { numRuns: 300 },
    );
  });

  test('of an address list that is a usual one say what is read of any list', () => {
    const piece = fc.constantFrom(
      ...'Ida|Rivers| |"Rivers, Ida"|""|<|>|@|ida|mill.example|=?utf-8?Q?J?='.split('|'),
      ...' <ida@mill.example>|(Ida)|,|;|:|\t|\\|.|[192.0.2.1]|\xc3\xa0'.split('|'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const text = pieces.join('');
        expect(addressList(text)).toEqual(anyList(text));
      }),
      { numRuns: 1000 },
    );
    expect(addressList('"Rivers, Ida" <ida@mill.example>')).toEqual(
      anyList('"Rivers, Ida" <ida@mill.example>'),
    );
  });

  test('the base subject of a base subject is itself', () => {
    fc.assert(
      fc.property(rubble, (subject) => {
        const { text } = baseSubject(subject);
        expect(baseSubject(text).text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});
