import type { ConsoleModel } from '../console/model.ts';
import { useSoon } from '../console/useSoon.ts';
import { part } from '../messages/part.ts';
import { literalWords } from './words.ts';

const m = part(literalWords, 'literal');
const encoder = new TextEncoder();

/** How much of the literal is owed once the line being written is sent; counted anew with each key. */
export function LiteralCount({ model }: { readonly model: ConsoleModel }) {
  const text = useSoon(model, ({ editing }) => editing.text);
  const standing = useSoon(model, (view) => view.standing);
  if (standing?.status.kind !== 'content') return null;
  const { left } = standing.status.content;
  const end = standing.mode.eol === 'crlf' ? 2 : 1;
  const rest = left - encoder.encode(text).length;
  return (
    <span role="note" aria-label={m.label} className="text-client" data-owed={left}>
      {text === '' ? m.counts : lineWords(rest, end)}
    </span>
  );
}
/** `rest`: what is owed after the line without its end. */
function lineWords(rest: number, end: number): string {
  if (rest < 0) return m.beyond(-rest);
  if (rest === 0) return m.ends;
  if (rest < end) return m.between;
  return rest === end ? m.all : m.more(rest - end);
}
