// Is what somebody wrote one of the answers that will do? Knowing is asked for, not spelling: capitals, marks between digits, articles,
// the names of signs, numbers in words, and words that the question has used already make no difference.

const SIGNS: Readonly<Record<string, string>> = {
  dot: '.',
  'full stop': '.',
  period: '.',
  star: '*',
  asterisk: '*',
  plus: '+',
  'plus sign': '+',
  hyphen: '-',
  minus: '-',
  'minus sign': '-',
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
  const sign = SIGNS[said.replace(/^(?:one|single) /, '')];
  if (sign !== undefined) return sign;
  const number = NUMBERS.indexOf(said);
  return number < 0 ? squeezed(said) : String(number);
}
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const singular = (word: string): string => {
  const one = word.replace(/s$/, '');
  return UNITS[one] ?? one;
};
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
/** The number in "3163120 octets", where octets were asked for, and in "port 465", where a port was. */
function bare(answer: string, question: string): string {
  const asked = new Set(wordsOf(question).map(singular));
  return wordsOf(answer)
    .filter((word) => /\p{N}/u.test(word) || !(ARTICLES.has(word) || asked.has(singular(word))))
    .join(' ');
}
/** `question`: as it was asked. */
export const isOneOf = (accept: readonly string[], answer: string, question: string): boolean =>
  accept.some((text) => {
    const wanted = plain(text);
    if (wanted === plain(answer)) return true;
    return /^\d+$/.test(wanted) && wanted === plain(bare(answer, question));
  });
