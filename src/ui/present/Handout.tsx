import './handout.css';
import { Printer, X } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { engine } from '../../app/engine.ts';
import { useMessages } from '../messages/useMessages.ts';
import { words as share } from '../share/words.ts';
import { useScene } from '../shell/scene.ts';
import { worldName } from '../shell/worldName.ts';
import { roomFor, sheetOf, type SheetRow } from './sheet.ts';
import { words } from './words.ts';

const { sheet } = words;

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <span translate="no" data-wire="" className="mono text-small">
    {lines.map((line, i) => (
      <span key={i} className="block wrap-anywhere whitespace-pre-wrap">
        {line === '' ? ' ' : line}
      </span>
    ))}
  </span>
);
/** What is not of the wire looks otherwise: whoever reads it would take it for a line. */
function Said({ row: { lines, omitted, last } }: { row: SheetRow }) {
  const { blank } = useMessages().sequence.notes;
  if (lines.length === 1 && lines[0] === '') return <span className="text-small text-soft">{blank}</span>;
  return (
    <>
      <Lines lines={lines} />
      {omitted > 0 && (
        <>
          <span className="block text-small text-soft">{sheet.omitted(omitted)}</span>
          <Lines lines={last} />
        </>
      )}
    </>
  );
}
/** Room to write the answer in; its last line is not taken for the rule below. */
const Blank = ({ row }: { row: SheetRow }) => (
  <span className="block pb-2.5">
    {Array.from({ length: roomFor(row) }, (_, i) => (
      <span key={i} data-room="" className="block h-7 border-b border-dotted border-edge" />
    ))}
  </span>
);

/** Nothing behind it can be reached, so that after the last control comes the first. */
function goRound(event: KeyboardEvent, page: HTMLElement): void {
  const all = page.querySelectorAll<HTMLElement>('input, button');
  const [from, to] = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
  const at = document.activeElement;
  if (at !== from && page.contains(at) && at !== page) return;
  event.preventDefault();
  to?.focus();
}

/** The session up to this moment, to be printed: with what the server said, or with room to guess it. */
export function Handout({ close }: { close: () => void }) {
  const { event } = useScene();
  const [answers, show] = useState(true);
  const page = useRef<HTMLDivElement>(null);
  const { trace, world, lesson } = engine.getState();
  const rows = sheetOf(trace, event + 1);
  useEffect(() => {
    const root = document.getElementById('root');
    const before = document.activeElement;
    root?.setAttribute('inert', '');
    page.current?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
      else if (event.key === 'Tab' && page.current) goRound(event, page.current);
    };
    addEventListener('keydown', press);
    return () => {
      removeEventListener('keydown', press);
      root?.removeAttribute('inert');
      if (before instanceof HTMLElement) before.focus();
    };
  }, [close]);
  return createPortal(
    <div
      ref={page}
      data-handout=""
      role="dialog"
      aria-modal="true"
      aria-labelledby="handout-title"
      tabIndex={-1}
      className="fixed inset-0 z-50 overflow-y-auto bg-pane px-6 pb-5 text-text"
    >
      <div className="mx-auto max-w-[56rem]">
        <div data-screen="" className="sticky top-0 mb-2 flex flex-wrap items-center gap-3 bg-pane pt-5 pb-2">
          <label className="flex cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              checked={answers}
              onChange={() => show(!answers)}
              className="accent-[var(--color-text)]"
            />
            {sheet.answers}
          </label>
          <button type="button" onClick={() => print()} className="control ml-auto text-text">
            <Printer className="size-4" strokeWidth={1.8} aria-hidden="true" />
            {sheet.print}
          </button>
          <button type="button" aria-label={sheet.close} onClick={close} className="control size-8 p-0">
            <X className="size-4" aria-hidden="true" />
          </button>
        </div>
        <div className="flex items-baseline justify-between gap-4 border-b border-edge pb-2">
          <h2 id="handout-title" className="text-title font-[640]">
            {sheet.title}
          </h2>
          <p className="text-small">
            {sheet.name}: <span className="inline-block w-40 border-b border-edge" />
          </p>
        </div>
        <p className="py-1 text-small text-soft">
          {sheet.of(lesson === '' ? worldName(world) : lesson, rows.length)}
        </p>
        {rows.length === 0 && <p className="py-4 text-soft">{sheet.empty}</p>}
        <table className="w-full table-fixed border-collapse">
          <thead>
            <tr className="text-left text-small">
              <th scope="col" className="w-9 font-normal">
                <span className="sr-only">№</span>
              </th>
              <th scope="col" className="py-1 font-[560]">
                › {sheet.client}
              </th>
              <th scope="col" className="py-1 font-[560]">
                ‹ {sheet.server}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Fragment key={row.n}>
                {row.talk && (
                  <tr data-talk="" className="border-t border-edge break-after-avoid">
                    <th colSpan={3} className="pt-2.5 pb-1 text-left text-small font-[560]">
                      {share.talk(row.talk.from, row.talk.to, String(row.talk.port))}
                    </th>
                  </tr>
                )}
                {row.tls && (
                  <tr data-tls="" className="border-t border-line break-after-avoid">
                    <td colSpan={3} className="py-1 pl-9 text-small text-soft">
                      {share.tlsFrom}
                    </td>
                  </tr>
                )}
                <tr className="border-t border-line align-top">
                  <td className="py-1 pr-2 text-right text-small text-soft">{row.n}</td>
                  <td className="py-1 pr-3">{row.by === 'client' && <Said row={row} />}</td>
                  <td className="py-1">
                    {row.by === 'server' && (answers ? <Said row={row} /> : <Blank row={row} />)}
                  </td>
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>,
    document.body,
  );
}
