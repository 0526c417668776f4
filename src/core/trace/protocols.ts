// The protocols a trace may speak, each with the readers of its declaration: drawing, completion, help, colours.
import type { Octets } from '../base/octets.ts';
import { shelf, type Shelf } from '../base/parts.ts';
import type { Micros } from '../base/time.ts';
import type { Host } from '../host/host.ts';
import {
  complete,
  diagram,
  edges,
  helpAll,
  isRefusal,
  legalNow,
  outcomeOf,
  secretsOf,
  spansOf,
  type Completion,
  type DeclaredOutcome,
  type Diagram,
  type HelpVerb,
  type LegalVerb,
  type Spoken,
} from '../spec/describe.ts';
import { anyState, deadlineOf, framingFor, sessionOf, stateNames } from '../spec/forget.ts';
import type { Problem } from '../spec/grammar.ts';
import type { Heard } from '../spec/heard.ts';
import type { Protocol } from '../spec/protocol.ts';
import type { Shape } from '../spec/take.ts';
import type { Framing } from '../wire/framing.ts';
import type { Span } from '../wire/span.ts';

/** A protocol with its private types forgotten. `session` is the state of a connection's machine, as the world keeps it. */
export interface Reader {
  readonly id: string;
  readonly title: string;
  /** At which end of a connection it is spoken: `a` dialled, `b` answered. */
  readonly end: 'a' | 'b';
  readonly titleOf: (state: string) => string | undefined;
  /** Drawn once. */
  readonly diagram: () => Diagram;
  readonly help: readonly HelpVerb[];
  /** What a server may announce beyond the core. */
  readonly extensions: readonly Announced[];
  /** Undefined: that is no session of this protocol. */
  readonly legalNow: (session: unknown, host: Host) => readonly LegalVerb[] | undefined;
  readonly complete: (session: unknown, host: Host, text: Octets, caret?: number) => Completion | undefined;
  readonly spansOf: (
    state: string,
    line: Octets,
  ) => { readonly spans: readonly Span[]; readonly problem: Problem | undefined };
  /** Where a line holds a credential. */
  readonly secretsOf: (line: Octets) => readonly Span[];
  /** Do commands have tags, and their answers too? Then `hear` finds them. */
  readonly tagged: boolean;
  readonly hear: (line: Octets) => Heard;
  /** What comes before the verb of the next command in this session: a tag and a space, or nothing. */
  readonly begins: (session: unknown) => Octets;
  readonly answerSpans: (line: Octets) => readonly Span[];
  /** What only late readers ask of a declaration: they bring what they ask with them. */
  readonly ask: <T>(question: <P extends OnHost>(p: Protocol<P>) => T) => T;
  readonly isRefusal: (spoken: Spoken) => boolean;
  /** Every declared outcome, once. */
  readonly outcomes: readonly Spoken[];
  /** What any command may come to when no rule fits. */
  readonly misfits: readonly string[];
  /** What the declaration says of an outcome; `state`: where it was taken, for those that no rule brought. */
  readonly outcomeOf: (spoken: Spoken, state: string) => DeclaredOutcome | undefined;
  /** When this session loses patience. */
  readonly deadline: (session: unknown) => Micros | undefined;
  /** What the octets that arrive now are cut into. */
  readonly framing: (session: unknown, host: Host) => Framing | undefined;
  /** Is what arrives in this state a credential? */
  readonly hides: (state: string) => boolean;
}
export interface Announced {
  readonly keyword: string;
  readonly rfc: string;
  readonly summary: string;
}
interface OnHost extends Shape {
  readonly host: Host;
}
function outcomesOf<P extends Shape>(p: Protocol<P>): readonly Spoken[] {
  const all = edges(p).map(
    ({ trigger, outcome }) => [`${trigger}/${outcome}`, { trigger, outcome }] as const,
  );
  return [...new Map(all).values()];
}
export function readerOf<P extends OnHost>(p: Protocol<P>, end: Reader['end']): Reader {
  let drawn: Diagram | undefined;
  const hidden = new Set<string>(stateNames<P>(p.states).filter((name) => p.states[name].secret));
  const titles = new Map<string, string>(stateNames<P>(p.states).map((name) => [name, p.states[name].title]));
  return {
    id: p.id,
    title: p.title,
    end,
    titleOf: (state) => titles.get(state),
    diagram: () => (drawn ??= diagram(p)),
    help: helpAll(p),
    extensions: p.extensions.map(({ keyword, rfc, summary }) => ({ keyword, rfc, summary })),
    legalNow(state, host) {
      const session = sessionOf(p, state);
      return session && legalNow(p, { session, host });
    },
    complete(state, host, text, caret) {
      const session = sessionOf(p, state);
      return session && complete(p, { session, host }, text, caret);
    },
    spansOf: (state, line) => spansOf(p, state, line),
    secretsOf: (line) => secretsOf(p, line),
    tagged: p.begins !== undefined,
    hear: p.hear,
    begins(state) {
      const session = sessionOf(p, state);
      return (session && p.begins?.(session)) ?? '';
    },
    answerSpans: (line) => p.answerSpans?.(line) ?? [],
    ask: (question) => question(p),
    isRefusal: (spoken) => isRefusal(p, spoken),
    outcomes: outcomesOf(p),
    misfits: Object.keys(p.otherwise),
    outcomeOf: (spoken, state) => outcomeOf(p, spoken, state),
    deadline(state) {
      const session = sessionOf(p, state);
      if (!session || session.closed) return undefined;
      return deadlineOf(anyState(p.states[session.at.name]), session);
    },
    framing(state, host) {
      const session = sessionOf(p, state);
      return session && framingFor(anyState(p.states[session.at.name]), session.at.data, host);
    },
    hides: (state) => hidden.has(state),
  };
}
/** By the protocol's id, which is its machine's name too; `core/parts` puts them here. */
export const readers: Shelf<Reader> = shelf('protocols');
