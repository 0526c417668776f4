// The line being written: a pure reducer in the manner of readline. Knows nothing of terminals, servers or time.
import { isSpace, next, previous, settle, wordLeft, wordRight } from './graphemes.ts';
import { findBack, NO_HISTORY, remember, type History, type Mode } from './history.ts';
import type { Key, KeyName } from './keys.ts';

/** Ctrl-R: what is looked for, and which line of the history shows; -1: none does. */
export interface Search {
  readonly query: string;
  readonly found: number;
  /** The line as it was before; Ctrl-G brings it back. */
  readonly before: string;
}
export interface Editing {
  readonly text: string;
  /** Offset in UTF-16 units, always between two graphemes. */
  readonly caret: number;
  readonly killed: string;
  readonly history: History;
  /** Position in the history; undefined: the line is new. */
  readonly recalled: number | undefined;
  /** The new line, put aside while older ones are looked at. */
  readonly draft: string;
  readonly search: Search | undefined;
  /** Esc was pressed: the next Tab leaves. */
  readonly leaving: boolean;
  /** Pasted lines that wait for a yes: Enter sends them, Esc drops them. */
  readonly asking: readonly string[] | undefined;
}
export type Effect =
  /** Of what was offered it may be several, with LF between them. */
  | { readonly type: 'submit'; readonly line: string }
  /** Ctrl-C, Ctrl-D on an empty line, Ctrl-]: octets of their own. */
  | { readonly type: 'control'; readonly octet: '\x03' | '\x04' | '\x1d' }
  | { readonly type: 'clear' }
  | { readonly type: 'leave' };
/** What the reducer must know of the moment. */
export interface Setting {
  readonly mode: Mode;
  /** What Tab and → would add after the line; '' when nothing is offered. */
  readonly ghost: string;
  /** The whole line that Tab and → make of it, where they do more than add; '' where they do not. */
  readonly taken: string;
  /** May Enter send the ghost although nothing was typed? Only in the tour. */
  readonly ghostSends: boolean;
  /** Does this line hold a secret? Then no history keeps it. */
  readonly secret: (line: string) => boolean;
}
export interface Edited {
  readonly state: Editing;
  readonly effects: readonly Effect[];
}

export const NEW_LINE: Editing = {
  text: '',
  caret: 0,
  killed: '',
  history: NO_HISTORY,
  recalled: undefined,
  draft: '',
  search: undefined,
  leaving: false,
  asking: undefined,
};
/** More pasted lines than this are not sent without a question. */
export const UNASKED = 20;

const only = (state: Editing): Edited => ({ state, effects: [] });
const tell = (state: Editing, ...effects: readonly Effect[]): Edited => ({ state, effects });
const at = (state: Editing, text: string, caret: number): Editing => ({ ...state, text, caret });
const move = (state: Editing, caret: number): Edited => only({ ...state, caret });

/** Control characters never enter a line: what is typed there is text. A tab is one blank. */
export const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- removing control characters takes naming them
  text.replace(/\t/g, ' ').replace(/[\0-\x1f\x7f-\x9f]/g, '');

export function insert(state: Editing, text: string): Editing {
  const added = printable(text);
  const joined = state.text.slice(0, state.caret) + added + state.text.slice(state.caret);
  const caret = state.caret + added.length;
  // a combining mark may have joined its neighbour: then the caret goes behind the whole
  const settled = settle(joined, caret);
  return at(state, joined, settled === caret ? caret : next(joined, settled));
}
const cut = (state: Editing, from: number, to: number): Edited =>
  from === to
    ? only(state)
    : only({
        ...at(state, state.text.slice(0, from) + state.text.slice(to), from),
        killed: state.text.slice(from, to),
      });
const erase = (state: Editing, from: number, to: number): Edited => {
  const text = state.text.slice(0, from) + state.text.slice(to);
  return only(at(state, text, settle(text, from)));
};

function submit(state: Editing, setting: Setting): Edited {
  const line = state.text === '' && setting.ghostSends ? setting.ghost : state.text;
  const unfit = line.includes('\n') || setting.secret(line);
  const history = unfit ? state.history : remember(state.history, setting.mode, line);
  const fresh = { ...NEW_LINE, history, killed: state.killed };
  return tell(fresh, { type: 'submit', line });
}
function recall(state: Editing, by: -1 | 1, { mode }: Setting): Edited {
  const lines = state.history[mode];
  const from = state.recalled ?? lines.length;
  const to = Math.max(0, Math.min(lines.length, from + by));
  if (to === from) return only(state);
  const draft = state.recalled === undefined ? state.text : state.draft;
  const text = to === lines.length ? draft : (lines[to] ?? '');
  return only({ ...at(state, text, text.length), draft, recalled: to === lines.length ? undefined : to });
}
function transpose(state: Editing): Edited {
  const { text, caret } = state;
  const right = caret === text.length ? caret : next(text, caret);
  const middle = previous(text, right);
  const left = previous(text, middle);
  if (left === middle) return only(state);
  const swapped = text.slice(middle, right) + text.slice(left, middle);
  const joined = text.slice(0, left) + swapped + text.slice(right);
  return only(at(state, joined, settle(joined, right)));
}
/** Of several lines the first: one is edited at a time. */
const accept = (state: Editing, { ghost, taken }: Setting): Edited =>
  taken === ''
    ? only(insert({ ...state, caret: state.text.length }, ghost.replace(/\n[^]*/, '')))
    : only(insert({ ...state, text: '', caret: 0 }, taken));

