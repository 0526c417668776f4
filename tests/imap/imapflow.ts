// What a client in use makes of what the server says: imapflow's own stream and parser.
import { ImapStream } from 'imapflow/lib/handler/imap-stream';
import parser from 'imapflow/lib/handler/imap-parser';
import type { ImapResponse } from 'imapflow/lib/handler/types';

interface Item {
  readonly payload: Buffer;
  readonly literals: Buffer[];
  readonly next: () => void;
}
const isItem = (it: unknown): it is Item => typeof it === 'object' && it !== null && 'payload' in it;

/** Every response, taken apart; throws where one cannot be. */
export async function parsed(octets: string): Promise<readonly ImapResponse[]> {
  const stream = new ImapStream({ logger: false });
  stream.end(Buffer.from(octets, 'latin1'));
  const out: ImapResponse[] = [];
  for await (const item of stream) {
    if (!isItem(item)) throw new Error('not what the stream is there for');
    out.push(await parser(item.payload, { literals: item.literals }));
    item.next();
  }
  return out;
}
