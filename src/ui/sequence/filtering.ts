// What a filter means for a rung of the ladder. Codes are read from replies with the declarations' own templates.
import { orMeanwhile } from '../../app/parts.ts';
import { readable } from '../../core/trace/readable.ts';
import { codesIn, protocolsOf } from '../../core/trace/spoken.ts';
import type { TraceEvent } from '../../core/trace/event.ts';
import type { Fits } from './filter.ts';
import type { Filter, Term } from './grammar.ts';
import type { Row } from './rows.ts';

export const fitsOf =
  (filter: Filter): Fits =>
  (row, trace) =>
    filter.some((all) => all.every((term) => isTrue(term, row, trace) !== term.not));

function isTrue({ key, value }: Term, row: Row, trace: readonly TraceEvent[]): boolean {
  switch (key) {
    case 'protocol':
      return isOf(row, value, trace);
    case 'conn':
      return row.conn === Number(value);
    case 'code':
      return row.kind === 'text' && codesOf(trace, row.event).some((code) => isCode(code, value));
    case 'from':
      return row.from.toLowerCase().includes(value);
    case 'to':
      return row.to.toLowerCase().includes(value);
    case 'text':
      return textOf(row, trace).toLowerCase().includes(value);
    case 'is':
      return isSort(row, value);
  }
}
function isOf(row: Row, protocol: string, trace: readonly TraceEvent[]): boolean {
  if (row.kind === 'dns') return protocol === 'dns';
  if (protocol === 'tls') return row.secure || row.kind === 'record';
  if (protocol === 'tcp') return row.kind === 'call' || (row.kind === 'break' && row.conn > 0);
  const spoken = row.conn > 0 ? protocolsOf(trace).get(row.conn) : undefined;
  return spoken?.replace(/-client$/, '') === protocol;
}
/** What a row says in full, as a person reads it: of a reply all its lines, of the rest what is drawn. */
function textOf(row: Row, trace: readonly TraceEvent[]): string {
  const event = trace[row.event];
  return event?.type === 'wire' && row.kind === 'text' ? readable(event.octets) : `${row.text} ${row.what}`;
}
const codesOf = (trace: readonly TraceEvent[], index: number): readonly string[] =>
  orMeanwhile(() => codesIn(trace, index), []).map((code) => code.toLowerCase());
/** `5xx` means all that begin with 5; of a tagged reply the word is the code; brackets may be left out. */
function isCode(code: string, wanted: string): boolean {
  const bare = code.replace(/^\[|[\]-]$/g, '');
  const word = bare.includes(' ') && !code.startsWith('[') ? bare.slice(bare.lastIndexOf(' ') + 1) : bare;
  if (/^\dx|x$/.test(wanted) && /^\d{3}$/.test(word)) return word.startsWith(wanted.replace(/x+$/, ''));
  return word === wanted || (code.startsWith('[') && bare.startsWith(wanted));
}
function isSort({ kind, voice, refused, secure }: Row, sort: string): boolean {
  switch (sort) {
    case 'refused':
      return refused;
    case 'sealed':
      return secure;
    case 'command':
      return kind === 'text' && voice === 'client';
    case 'reply':
      return kind === 'text' && voice === 'server';
    case 'state':
      return kind === 'state';
    default:
      return kind === 'store';
  }
}
