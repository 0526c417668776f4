// What may be typed next at the shell's prompt, from the manuals and the machines one can reach.
import { TYPES, typeOf } from '../../base/dns.ts';
import type { Host } from '../../host/host.ts';
import { manualOf, MANUALS, type Manual, type Operand } from './manual.ts';
import { FILTERS } from './filters.ts';

export interface Usage {
  /** As a manual writes it. */
  readonly usage: string;
  readonly summary: string;
}
/** How the command at the beginning of a line is used; of an option being typed, what it does. */
export function usageOf(text: string): Usage | undefined {
  const line = lastOfPipe(text);
  const manual = manualOf(line.trimEnd());
  if (!manual) return undefined;
  const words = line.slice(manual.name.length).trim().split(/\s+/);
  const option = manual.options.find(({ flag }) => flag === words.at(-1));
  return { usage: manual.usage, summary: option ? `${option.flag}: ${option.summary}` : manual.summary };
}
const lastOfPipe = (text: string): string => text.slice(text.lastIndexOf('|') + 1).trimStart();

/** Who sits where: what is within reach. */
export interface Surroundings {
  readonly host: Host;
  /** Names of users on the servers one can reach. */
  readonly users: readonly string[];
  /** Names the DNS knows. */
  readonly names: readonly string[];
}
/** Words that may stand where the last word of the text stands, whole. */
export function completeShell(text: string, around: Surroundings): readonly string[] {
  const line = lastOfPipe(text);
  const word = /\S*$/.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - word.length).trim();
  return candidates(before, word, word === '' ? few(around) : around).filter(
    (candidate) => candidate.startsWith(word) && candidate !== word,
  );
}
/** Only names that are below no other: all of them would be too many to choose from. */
const few = ({ host, users, names }: Surroundings): Surroundings => ({
  host,
  users,
  names: names.filter((name) => !names.some((other) => name.endsWith(`.${other}`))),
});
function candidates(before: string, word: string, around: Surroundings): readonly string[] {
  if (before === '') return [...new Set(MANUALS.names.map((name) => name.split(' ')[0] ?? name))];
  if (before === 'openssl')
    return MANUALS.names.filter((name) => name.startsWith('openssl ')).map((name) => name.slice(8));
  const manual = manualOf(before);
  if (!manual) return [];
  const words = before.slice(manual.name.length).trim().split(/\s+/).filter(Boolean);
  const asking = manual.options.find(({ flag, value }) => value !== undefined && flag === words.at(-1));
  if (asking) return values(asking.value ?? '', words, around);
  const options = manual.options.map(({ flag }) => flag).filter((flag) => !words.includes(flag));
  if (/^[-+]/.test(word)) return options;
  if (word.startsWith('@')) return around.names.map((name) => `@${name}`);
  return [...operand(manual, words, around), ...(word === '' ? options : [])];
}
const valueTypes: Readonly<Record<string, Operand>> = {
  'HOST:PORT': 'host:port',
  PORT: 'port',
  NAME: 'host',
  TYPE: 'type',
};
const values = (value: string, words: readonly string[], around: Surroundings): readonly string[] =>
  value.includes('|') ? value.split('|') : offers(valueTypes[value] ?? 'other', words, around);

function operand(
  { options, operands }: Manual,
  words: readonly string[],
  around: Surroundings,
): readonly string[] {
  const valued = new Set(options.filter(({ value }) => value !== undefined).map(({ flag }) => flag));
  const free = words.filter((word, i) => !/^[-+@]/.test(word) && !valued.has(words[i - 1] ?? ''));
  return offers(operands[free.length] ?? 'other', free, around);
}
function offers(
  kind: Operand,
  words: readonly string[],
  { host, users, names }: Surroundings,
): readonly string[] {
  const { neighbours } = host;
  if (kind === 'user') return users;
  if (kind === 'host') return neighbours.map(({ name }) => name);
  if (kind === 'host:port')
    return neighbours.flatMap(({ name, services }) => services.map((s) => `${name}:${s.port}`));
  if (kind === 'verb') return FILTERS.get('help')?.words ?? [];
  if (kind === 'type') return TYPES;
  if (kind === 'name') return names;
  if (kind === 'question') return words.some((word) => typeOf(word)) ? names : [...TYPES, ...names];
  if (kind !== 'port') return [];
  const named = neighbours.filter(({ name }) => words.includes(name));
  const services = (named.length > 0 ? named : neighbours).flatMap((n) => n.services);
  return [...new Set(services.map(({ port }) => String(port)))];
}
