// What is known of the line being written: colours, what may follow, what it means. Data; the words are the catalogue's.

/** A stretch of the line; offsets in UTF-16 units. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly role: 'tag' | 'verb' | 'argument' | 'secret' | 'wrong' | 'strong' | 'faint' | 'asks';
}
export interface UsagePart {
  readonly text: string;
  /** The caret is in it. */
  readonly here: boolean;
}
/** Why a line will not be obeyed as it stands. It may be sent all the same. */
export type Doubt =
  | { readonly kind: 'unknown'; readonly verb: string }
  /** Not in this state. `ways`: those to one where it is, the usual one first, each as verbs in order. */
  | {
      readonly kind: 'not-now';
      readonly verb: string;
      readonly state: string;
      readonly ways: readonly (readonly string[])[];
      /** What begins TLS and has to come before any of these ways; '' for nothing. */
      readonly secure: string;
    }
  /** Legal here, but this server does not offer it at the moment; after `secure`, over TLS, it would. */
  | { readonly kind: 'not-offered'; readonly verb: string; readonly secure: string }
  | { readonly kind: 'expected'; readonly expected: string };
/** What a line would be where lines are no commands. */
export type Note =
  /** Its first dot is taken away by the server. */
  | { readonly kind: 'dot' }
  /** It ends what is being handed over. */
  | { readonly kind: 'end' }
  /** A line like any other. */
  | { readonly kind: 'letter' }
  /** It looks like a command, and is text. */
  | { readonly kind: 'text'; readonly verb: string }
  /** It ends with the announcement of an argument; `waits`: the server is to say `+` first. */
  | { readonly kind: 'literal'; readonly octets: number; readonly name: string; readonly waits: boolean };
export interface Choice {
  readonly text: string;
  /** The whole line once it is taken. */
  readonly line: string;
}
export interface Advice {
  readonly marks: readonly Mark[];
  /** What Tab and → would add. */
  readonly ghost: string;
  /** The whole line once Tab has been pressed, where an argument is completed: as it has to be written. '' for nothing. */
  readonly taken: string;
  /** What would do at the caret, best first. */
  readonly others: readonly Choice[];
  readonly usage: readonly UsagePart[];
  readonly meaning: string;
  /** As a declaration names it: `1939#7`; '' for none. */
  readonly rfc: string;
  readonly doubt: Doubt | undefined;
  readonly note: Note | undefined;
}
export const NO_ADVICE: Advice = {
  marks: [],
  ghost: '',
  taken: '',
  others: [],
  usage: [],
  meaning: '',
  rfc: '',
  doubt: undefined,
  note: undefined,
};

/** What is known of a line that was typed, at the moment it was typed. */
export interface TypedNote {
  /** The prompt it was typed at; '' inside a connection. */
  readonly prompt: string;
  /** What the program adds when it sends the line; '' at a prompt. */
  readonly eol: '' | '\n' | '\r\n';
  /** Stretches nobody may read over a shoulder; offsets in UTF-16 units. */
  readonly secrets: readonly (readonly [from: number, to: number])[];
  /** It was no command: a line of what was being handed over. */
  readonly content: boolean;
}
