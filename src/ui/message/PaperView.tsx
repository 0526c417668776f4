import { useCallback, useMemo } from 'react';
import { readingOf } from '../../core/trace/reading.ts';
import { paperWords as words } from '../messages/paper.ts';
import { framed } from './html/frame.ts';
import { sanitised, trusted, type Clean } from './html/sanitise.ts';

/** Of a text: as much as the largest mail providers show of one. */
const MOST = 102_400;
/** Names of what was left out. */
const MANY = 24;

interface Paper {
  readonly text: string;
  readonly clean: Clean | undefined;
  readonly cut: boolean;
}
function paperOf(octets: string): Paper | undefined {
  const reading = readingOf(octets, MOST);
  if (!reading) return undefined;
  const { html, text, cut, picture } = reading;
  const sent = (id: string): string | undefined => {
    const found = picture(id);
    return found && `data:${found.type};base64,${btoa(found.octets)}`;
  };
  return { text, cut, clean: html ? sanitised(text, { picture: sent, away: words.away }) : undefined };
}

/** What was kept away, and why that is as well. */
function LeftOut({ clean: { leftOut, away } }: { clean: Clean }) {
  return (
    <>
      {away > 0 && <p>{words.pictures(away)}</p>}
      {leftOut.size > 0 && (
        <p data-left-out="">
          {words.leftOut}{' '}
          <span className="mono text-tiny" translate="no">
            {[...leftOut]
              .slice(0, MANY)
              .map(([name, count]) => (count > 1 ? `${name} ×${count}` : name))
              .join(', ')}
            {leftOut.size > MANY && ' …'}
          </span>
        </p>
      )}
    </>
  );
}
function Sheet({ html }: { html: string }) {
  const fill = useCallback(
    (frame: HTMLIFrameElement | null) => {
      if (frame) frame.srcdoc = trusted(framed(html));
    },
    [html],
  );
  // an empty sandbox: no scripts, no forms, no windows, no origin
  return (
    <iframe
      ref={fill}
      sandbox=""
      title={words.frame}
      referrerPolicy="no-referrer"
      className="min-h-0 w-full flex-1 border-0 bg-white"
    />
  );
}
/** The letter as its reader's program shows it: HTML after a sanitiser, in a frame that can do nothing. */
export function PaperView({ octets }: { octets: string }) {
  const paper = useMemo(() => paperOf(octets), [octets]);
  if (!paper) return <p className="p-4 text-soft">{words.nothing}</p>;
  const { clean, text, cut } = paper;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-paper={clean ? 'html' : 'plain'}>
      <div className="grid shrink-0 gap-1 border-b border-line px-4 py-2 text-small text-soft" role="status">
        <p>{clean ? words.html : words.plain}</p>
        {clean && <LeftOut clean={clean} />}
        {cut && <p>{words.cut}</p>}
      </div>
      {clean ? (
        <Sheet html={clean.html} />
      ) : (
        <div
          className="min-h-0 flex-1 overflow-y-auto px-4 py-3 outline-offset-[-2px]"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
          tabIndex={0}
          role="region"
          aria-label={words.frame}
        >
          <p className="text-small leading-5 wrap-anywhere whitespace-pre-wrap" translate="no">
            {text}
          </p>
        </div>
      )}
    </div>
  );
}
