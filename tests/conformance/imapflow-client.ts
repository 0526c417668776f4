// imapflow, logged in on the bridge.
import { ImapFlow, type FetchMessageObject, type ImapFlowOptions } from 'imapflow';
import type { Outside } from './outside.ts';

export interface Wish extends Pick<
  ImapFlowOptions,
  | 'qresync'
  | 'disableIMAP4rev2'
  | 'disableAutoEnable'
  | 'disableBinary'
  | 'maxIdleTime'
  | 'missingIdleCommand'
> {
  readonly host?: string;
  readonly secure?: boolean;
  readonly user?: string;
  readonly pass?: string;
}
/** alice on the shop's server, by TLS, unless other is wished for. */
export function imapflowAt(outside: Outside, wish: Wish = {}): ImapFlow {
  const { host = 'imap.example.com', secure = true, user = 'alice', pass = 'paper lantern', ...more } = wish;
  return new ImapFlow({
    ...more,
    host: '127.0.0.1',
    port: outside.portOf(host, secure ? 993 : 143),
    secure,
    servername: 'localhost',
    tls: { ca: outside.authority.certificate },
    auth: { user, pass },
    logger: false,
    emitLogs: false,
  });
}
export async function connected(outside: Outside, wish: Wish = {}): Promise<ImapFlow> {
  const it = imapflowAt(outside, wish);
  await it.connect();
  return it;
}
export async function all(them: AsyncIterable<FetchMessageObject>): Promise<readonly FetchMessageObject[]> {
  const out: FetchMessageObject[] = [];
  for await (const it of them) out.push(it);
  return out;
}
export async function text(stream: AsyncIterable<Buffer | string> | undefined): Promise<string> {
  let out = '';
  for await (const chunk of stream ?? []) out += chunk.toString();
  return out;
}
/** The first event of this name from now on. */
export const next = (it: ImapFlow, event: string): Promise<unknown> =>
  new Promise((resolve) => {
    it.once(event, resolve);
  });
