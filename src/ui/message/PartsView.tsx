import { useState } from 'react';
import type { Range } from '../../core/mail/range.ts';
import { findingsIn, mimeParts, type Finding, type MimePart } from '../../core/trace/mime-parts.ts';
import { partsWords as words } from '../messages/parts.ts';
import { visible } from '../shell/words.ts';
import { useChosen } from './chosen.ts';
import { fetchIt } from './fetchIt.ts';
import { OctetsView } from './OctetsView.tsx';

interface Looks {
  readonly look: (covers: readonly Range[]) => void;
  readonly say: (text: string) => void;
}
function Item({ item, covers, look, say }: Looks & { item: string; covers: readonly Range[] }) {
  const chosen = useChosen();
  return (
    <button
      type="button"
      aria-label={words.type(item)}
      onPointerEnter={() => look(covers)}
      onFocus={() => look(covers)}
      onClick={() => say(fetchIt(item, chosen))}
      className="mono rounded-control border border-line px-1.5 text-left text-tiny leading-5 wrap-anywhere text-client hover:border-client"
      translate="no"
      data-wire=""
    >
      {item}
    </button>
  );
}
function Part({ part, look, say }: Looks & { part: MimePart }) {
  const { number, depth, type, encoding, charset, name, size, items } = part;
  return (
    <li
      className="border-t border-line py-1.5 pr-3 first:border-0"
      style={{ paddingLeft: `${0.75 + depth * 0.75}rem` }}
      data-part={number}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-small">
        <span className="mono font-[640]" translate="no" data-wire="">
          {number === '' ? words.whole : number}
        </span>
        <span className="mono" translate="no" data-wire="">
          {visible(type)}
        </span>
        <span className="mono text-tiny text-soft" translate="no" data-wire="">
          {visible([encoding, charset, name].filter((it) => it !== '').join(' '))}
        </span>
        <span className="text-tiny text-soft">{words.size(size)}</span>
      </p>
      <p className="flex flex-wrap gap-1 pt-1">
        {items.map(({ item, covers }) => (
          <Item key={item} item={item} covers={covers} look={look} say={say} />
        ))}
      </p>
      <Text part={part} />
    </li>
  );
}
const MOST = 4000;
/** As text, whatever it is written in: HTML is shown as its source. */
function Text({ part }: { part: MimePart }) {
  const [open, show] = useState(false);
  if (part.number === '' || !part.type.startsWith('TEXT/')) return null;
  return (
    <details className="pt-1 text-small" onToggle={({ currentTarget }) => show(currentTarget.open)}>
      <summary className="cursor-pointer text-soft">{words.text(part.number)}</summary>
      {open && (
        <>
          {part.type === 'TEXT/HTML' && <p className="text-tiny text-soft">{words.source}</p>}
          <p className="mono wrap-anywhere whitespace-pre-wrap" translate="no" data-wire="">
            {(part.text() ?? '').slice(0, MOST)}
          </p>
        </>
      )}
    </details>
  );
}
function Findings({ findings, look }: { findings: readonly Finding[]; look: Looks['look'] }) {
  if (findings.length === 0) return <p className="px-3 py-2 text-small text-soft">{words.clean}</p>;
  return (
    <section aria-label={words.findings} className="border-t border-edge px-3 py-2">
      <h3 className="text-small font-[600]">{words.findings}</h3>
      <ul>
        {findings.map(({ rule, rfc, severity, start, end }, i) => (
          <li key={`${rule} ${start} ${i}`} data-rule={rule}>
            <button
              type="button"
              onPointerEnter={() => look([{ start, end }])}
              onFocus={() => look([{ start, end }])}
              onClick={() => look([{ start, end }])}
              className="w-full rounded-control py-0.5 text-left text-small hover:bg-raised"
            >
              <span className={severity === 'error' ? 'text-refusal' : 'text-soft'}>
                {words.severity[severity]}
              </span>{' '}
              {words.rules[rule]}{' '}
              <span className="text-tiny text-soft">
                RFC {rfc.replace('#', ' §')} · {words.at(start)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
const NOTHING: readonly Range[] = [];
/** The letter as MIME has it: parts, what fetches each, and the octets that would come. */
export function PartsView({ octets }: { octets: string }) {
  const [covers, look] = useState(NOTHING);
  const [said, say] = useState('');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        className="min-h-0 flex-[3] overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
        role="region"
        aria-label={words.label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
        tabIndex={0}
      >
        <ul>
          {mimeParts(octets).map((part) => (
            <Part key={part.number} part={part} look={look} say={say} />
          ))}
        </ul>
        <Findings findings={findingsIn(octets)} look={look} />
      </div>
      <p role="status" className="shrink-0 px-3 text-small text-soft">
        {said}
      </p>
      <div className="flex min-h-[7rem] flex-[2] flex-col border-t border-edge [@container_(max-height:18rem)]:hidden">
        <OctetsView octets={octets} covers={covers} />
      </div>
    </div>
  );
}
