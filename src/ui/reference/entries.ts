// The manual as a list that can be searched: commands and extensions of every protocol, read from the declarations.
import { readers, type Announced, type Reader } from '../../core/trace/protocols.ts';
import type { DrawnEdge, HelpVerb } from '../../core/spec/describe.ts';

type Brought = Entry & { readonly kind: 'command' };
export type Entry = {
  /** Unique: its place in an address. */
  readonly id: string;
  readonly protocol: string;
  /** All that may be searched for, in small letters. */
  readonly text: string;
} & (
  | { readonly kind: 'command'; readonly verb: HelpVerb }
  | {
      readonly kind: 'extension';
      readonly extension: Announced;
      /** What its parameters and commands may come to, each once. */
      readonly outcomes: readonly DrawnEdge[];
    }
);
const codesIn = (verb: HelpVerb): string => verb.outcomes.map(({ says = '' }) => says).join(' ');

function edgesOf(reader: Reader): readonly DrawnEdge[] {
  const { states, arrows } = reader.diagram();
  const all = [...states.flatMap(({ stays }) => stays), ...arrows.flatMap(({ moves }) => moves)];
  return [...new Map(all.map((edge) => [`${edge.trigger}/${edge.outcome}`, edge])).values()];
}
function entriesOf(reader: Reader): readonly Entry[] {
  const { id: protocol, title, help, extensions } = reader;
  const commands = help.map((verb): Entry => {
    const { usage, summary, rfc, by = '' } = verb;
    const when = verb.outcomes.map((it) => `${it.name} ${it.when}`).join(' ');
    const text = [title, usage, summary, `rfc${rfc}`, by, codesIn(verb), when].join(' ').toLowerCase();
    return { kind: 'command', id: `${protocol}/${verb.verb}`, protocol, text, verb };
  });
  const announced = extensions.map((extension): Entry => {
    const { keyword, summary, rfc } = extension;
    const outcomes = edgesOf(reader).filter(({ by, trigger }) => by === keyword && trigger.includes('/'));
    const said = outcomes.map(({ says = '', when }) => `${says} ${when}`);
    const text = [title, keyword, summary, `rfc${rfc}`, ...said].join(' ').toLowerCase();
    return { kind: 'extension', id: `${protocol}/+${keyword}`, protocol, text, extension, outcomes };
  });
  return [...commands, ...announced];
}
/** Of what servers speak, in the order of the declarations. All parts have to be there. */
export const entries = (): readonly Entry[] =>
  readers
    .here()
    .filter(({ end }) => end === 'b')
    .flatMap(entriesOf);
/** The commands that an extension brings. */
export const broughtBy = (
  all: readonly Entry[],
  { protocol, extension: { keyword } }: Entry & { readonly kind: 'extension' },
): readonly Brought[] =>
  all.filter(
    (it): it is Brought => it.kind === 'command' && it.protocol === protocol && it.verb.by === keyword,
  );
/** The one an address names, whatever the case of its letters. */
export const at = (all: readonly Entry[], id: string): Entry | undefined =>
  all.find((entry) => entry.id.toLowerCase() === id.toLowerCase());

export const nameOf = (entry: Entry): string =>
  entry.kind === 'command' ? entry.verb.verb : entry.extension.keyword;
export const summaryOf = (entry: Entry): string =>
  entry.kind === 'command' ? entry.verb.summary : entry.extension.summary;
/**
 * Those with all of these words in them; what is called so comes before what speaks of it. `declared`: what a declaration says, in the
 * language of the page.
 */
export function search(
  all: readonly Entry[],
  query: string,
  declared = (english: string): string => english,
): readonly Entry[] {
  const words = query
    .toLowerCase()
    .replaceAll('rfc ', 'rfc')
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return all;
  const weight = (entry: Entry): number => {
    const name = nameOf(entry).toLowerCase();
    return words.some((word) => name === word) ? 0 : words.some((word) => name.startsWith(word)) ? 1 : 2;
  };
  return all
    .filter((entry) => {
      const text = `${entry.text} ${declared(summaryOf(entry)).toLowerCase()}`;
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => weight(a) - weight(b));
}
