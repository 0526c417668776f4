import { X } from 'lucide-react';
import { memo, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { LogLine } from '../../core/trace/device-log.ts';
import { showBeside } from '../console/beside.ts';
import { useMessages } from '../messages/useMessages.ts';
import { gaze, lookAt, lookAway } from '../shell/gaze.ts';
import { gazes } from '../shell/useGaze.ts';
import { shortName, visible } from '../shell/words.ts';
import { shown } from './shown.ts';
import { useLog } from './useLog.ts';
import { words } from './words.ts';

const MOST = 400;
/** The console of a mail client: what it says and hears, to be read. It speaks when somebody clicks. */
export function DeviceConsole({ host }: { host: string }) {
  const { shell } = useMessages();
  const lines = useLog(host);
  const log = useRef<HTMLDivElement>(null);
  const name = shortName(host);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    step(lines, by, log.current);
  };
  return (
    <section
      aria-label={words.log(name)}
      data-device-console={host}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-t border-line @4xl:border-t-0 @4xl:border-l"
    >
      <div className="flex items-center gap-2 border-b border-line px-4.5 py-1 text-small">
        <h2 className="font-[600]" translate="no" data-wire="">
          {name}
        </h2>
        <span className="min-w-0 flex-1 truncate text-tiny text-soft">{words.only}</span>
        <button
          type="button"
          aria-label={shell.close}
          title={shell.close}
          onClick={() => showBeside('')}
          className="grid size-6 shrink-0 place-items-center rounded-control text-soft hover:text-text"
        >
          <X className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        </button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows read on in it */}
      <div
        role="log"
        aria-label={words.log(name)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={lookAway}
        // the latest is in sight, until somebody scrolls
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-4.5 py-2 outline-offset-[-2px]"
      >
        <div ref={log} className="mb-auto">
          {lines.length === 0 && <p className="text-soft">{words.nothingYet}</p>}
          {lines.map((line, i) => (
            <Said key={i} line={line} />
          ))}
        </div>
      </div>
    </section>
  );
}
/** From send to send, as in the consoles' own transcript. */
function step(lines: readonly LogLine[], by: number, log: HTMLElement | null): void {
  const { event } = gaze.getState();
  const at = lines.findIndex((line) => line.event === event);
  let to = at < 0 ? lines.length - 1 : at + by;
  while (lines[to]?.event === event) to += by;
  const line = lines[to];
  if (!line) return;
  lookAt(line.event);
  log?.children[to]?.scrollIntoView({ block: 'nearest' });
}
const Said = memo(function Said({ line }: { line: LogLine }) {
  const lit = useStore(gaze, ({ kin }) => kin.includes(line.event));
  const { by, text, more } = line;
  const wire = by === 'client' || by === 'server';
  return (
    <p
      className={`text-wire ${wire ? 'mono' : 'text-small text-soft'} ${lit ? 'bg-raised' : ''}`}
      {...gazes(line.event)}
    >
      {wire ? <Wire line={line} /> : <Aside line={line} />}
      {more > 0 && <span className="font-sans text-tiny text-soft"> {words.more(more)}</span>}
      {text === '' && wire && '\u00a0'}
    </p>
  );
});
function Wire({ line: { by, text, secure } }: { line: LogLine }) {
  const { console: m } = useMessages();
  const client = by === 'client';
  return (
    <span className={client ? 'text-client' : 'text-server'}>
      <span aria-hidden="true">{client ? '› ' : '‹ '}</span>
      <span className="sr-only">{client ? words.client : words.server} </span>
      <span className="wrap-anywhere whitespace-pre-wrap" translate="no" data-wire="">
        {shown(text, MOST)}
      </span>
      {secure && <span className="sr-only"> ({m.overTls})</span>}
    </span>
  );
}
function Aside({ line: { by, text, port, deed } }: { line: LogLine }) {
  const { sequence } = useMessages();
  if (by === 'call') return <>{words.calls(visible(text), port)}</>;
  if (by === 'secured') return <span className="text-tls">{words.secured}</span>;
  if (by === 'hung') return <>{words.hung}</>;
  return <b className="mt-2 inline-block font-[600] text-text">{deed ? sequence.deeds[deed.does] : ''}</b>;
}
