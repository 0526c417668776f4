// Questions and records as dig and host -v line them up.
import type { Question, ResourceRecord } from '../../../base/dns.ts';
import { dataText } from '../../../net/dns/text.ts';

/** Words at tab stops: as many tabs as it takes, or one space where it is too late for that. */
function columns(first: string, others: readonly (readonly [at: number, text: string])[]): string {
  let out = first;
  let column = first.length;
  for (const [at, text] of others) {
    const tabs = Math.ceil((at - column) / 8);
    out += (tabs > 0 ? '\t'.repeat(tabs) : ' ') + text;
    column = (tabs > 0 ? at : column + 1) + text.length;
  }
  return out;
}
/** `name`: as it was typed, with its last dot. */
export const questionRow = ({ type }: Question, name: string): string =>
  `;${columns(name, [
    [32, 'IN'],
    [40, type],
  ])}`;
/** A record of the name that was asked for is called as it was typed. */
export const rowOf = (record: ResourceRecord, question: Question, name: string): string =>
  columns(record.name === question.name ? name : record.name, [
    [24, String(record.ttl)],
    [32, 'IN'],
    [40, record.type],
    [48, dataText(record)],
  ]);
export const dotted = (name: string): string => (name.endsWith('.') ? name : `${name}.`);
