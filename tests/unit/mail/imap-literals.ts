import type { ImapAttributeList } from 'imapflow/lib/handler/types';
import parser from 'imapflow/lib/handler/imap-parser';

/** IMAP data as a client's parser reads it: literals are taken out of the stream before it sees the line. */
export async function readByClient(data: string): Promise<ImapAttributeList> {
  const literals: Buffer[] = [];
  let [line, at] = ['* 1 FETCH ', 0];
  for (let open = nextLiteral(data, at); open; open = nextLiteral(data, at)) {
    line += data.slice(at, open.after);
    literals.push(Buffer.from(data.slice(open.after, open.after + open.size), 'latin1'));
    at = open.after + open.size;
  }
  line += data.slice(at);
  const { attributes } = await parser(Buffer.from(line, 'latin1'), { literals });
  const list = attributes?.[1];
  if (!Array.isArray(list)) throw new Error(`no list: ${line}`);
  return list;
}

/** Outside quoted strings. */
function nextLiteral(
  data: string,
  from: number,
): { readonly after: number; readonly size: number } | undefined {
  const token = /"(?:[^"\\]|\\.)*"|\{(\d+)\}\r\n/gs;
  token.lastIndex = from;
  for (let found = token.exec(data); found; found = token.exec(data))
    if (found[1] !== undefined) return { after: token.lastIndex, size: Number(found[1]) };
  return undefined;
}
