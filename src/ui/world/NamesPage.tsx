import { Lock, Pencil, X } from 'lucide-react';
import { useId, useState } from 'react';
import { misread, recordLine } from '../../app/changes.ts';
import type { ResourceRecord } from '../../core/base/dns.ts';
import type { NameService } from '../../core/net/dns/service.ts';
import type { Zone } from '../../core/net/dns/zones.ts';
import { useMessages } from '../messages/useMessages.ts';
import { fromUtf8 } from '../shell/utf8.ts';
import { again, Field, FIELD, Section, submitted, Wrong } from './parts.tsx';
import { tryChange, useWorld } from './useWorld.ts';
import { words } from './words.ts';

const ICON =
  'grid size-7 shrink-0 place-items-center rounded-control text-faint hover:bg-raised hover:text-text';
const plain = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));

/** A line of a zone, judged while it is written: where it goes wrong, and what was expected there. */
function RecordForm({ line, done }: { line: string; done?: () => void }) {
  const { declared } = useMessages();
  const [text, write] = useState(line);
  const [expected, tell] = useState('');
  const id = useId();
  const wrong = text.trim() === '' ? undefined : misread(text);
  const save = submitted(() => {
    if (text.trim() === '') return;
    const edit = { phase: 'add', line: text, ...(line === '' ? {} : { instead: line }) } as const;
    const refused = tryChange({ type: 'record', edit });
    tell(refused);
    if (refused !== '') return;
    write(done ? text : '');
    done?.();
  });
  return (
    <form onSubmit={save} className="grid gap-1.5 py-2">
      <input
        aria-label={line === '' ? words.addRecord : words.edit(line)}
        value={text}
        onChange={(event) => {
          write(event.target.value);
          tell('');
        }}
        placeholder={words.recordHint}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={id}
        onKeyDown={(event) => {
          if (event.key === 'Escape') done?.();
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        ref={done ? (input) => input?.focus() : undefined}
        className={`${FIELD} placeholder:font-sans placeholder:text-faint`}
        translate="no"
      />
      <p id={id} role="status" className="text-tiny text-soft empty:hidden">
        {wrong && `${words.expected(declared(wrong.expected)).replace(/\.$/, '')} ${words.at(wrong.column)}`}
      </p>
      <Wrong expected={wrong ? '' : expected} />
      <div className="flex gap-2">
        <button type="submit" className="control chip">
          {line === '' ? words.add : words.replace}
        </button>
        {done && (
          <button type="button" className="control chip" onClick={done}>
            {words.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
function Entry({ record, origin }: { record: ResourceRecord; origin: string }) {
  const [editing, edit] = useState(false);
  const [expected, tell] = useState('');
  const line = recordLine(record);
  const [name = '', ttl = '', type = '', ...data] = line.split(' ');
  const own = name === origin ? '@' : name.slice(0, name.length - origin.length - 1);
  if (editing)
    return (
      <li className="border-t border-line">
        <RecordForm line={line} done={() => edit(false)} />
      </li>
    );
  return (
    <li className="flex items-start gap-1 border-t border-line py-1.5">
      <div className="mono min-w-0 flex-1 text-tiny" translate="no" data-wire="">
        <p className="flex justify-between gap-2">
          <span className="wrap-anywhere">
            {own} <b className="font-[600]">{type}</b>
          </span>
          <span className="text-faint">{ttl}</span>
        </p>
        <p className="wrap-anywhere text-soft">{fromUtf8(data.join(' '))}</p>
        <Wrong expected={expected} />
      </div>
      <button type="button" aria-label={words.edit(line)} onClick={() => edit(true)} className={ICON}>
        <Pencil className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={words.remove(line)}
        onClick={() => tell(tryChange({ type: 'record', edit: { phase: 'remove', line } }))}
        className={ICON}
      >
        <X className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      </button>
    </li>
  );
}
function ZoneBlock({ zone, faults }: { zone: Zone; faults: NameService['faults'] }) {
  const { origin, signed, records } = zone;
  const broken = Object.keys(faults).some((name) => name === origin || name.endsWith(`.${origin}`));
  return (
    <details className="group border-t border-line" data-zone={origin}>
      <summary className="flex cursor-pointer items-center gap-2 py-2">
        <span className="min-w-0 flex-1 wrap-anywhere font-[560]" translate="no" data-wire="">
          {plain(origin)}
        </span>
        {broken && <span className="size-1.5 rounded-full bg-refusal" aria-hidden="true" />}
        {signed && <Lock className="size-3 text-tls" strokeWidth={2} aria-label={words.signed} />}
        <span className="text-tiny text-faint">{words.records(records.length)}</span>
      </summary>
      <ul>
        {records.map((record) => (
          <Entry key={recordLine(record)} record={record} origin={origin} />
        ))}
      </ul>
    </details>
  );
}
const FAULTS = ['nxdomain', 'nodata', 'servfail', 'timeout'] as const;
function Faults({ faults }: { faults: NameService['faults'] }) {
  const [expected, tell] = useState('');
  const set = submitted((field, form) => {
    const fault = FAULTS.find((it) => it === field('fault')) ?? 'nxdomain';
    const wrong = tryChange({ type: 'fault', name: field('domain').trim(), fault });
    tell(wrong);
    if (wrong === '') again(form);
  });
  return (
    <Section title={words.wrong}>
      <p className="border-t border-line pt-2 text-small text-soft">{words.wrongIntro}</p>
      <ul>
        {Object.entries(faults).map(([name, fault]) => (
          <li key={name} className="flex items-center gap-2 py-1">
            <span className="mono min-w-0 flex-1 wrap-anywhere text-small" translate="no" data-wire="">
              {plain(name)}
            </span>
            <span className="text-small text-refusal">{words.faults[fault]}</span>
            <button
              type="button"
              aria-label={words.remove(plain(name))}
              onClick={() => tell(tryChange({ type: 'fault', name, fault: 'none' }))}
              className={ICON}
            >
              <X className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={set} className="grid gap-2 pt-2">
        <Field label={words.domain} name="domain" />
        <label className="text-tiny text-soft">
          {words.fault}
          <select
            name="fault"
            className="block h-8 w-full rounded-control border border-edge bg-ground px-2 text-small text-text"
          >
            {FAULTS.map((fault) => (
              <option key={fault} value={fault}>
                {words.faults[fault]}
              </option>
            ))}
          </select>
        </label>
        <Wrong expected={expected} />
        <button type="submit" className="control justify-self-start">
          {words.add}
        </button>
      </form>
    </Section>
  );
}
function Resolver({ latency }: { latency: number }) {
  const set = submitted((field) => {
    tryChange({ type: 'resolver', latency: Number(field('latency')) * 1000 });
  });
  return (
    <form onSubmit={set} className="flex items-end gap-2">
      <Field label={words.resolver} name="latency" type="number" value={String(latency / 1000)} />
      <button type="submit" className="control">
        {words.setQuota}
      </button>
    </form>
  );
}
/** The DNS of this world: every zone, record by record, and what goes wrong with a name. */
export function NamesPage() {
  const world = useWorld();
  if (!world) return null;
  const { zones, faults, latency } = world.names;
  const known = Object.values(zones).filter(({ origin }) => origin !== '.');
  const ordered = known.toSorted(
    (a, b) => Number(a.origin.endsWith('.arpa.')) - Number(b.origin.endsWith('.arpa.')),
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Section title={words.addRecord}>
        <RecordForm line="" />
      </Section>
      <Section title={words.zones}>
        {ordered.map((zone) => (
          <ZoneBlock key={zone.origin} zone={zone} faults={faults} />
        ))}
      </Section>
      <Faults faults={faults} />
      <Resolver latency={latency} />
    </div>
  );
}
