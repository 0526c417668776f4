// A question to the DNS and its answer, as one reads them.
import { without } from '../base/dns.ts';
import { messageSize } from '../net/dns/size.ts';
import { dataText } from '../net/dns/text.ts';
import type { Dns } from './event.ts';

/** Where questions go that name no server; it is drawn as a machine. */
export const RESOLVER = 'resolver';
export interface DnsSaid {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Octets. */
  readonly size: number;
  readonly refused: boolean;
}
/** What crosses the wire; undefined: nothing does, for it was known already, or nobody said anything. */
export function dnsSaid({ host, server, question, answer }: Dns): DnsSaid | undefined {
  const asked = server === '' ? RESOLVER : server;
  if (!answer) {
    const text = `${question.type} ${question.name}`;
    return { from: host, to: asked, text, size: messageSize(question, without('ok')), refused: false };
  }
  const { status, records, cached } = answer;
  if (cached || status === 'timeout') return undefined;
  const text = status === 'ok' ? records.map(dataText).join(', ') : status.toUpperCase();
  return { from: asked, to: host, text, size: messageSize(question, answer), refused: status !== 'ok' };
}
