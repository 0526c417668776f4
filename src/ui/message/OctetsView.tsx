import { useEffect, useMemo, useState, type UIEvent } from 'react';
import type { Range } from '../../core/mail/range.ts';
import { useLateMessages } from '../messages/late.ts';
import { useSize } from '../shell/useSize.ts';
import { visible } from '../shell/words.ts';
import { asciiOf, hexOf, offsetText, piecesOf, rowStarts } from './octetRows.ts';

/** In sixteenths of a rem. */
const ROW = 18;
/** A letter of the text, and a smaller one of hex. */
const LETTER = { text: 7.2, hex: 6.6 } as const;
const PADDING = 26;
/** Rows beyond both edges. */
const AHEAD = 12;
/** How much a row shows beside its octets, in letters: the offset before, CR LF behind. */
const AROUND = 12;
const OFFSET = 6;
/** Octets in a row of hex, with as many letters beside them. */
const WIDE = [16, 8, 4] as const;

interface Row {
  readonly from: number;
  readonly to: number;
}
interface Rows {
  readonly count: number;
  readonly at: (row: number) => Row;
}
function textRows(octets: string, columns: number): Rows {
  const starts = rowStarts(octets, columns - AROUND);
  return {
    count: starts.length - 1,
    at: (row) => ({ from: starts[row] ?? 0, to: starts[row + 1] ?? octets.length }),
  };
}
function hexRows(octets: string, columns: number): Rows {
  const wide = WIDE.find((n) => n * 4 + OFFSET <= columns) ?? 4;
  return {
    count: Math.ceil(octets.length / wide),
    at: (row) => ({ from: row * wide, to: Math.min(octets.length, (row + 1) * wide) }),
  };
}

const NOTHING: readonly Range[] = [];
/** The octets of a line, those that are covered marked: with an underline too. */
function Marked({ text, from, covers }: { text: string; from: number; covers: readonly Range[] }) {
  return (
    <span className="whitespace-pre">
      {piecesOf(from, from + text.length, covers).map(({ start, end, covered }) => {
        const piece = visible(text.slice(start - from, end - from));
        return covered ? (
          <mark key={start} className="bg-server-glow text-text underline decoration-server">
            {piece}
          </mark>
        ) : (
          piece
        );
      })}
    </span>
  );
}
/** A line with its end as it is on the wire. */
function Text({ octets, from, covers }: { octets: string; from: number; covers: readonly Range[] }) {
  const { message } = useLateMessages();
  const crlf = octets.endsWith('\r\n');
  const lf = !crlf && octets.endsWith('\n');
  const text = octets.slice(0, octets.length - (crlf ? 2 : lf ? 1 : 0));
  return (
    <>
      <Marked text={text} from={from} covers={covers} />
      {(crlf || lf) && (
        <span className={`ml-1.5 text-tiny ${lf ? 'text-refusal' : 'text-faint'}`}>
          {crlf ? message.lineEnd : message.bareLf}
        </span>
      )}
    </>
  );
}
const Hex = ({ octets, wide }: { octets: string; wide: number }) => (
  <span className="whitespace-pre">
    {hexOf(octets).padEnd(wide * 3 - 1)} <span className="text-soft">{asciiOf(octets)}</span>
  </span>
);

/** Every octet of the letter. Only the rows in view are there: a letter of millions of octets scrolls as a short one. */
export function OctetsView({ octets, covers = NOTHING }: { octets: string; covers?: readonly Range[] }) {
  const { message } = useLateMessages();
  const [hex, setHex] = useState(false);
  const [top, scrolled] = useState(0);
  const { ref, size, unit } = useSize<HTMLDivElement>();
  const columns = Math.floor((size.width - PADDING) / LETTER[hex ? 'hex' : 'text']);
  const rows = useMemo(() => (hex ? hexRows : textRows)(octets, columns), [hex, octets, columns]);
  const from = Math.max(0, Math.floor(top / ROW) - AHEAD);
  const to = Math.min(rows.count, Math.ceil((top + size.height) / ROW) + AHEAD);
  const wide = rows.at(0).to;
  const target = covers[0]?.start;
  useEffect(() => {
    const list = ref.current;
    if (!list || target === undefined) return;
    // the row in which it begins, with one before it
    let row = 0;
    while (row + 1 < rows.count && rows.at(row + 1).from <= target) row++;
    list.scrollTop = Math.max(0, row - 1) * ROW * unit;
  }, [ref, rows, target, unit]);
  const onScroll = ({ currentTarget }: UIEvent<HTMLElement>): void =>
    scrolled(currentTarget.scrollTop / unit);
  return (
    <>
      <div className="flex shrink-0 items-center justify-between gap-3 px-3 pt-2 pb-1 text-small text-soft">
        <span className="mono">{message.size(octets.length)}</span>
        <button
          type="button"
          aria-pressed={hex}
          onClick={() => setHex(!hex)}
          className="h-6 rounded-control border border-line px-2 text-tiny hover:border-edge hover:text-text aria-pressed:border-edge aria-pressed:bg-raised aria-pressed:text-text"
        >
          {message.hex}
        </button>
      </div>
      <div
        ref={ref}
        onScroll={onScroll}
        role="region"
        aria-label={message.raw}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
      >
        <div
          className={`mono ${hex ? 'text-tiny' : 'text-small'}`}
          style={{ height: `${(rows.count * ROW) / 16}rem` }}
        >
          {Array.from({ length: Math.max(0, to - from) }, (_, i) => {
            const { from: start, to: end } = rows.at(from + i);
            const part = octets.slice(start, end);
            return (
              <div
                key={from + i}
                className="absolute inset-x-0 top-0 flex px-3 leading-[1.125rem]"
                style={{ transform: `translateY(${((from + i) * ROW) / 16}rem)` }}
                translate="no"
                data-wire=""
              >
                <span className="mr-2.5 text-tiny leading-[1.125rem] text-faint">
                  {offsetText(start, octets.length)}
                </span>
                {hex ? (
                  <Hex octets={part} wide={wide} />
                ) : (
                  <Text octets={part} from={start} covers={covers} />
                )}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
