// The folder Projects/Seed: forty letters of sixty days about a catalogue of seeds.
import type { Octets } from '../../../base/octets.ts';
import { civil } from '../../../base/time.ts';
import { post, unixAt, type When } from '../post.ts';

const PEOPLE = [
  'Dave Rivers <dave@example.org>',
  'Bob <bob@example.com>',
  'Carol <carol@example.com>',
  'Erin <erin@example.com>',
  'Frank <frank@alumni.example.net>',
] as const;
const MATTERS = [
  ['Runner beans', 'They climb up everything, the cat too. Two pages, I should think.'],
  ['Marrows', 'Nobody orders marrows. Everybody is given marrows. A small picture will do.'],
  ['Lettuce, all the year', 'If one sows every fortnight. It says so on the bag; does anybody?'],
  ['The index', 'By name, or by month? People look for the month and ask for the name.'],
  ['Paper for the cover', 'The mill has cream at 120 g. It takes ink well and coffee badly.'],
  ['Sweet peas', 'Soak them overnight. My grandmother did, and nobody asked her why.'],
  ['Prices', 'A penny more than last year, and the postage is ours.'],
  ['Who reads the proofs?', 'Somebody who has not seen it forty times.'],
] as const;
const DAYS = 60;
export const SEED_LETTERS = 40;
const FIRST_DAY: When = [9, 4, 8, 10];

const pick = <T>(list: readonly T[], i: number): T | undefined => list[i % list.length];

/** When the n-th was written, as its Date says; n from 0. */
export function seedWritten(n: number): When {
  const unix = unixAt(FIRST_DAY) + Math.floor((n * DAYS) / SEED_LETTERS) * 86_400 + ((n * 37) % 10) * 3600;
  const { month, day, hour, minute } = civil(unix);
  return [month, day, hour, minute];
}
const idOf = (n: number): string => `seed.${n + 1}@lists.example.net`;

/** Every matter comes up five times: once as a question, then as answers, from whoever has time. */
function seedLetter(n: number): Octets {
  const [subject = '', thought = ''] = pick(MATTERS, n) ?? [];
  const before = n - MATTERS.length;
  const answer = before >= 0;
  return post({
    from: pick(PEOPLE, n * 3 + Math.floor(n / MATTERS.length)) ?? '',
    to: 'Alice <alice@example.com>',
    written: seedWritten(n),
    subject: `${answer ? 'Re: ' : ''}Seed: ${subject}`,
    id: idOf(n),
    text: `\nPage ${(n % 16) + 1}.\n\n${thought}\n${answer ? `\nYour letter number ${before + 1} is before me.\n` : ''}`,
    ...(answer ? { fields: `In-Reply-To: <${idOf(before)}>\nReferences: <${idOf(before)}>` } : {}),
  });
}
export const seedProject: readonly Octets[] = Array.from({ length: SEED_LETTERS }, (_, n) => seedLetter(n));
