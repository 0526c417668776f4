// A lesson as the compiler leaves it: data only, so that a page can show it without knowing how it was written.
import type { Root } from 'hast';
import type { Change } from '../core/host/change.ts';
import type { Settings } from '../core/base/device.ts';
import type { RecordType } from '../core/base/dns.ts';
import type { Predicate } from '../core/trace/predicate.ts';

import type { SpfResult } from './spf.ts';

/** Prose, ready to be drawn: sanitised, without positions. */
export type Prose = Root;

/** One thing that is done, by the learner or on their behalf. A string is a line typed at the lesson's console. */
export type Deed =
  | string
  /** A line at another console. */
  | { readonly at: string; readonly type: string }
  /** The cable of this console's connection is cut. */
  | { readonly cut: string }
  /** So many seconds of the world's time go by. */
  | { readonly wait: number }
  /** Somebody sits down. */
  | { readonly open: string; readonly host: string }
  | { readonly shut: string }
  | { readonly turn: Change }
  /** Somebody uses the mail client of a machine. */
  | Click
  /** A button of the step is pressed. */
  | { readonly act: string };

export const CLICKS = [
  'sync',
  'read',
  'flag',
  'move',
  'delete',
  'look',
  'make',
  'send',
  'set',
  'forget',
] as const;
/** A letter is known by its subject: the first on that device whose subject contains this. */
export interface Click {
  /** The machine. */
  readonly on: string;
  readonly click: (typeof CLICKS)[number];
  readonly letter?: string | undefined;
  /** Of the letter, where others have such a one too; or to look at, or to make. */
  readonly folder?: string | undefined;
  /** A folder to move it to; addresses to write to. */
  readonly to?: string | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  /** Of `flag`: taken away. */
  readonly off?: boolean | undefined;
  readonly settings?: Partial<Settings> | undefined;
}
/** A line of a conversation, as the engine had it. */
export interface TalkLine {
  /** `shell`: typed at a prompt; `client`: sent; `server`: said back; `tool`: a program's own words. */
  readonly who: 'shell' | 'client' | 'server' | 'tool';
  readonly text: string;
}
/** What is read off the learner's own session. */
export type Measure =
  /** How many octets crossed the wire, one way. */
  | { readonly octets: 'client' | 'server'; readonly to?: string | undefined }
  /** How many connections were made. */
  | { readonly connections: string }
  | { readonly commands: string }
  /** Lines of the latest answer to this verb. */
  | { readonly lines: string }
  /** A field of the newest letter in a mailbox. */
  | { readonly header: string; readonly in: string }
  /** The first group of a pattern, in the latest words of a server that fit it. */
  | { readonly said: string };
