// What a server might say to what it has just heard, as its declaration has it: for whoever guesses before the reply is seen.
import { edges } from '../spec/describe.ts';
import type { TraceEvent } from './event.ts';
import { readers, type Reader } from './protocols.ts';

export interface Guess {
  /** How such a reply begins: `250`, `-ERR [IN-USE]`, `NO`. */
  readonly code: string;
  /** In which case it is said. */
  readonly when: string;
  /** It is what was said. */
  readonly right: boolean;
}
/** More than these nobody weighs while others wait. */
export const MOST_GUESSES = 4;
/** What a line comes to that fits no rule, the likeliest first. */
const MISFITS = ['badSequence', 'badSyntax', 'unknown'];

/** To be read after another one. */
const LEANS = /^the same\b/;

type Outcome = TraceEvent & { readonly type: 'outcome' };
const INWARD = new Set<TraceEvent['type'] | undefined>(['command', 'outcome', 'fact']);
/** What was decided, last, before it was said. */
function outcomeBefore(trace: readonly TraceEvent[], reply: number): Outcome | undefined {
  const said = trace[reply];
  if (said?.type !== 'wire' || said.dir !== 'b>a') return undefined;
  for (let i = reply - 1; INWARD.has(trace[i]?.type); i--) {
    const event = trace[i];
    if (event?.type === 'outcome' && event.conn === said.conn) return event;
  }
  return undefined;
}
const CODE = /^(?:\d{3}|\* [A-Z]+|\S+)(?: \[[A-Z][A-Z-]*)?/;
const codeOf = (says: string): string => {
  const code = CODE.exec(says)?.[0] ?? '';
  return code.includes('[') ? `${code}]` : code;
};
function declaredAs(reader: Reader, spoken: Pick<Outcome, 'trigger' | 'outcome'>, state: string): Guess[] {
  const declared = reader.outcomeOf(spoken, state);
  const code = codeOf(declared?.says ?? '');
  return declared && code !== '' ? [{ code, when: declared.when, right: false }] : [];
}
/**
 * What was said, among what the same rule would have said in other cases and what is said when none fits: each begins otherwise, in the
 * order of how they begin. Empty: it is no server's reply, or there is nothing to choose from.
 */
export function guessesFor(trace: readonly TraceEvent[], reply: number): readonly Guess[] {
  const taken = outcomeBefore(trace, reply);
  const reader = taken && readers.get(taken.protocol);
  const [right] = reader ? declaredAs(reader, taken, taken.from) : [];
  if (!reader || !right) return [];
  const [verb = ''] = taken.trigger.split('/');
  const named = reader.ask((p) => edges(p)).filter(({ trigger }) => trigger.split('/')[0] === verb);
  const here = named.filter(({ from }) => from === taken.from);
  // where it has to wait: what it would come to elsewhere
  const own = here.length > 0 ? here : named;
  const misfits = MISFITS.map((outcome) => ({ trigger: verb, outcome }));
  // what nobody typed cannot be typed wrongly
  const all = own.some(({ typed }) => !typed) ? own : [...own, ...misfits];
  const known = new Map([[right.code, { ...right, right: true }]]);
  for (const guess of all.flatMap((it) => declaredAs(reader, it, taken.from)))
    if (known.size < MOST_GUESSES && !known.has(guess.code) && !LEANS.test(guess.when))
      known.set(guess.code, guess);
  return known.size > 1 ? [...known.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)) : [];
}
