// A line of the shell: words, quotes and pipes as in sh (POSIX XCU 2.2, 2.3). What is not there says so.
import type { Octets } from '../../base/octets.ts';

export type Parsed =
  /** The commands of one pipe; none: there is nothing to do. */
  { readonly stages: readonly (readonly Octets[])[] } | { readonly error: string };

const ABSENT: Readonly<Record<string, string>> = {
  $: "this shell knows no variables: write '$' in single quotes",
  '`': 'this shell runs no commands inside others: write the backquote in single quotes',
  ';': 'one command a line: press Enter instead of ;',
  '&': 'one program at a time: there is no & here',
  '>': 'there are no files to write to here',
  '<': 'there are no files to read from here',
  '(': 'this shell knows no ( )',
  ')': 'this shell knows no ( )',
};
const matching = (quote: string): string => `bash: unexpected EOF while looking for matching \`${quote}'`;

interface Reading {
  readonly text: Octets;
  at: number;
  error: string | undefined;
}
export function parse(text: Octets): Parsed {
  const r: Reading = { text, at: 0, error: undefined };
  const stages: Octets[][] = [[]];
  while (r.at < text.length && r.error === undefined) {
    const c = text.charAt(r.at);
    if (c === ' ' || c === '\t') r.at++;
    else if (c === '#') break;
    else if (c === '|') {
      if (stages.at(-1)?.length === 0) return { error: "bash: syntax error near unexpected token `|'" };
      stages.push([]);
      r.at++;
    } else stages.at(-1)?.push(word(r));
  }
  if (r.error !== undefined) return { error: r.error };
  if (stages.length > 1 && stages.at(-1)?.length === 0)
    return { error: 'bash: syntax error: unexpected end of file' };
  return { stages: stages.filter((stage) => stage.length > 0) };
}
function word(r: Reading): Octets {
  let out = '';
  while (r.at < r.text.length && r.error === undefined && !/[ \t|]/.test(r.text.charAt(r.at))) {
    const c = r.text.charAt(r.at);
    if (c === "'") out += single(r);
    else if (c === '"') out += double(r);
    else if (c === '\\') {
      out += r.text.charAt(r.at + 1);
      r.at += 2;
    } else if (Object.hasOwn(ABSENT, c)) r.error = `bash: ${ABSENT[c]}`;
    else {
      out += c;
      r.at++;
    }
  }
  return out;
}
function single(r: Reading): Octets {
  const end = r.text.indexOf("'", r.at + 1);
  if (end < 0) {
    r.error = matching("'");
    return '';
  }
  const inside = r.text.slice(r.at + 1, end);
  r.at = end + 1;
  return inside;
}
/** Inside double quotes a backslash escapes only what has a meaning there (POSIX XCU 2.2.3). */
function double(r: Reading): Octets {
  let out = '';
  for (r.at++; r.at < r.text.length; r.at++) {
    const c = r.text.charAt(r.at);
    if (c === '"') {
      r.at++;
      return out;
    }
    if (c === '$' || c === '`') {
      r.error = `bash: ${ABSENT[c]}`;
      return '';
    }
    const next = r.text.charAt(r.at + 1);
    if (c === '\\' && /["\\$`]/.test(next)) {
      out += next;
      r.at++;
    } else out += c;
  }
  r.error = matching('"');
  return '';
}
