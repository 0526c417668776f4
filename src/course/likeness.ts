// Is what somebody wrote one of the answers that will do? Knowing is asked for, not spelling: capitals, marks between digits, articles,
// quotation marks, the names of signs, numbers in words, and words that say nothing, or that the question has used already, make no
// difference. Whatever else is said does.

const SIGNS: Readonly<Record<string, string>> = {
  dot: '.',
  'full stop': '.',
  period: '.',
  point: '.',
  star: '*',
  asterisk: '*',
  plus: '+',
  'plus sign': '+',
  hyphen: '-',
  minus: '-',
  'minus sign': '-',
  'hyphen minus': '-',
  dash: '-',
};
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** What a number may be counted in has more than one name. */
const UNITS: Readonly<Record<string, string>> = {
  byte: 'octet',
  message: 'letter',
  mail: 'letter',
  min: 'minute',
};
const OTHER_UNITS = 'second sec hour day week kb mb kilobyte megabyte bit'.split(' ');
const COUNTED: ReadonlySet<string> = new Set([
  ...Object.entries(UNITS).flat(),
  ...OTHER_UNITS,
  ...'line dot connection mailbox'.split(' '),
]);
/** They say nothing. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an the it its is was that there are does just only simply single lone with of word verb command code sign subject'.split(
    ' ',
  ),
);
/** They say something else, whatever stands beside them. */
const TURNS: ReadonlySet<string> = new Set('not no or and but nor neither except without than'.split(' '));

const squeezed = (text: string): string => {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? text.trim() : letters;
};
/** "a dot", "The Dot." and "." are one thing. */
function plain(text: string): string {
  const said = text
    .toLowerCase()
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/(?<=[\p{L}\p{N}])[.!]$/u, '')
    .replace(/^(?:an?|the) (?=\S)/, '');
  const sign = SIGNS[said.replace(/^(?:one|single|lone) /, '').replaceAll('-', ' ')];
  if (sign !== undefined) return sign;
  const number = NUMBERS.indexOf(said);
  return number < 0 ? squeezed(said) : String(number);
}
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(/['’]s$/, ''))
    .filter((word) => word !== '');
const singular = (word: string): string => {
  const one = word.replace(/s$/, '');
  return UNITS[one] ?? one;
};
/** Without quotation marks, what is added in brackets, and a reply's code before its words; every dash is a hyphen. */
const bare = (text: string): string =>
  text
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/["“”‘’`]|^'|'$/g, '')
    .replace(/(?<=\S) *\([^()]*\)$/, '')
    .replace(/^\d{3}[- ](?=[\p{L}])/u, '')
    .trim();
/** What is left of an answer when the words that say nothing are gone. Of a question that offers a choice, each word is an answer. */
function core(answer: string, question: string, wanted: string): string {
  const kept = new Set(wordsOf(wanted).map(singular));
  const offers = wordsOf(question).includes('or');
  const asked = new Set(offers ? [] : wordsOf(question).map(singular));
  const left = wordsOf(answer).filter(
    (word) =>
      kept.has(singular(word)) ||
      SIGNS[word] === wanted ||
      !(EMPTY.has(word) || (asked.has(singular(word)) && !/\p{N}/u.test(word))),
  );
  return (left.length > 1 && left.at(-1) === 'one' ? left.slice(0, -1) : left).join(' ');
}
/** The one number in "3,163,120 octets", where octets were asked for, and in "port 465" and "it is 465". */
function numberIn(answer: string, question: string): string {
  const asked = new Set(wordsOf(question).map(singular));
  const words = wordsOf(answer.replaceAll(/(?<=\d)[ ,.'](?=\d{3}(?!\d))/g, ''));
  const isOther = (word: string): boolean =>
    (TURNS.has(word) && !(word === 'no' && words[0] === 'no')) ||
    (COUNTED.has(singular(word)) && !asked.has(singular(word)));
  if (words.some(isOther)) return '';
  const spelt = words.map((word) => (NUMBERS.includes(word) ? String(NUMBERS.indexOf(word)) : word));
  const found = spelt.filter((word) => /\p{N}/u.test(word));
  if (found.length === 2 && found[1] === '1' && words.at(-1) === 'one') found.pop();
  return found.length === 1 ? (found[0] ?? '') : words.includes('single') && found.length === 0 ? '1' : '';
}
/** `question`: as it was asked. */
export const isOneOf = (accept: readonly string[], answer: string, question: string): boolean =>
  accept.some((text) => {
    const wanted = plain(text);
    if (wanted === plain(answer)) return true;
    if (/^\d+$/.test(wanted) && wanted === numberIn(answer, question)) return true;
    const said = bare(answer);
    if (said !== '' && wanted === plain(said)) return true;
    const left = core(said, question, text);
    return left !== '' && (wanted === plain(left) || plain(core(text, question, text)) === plain(left));
  });