export type Question = { readonly id: string; readonly q: Prose } & (
  | {
      readonly kind: 'text';
      /** Any of these, as `likeness.ts` compares them. */
      readonly accept: readonly string[];
      /** Or what a server has said: the first group of a pattern, in its latest words that fit. */
      readonly said?: string | undefined;
    }
  | { readonly kind: 'measure'; readonly measure: Measure }
  | {
      readonly kind: 'sort';
      readonly bins: readonly Prose[];
      readonly items: readonly { readonly text: Prose; readonly bin: number }[];
    }
  | {
      readonly kind: 'gaps';
      /** Each gap is the picture of a word: ▢. */
      readonly talk: readonly TalkLine[];
      readonly words: readonly string[];
    }
  | {
      readonly kind: 'wrong';
      readonly talk: readonly TalkLine[];
      /** Index of the first line that is wrong. */
      readonly line: number;
    }
  | {
      readonly kind: 'reply';
      readonly talk: readonly TalkLine[];
      readonly line: string;
      readonly options: readonly string[];
      /** Index of what the server begins its answer with. */
      readonly answer: number;
      readonly said: readonly TalkLine[];
    }
  | {
      readonly kind: 'decode';
      readonly octets: string;
      readonly as: 'hex' | 'base64';
      readonly accept: readonly string[];
    }
  | { readonly kind: 'record'; readonly zone: string; readonly tests: readonly RecordTest[] }
);
/** What must be so once the records stand. */
export type RecordTest = RouteTest | AnswerTest | SpfTest;
/** Where mail for a name goes. */
export interface RouteTest {
  readonly to: string;
  /** In the order in which they are tried. Empty: it is returned at once. */
  readonly hosts: readonly string[];
}
/** What a look-up comes to, once all aliases are followed: as zone files write it, in any order. */
export interface AnswerTest {
  readonly ask: string;
  readonly type: RecordType;
  /** Empty: there is no such record. */
  readonly is: readonly string[];
}
/** What a receiver makes of mail in a domain's name that comes from an address. */
export interface SpfTest {
  readonly spf: string;
  readonly from: string;
  readonly is: SpfResult;
}
export interface Choice {
  readonly q: Prose;
  readonly options: readonly Prose[];
  /** Index of the right one. */
  readonly answer: number;
  readonly why: Prose;
  readonly rfc: string | undefined;
  /** By option: the misconception it speaks of. */
  readonly believes: Readonly<Record<number, string>>;
  /** By option: what is said to whoever believes it, a question and the fact. */
  readonly nudges: Readonly<Record<number, readonly Prose[]>>;
}
export interface Prediction extends Choice {
  /** What happened when the engine did it; empty: the learner will see. */
  readonly replay: readonly TalkLine[];
}
export interface Hint {
  /** Of a misconception, its number: `M03`. */
  readonly id: string;
  /** `{line}`, `{arg}` and `{verb}` stand for what was typed. */
  readonly text: Prose;
  /** The second nudge. */
  readonly more: Prose | undefined;
  /** Offered unasked when this holds. */
  readonly when: Predicate | undefined;
  /** Seconds without a key before it is offered. */
  readonly idle: number;
}
/** Something others do when the learner presses a button. */
export interface Act {
  readonly id: string;
  readonly title: string;
  readonly does: readonly Deed[];
}
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly prose: Prose;
  /** Where what it says is written. */
  readonly rfc: readonly string[];
  readonly goal: Predicate;
  readonly asks: readonly Question[];
  /** To be answered before the step is tried. */
  readonly predict: Prediction | undefined;
  readonly acts: readonly Act[];
  readonly hints: readonly Hint[];
  /** What reaches the goal: "show me", and the solution that the checker plays. */
  readonly show: readonly Deed[];
}
export const PANELS = ['sequence', 'mailboxes', 'devices', 'machine', 'message', 'glasses'] as const;
export interface Scene {
  /** A scenario of the catalogue. */
  readonly world: string;
  readonly console: string;
  /** Who else sits somewhere from the start. */
  readonly consoles: readonly { readonly id: string; readonly host: string }[];
  /** What is otherwise than usual. */
  readonly turn: readonly Change[];
  /** Panels to bring to the front. */
  readonly watch: readonly (typeof PANELS)[number][];
}
/** Another correct way through the whole lesson. */
export interface Route {
  readonly title: string;
  readonly type: readonly Deed[];
}
/** Played by the checker after the steps before: the hint fires, and the goal stays out of reach. */
export interface WrongPath {
  readonly step: string;
  readonly type: readonly Deed[];
  readonly hint: string;
}
export interface Teacher {
  readonly ask: Prose;
  readonly board: Prose;
  readonly watch: Prose | undefined;
  readonly minutes: number;
}
export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly track: string;
  readonly prereqs: readonly string[];
  readonly minutes: number;
  readonly rfc: readonly string[];
  readonly objective: Prose;
  readonly scene: Scene;
  readonly intro: Prose;
  readonly steps: readonly Step[];
  readonly quiz: readonly Choice[];
  readonly routes: readonly Route[];
  readonly wrongPaths: readonly WrongPath[];
  readonly teacher: Teacher;
}
/** What the list of lessons shows of one, before it is loaded. */
export interface Entry extends Pick<Lesson, 'id' | 'title' | 'track' | 'prereqs' | 'minutes' | 'objective'> {
  /** Their names. */
  readonly steps: readonly string[];
  readonly quiz: number;
}
export interface Tracks {
  readonly tracks: readonly {
    readonly id: string;
    readonly letter: string;
    readonly title: string;
    readonly about: string;
  }[];
  /** The shortest way through all tracks. */
  readonly path: readonly string[];
}
/** `virtual:lessons`. */
export interface Course {
  readonly tracks: Tracks;
  readonly lessons: readonly Entry[];
  /** By number. */
  readonly load: Readonly<Record<string, () => Promise<{ readonly lesson: Lesson }>>>;
}
