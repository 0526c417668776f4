// What a terminal sends for a key, read back into the key. Pure; shared by the terminal and by the strip of keys on touch.

export type KeyName =
  | 'enter'
  | 'tab'
  | 'escape'
  | 'backspace'
  | 'delete'
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'home'
  | 'end'
  | 'word-left'
  | 'word-right'
  | 'kill-line'
  | 'kill-start'
  | 'kill-word'
  | 'kill-word-right'
  | 'yank'
  | 'transpose'
  | 'search'
  | 'abandon-search'
  | 'clear'
  | 'interrupt'
  | 'delete-or-end'
  | 'escape-program';
export type Key =
  | { readonly type: 'key'; readonly name: KeyName }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'paste'; readonly text: string };

const CONTROL: Readonly<Record<string, KeyName>> = {
  '\x01': 'home',
  '\x02': 'left',
  '\x03': 'interrupt',
  '\x04': 'delete-or-end',
  '\x05': 'end',
  '\x06': 'right',
  '\x07': 'abandon-search',
  '\b': 'backspace',
  '\t': 'tab',
  '\n': 'enter',
  '\v': 'kill-line',
  '\f': 'clear',
  '\r': 'enter',
  '\x0e': 'down',
  '\x10': 'up',
  '\x12': 'search',
  '\x14': 'transpose',
  '\x15': 'kill-start',
  '\x17': 'kill-word',
  '\x19': 'yank',
  '\x1b': 'escape',
  '\x1d': 'escape-program',
  '\x7f': 'backspace',
};
const SEQUENCE: Readonly<Record<string, KeyName>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[F': 'end',
  '[H': 'home',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OF: 'end',
  OH: 'home',
  '[1~': 'home',
  '[3~': 'delete',
  '[4~': 'end',
  '[1;3C': 'word-right',
  '[1;3D': 'word-left',
  '[1;5C': 'word-right',
  '[1;5D': 'word-left',
  b: 'word-left',
  f: 'word-right',
  d: 'kill-word-right',
  '\x7f': 'kill-word',
};
// A paste, an escape sequence, one control character, or text.
const PIECE =
  // eslint-disable-next-line no-control-regex -- escape sequences begin with ESC
  /\x1b\[200~([\s\S]*?)(?:\x1b\[201~|$)|\x1b(\[[0-9;]*[A-Za-z~]|O[A-Z]|[bfd\x7f])|([\0-\x1f\x7f])|([^\0-\x1f\x7f]+)/g;

const named = (name: KeyName | undefined): readonly Key[] =>
  name === undefined ? [] : [{ type: 'key', name }];

/** The keys in what a terminal sent. Unknown sequences and control characters nobody bound are nothing at all. */
export function keysOf(data: string): readonly Key[] {
  const keys: Key[] = [];
  for (const [, pasted, sequence, control, text] of data.matchAll(PIECE)) {
    if (pasted !== undefined) keys.push({ type: 'paste', text: pasted });
    else if (sequence !== undefined) keys.push(...named(SEQUENCE[sequence]));
    else if (control !== undefined) keys.push(...named(CONTROL[control]));
    else if (text !== undefined) keys.push({ type: 'text', text });
  }
  return keys;
}
/** What a letter becomes with Ctrl held down. */
export const controlOf = (letter: string): string =>
  String.fromCharCode(letter.toUpperCase().charCodeAt(0) & 0x1f);