/** Lines of a paste: each but the last is sent, the last stays to be edited. */
export function paste(state: Editing, pasted: string, setting: Setting): Edited {
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n').map(printable);
  if (lines.length - 1 > UNASKED) return only({ ...state, asking: lines });
  return runLines(state, lines, setting);
}
function runLines(state: Editing, lines: readonly string[], setting: Setting): Edited {
  const effects: Effect[] = [];
  let now: Editing = { ...state, asking: undefined };
  lines.forEach((line, i) => {
    now = insert(now, line);
    if (i === lines.length - 1) return;
    const sent = submit(now, { ...setting, ghostSends: false });
    now = sent.state;
    effects.push(...sent.effects);
  });
  return { state: now, effects };
}

type Binding = (state: Editing, setting: Setting) => Edited;
const BINDINGS: Readonly<Record<KeyName, Binding>> = {
  enter: submit,
  tab: (s, setting) => (s.leaving ? tell({ ...s, leaving: false }, { type: 'leave' }) : accept(s, setting)),
  escape: (s) => only({ ...s, leaving: true }),
  backspace: (s) => erase(s, previous(s.text, s.caret), s.caret),
  delete: (s) => erase(s, s.caret, next(s.text, s.caret)),
  left: (s) => move(s, previous(s.text, s.caret)),
  right: (s, setting) => (s.caret === s.text.length ? accept(s, setting) : move(s, next(s.text, s.caret))),
  up: (s, setting) => recall(s, -1, setting),
  down: (s, setting) => recall(s, 1, setting),
  home: (s) => move(s, 0),
  end: (s) => move(s, s.text.length),
  'word-left': (s) => move(s, wordLeft(s.text, s.caret)),
  'word-right': (s) => move(s, wordRight(s.text, s.caret)),
  'kill-line': (s) => cut(s, s.caret, s.text.length),
  'kill-start': (s) => cut(s, 0, s.caret),
  'kill-word': (s) => cut(s, wordLeft(s.text, s.caret, isSpace), s.caret),
  'kill-word-right': (s) => cut(s, s.caret, wordRight(s.text, s.caret)),
  yank: (s) => only(insert(s, s.killed)),
  transpose,
  search: (s) => only({ ...s, search: { query: '', found: -1, before: s.text } }),
  'abandon-search': only,
  clear: (s) => tell(s, { type: 'clear' }),
  interrupt: (s) =>
    tell({ ...NEW_LINE, history: s.history, killed: s.killed }, { type: 'control', octet: '\x03' }),
  'delete-or-end': (s) =>
    s.text === '' ? tell(s, { type: 'control', octet: '\x04' }) : erase(s, s.caret, next(s.text, s.caret)),
  'escape-program': (s) => tell(s, { type: 'control', octet: '\x1d' }),
};

function show(state: Editing, search: Search, lines: readonly string[]): Editing {
  const line = search.found < 0 ? search.before : (lines[search.found] ?? '');
  const caret = search.found < 0 ? line.length : settle(line, Math.max(0, line.indexOf(search.query)));
  return { ...at(state, line, caret), search };
}
function look(state: Editing, search: Search, query: string, from: number, lines: readonly string[]): Edited {
  const found = findBack(lines, query, from);
  return only(
    show(state, { ...search, query, found: found ?? (query === search.query ? search.found : -1) }, lines),
  );
}
/** While looking back. Undefined: the search is over and the key means what it always means. */
function searching(state: Editing, search: Search, key: Key, mode: Mode): Edited | undefined {
  const lines = state.history[mode];
  if (key.type === 'text')
    return look(state, search, search.query + printable(key.text), lines.length, lines);
  if (key.type === 'paste') return undefined;
  if (key.name === 'search') {
    return look(state, search, search.query, search.found < 0 ? lines.length : search.found, lines);
  }
  if (key.name === 'backspace') {
    return look(
      state,
      search,
      search.query.slice(0, previous(search.query, search.query.length)),
      lines.length,
      lines,
    );
  }
  if (key.name === 'escape') return only({ ...state, search: undefined });
  if (key.name === 'abandon-search' || key.name === 'interrupt') {
    return only({ ...at(state, search.before, search.before.length), search: undefined });
  }
  return undefined;
}
function answering(state: Editing, lines: readonly string[], key: Key, setting: Setting): Edited {
  if (key.type !== 'key') return only(state);
  if (key.name === 'enter') return runLines(state, lines, setting);
  if (key.name === 'escape' || key.name === 'interrupt') return only({ ...state, asking: undefined });
  return only(state);
}

/** One key. Total: every key in every state leads somewhere. */
export function edit(state: Editing, key: Key, setting: Setting): Edited {
  if (state.asking !== undefined) return answering(state, state.asking, key, setting);
  if (state.search !== undefined) {
    const stillLooking = searching(state, state.search, key, setting.mode);
    if (stillLooking !== undefined) return stillLooking;
  }
  const calm: Editing = { ...state, search: undefined, leaving: false };
  if (key.type === 'text') return only(insert(calm, key.text));
  if (key.type === 'paste') return paste(calm, key.text, setting);
  return BINDINGS[key.name](key.name === 'tab' ? { ...calm, leaving: state.leaving } : calm, setting);
}
