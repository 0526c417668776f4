import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import { SWITCHES, type Switch } from '../../app/changes.ts';
import type { Host } from '../../core/host/host.ts';
import { GROUPS, groupOf } from './groups.ts';
import { FIELD, listOf, Section, Toggle, Wrong } from './parts.tsx';
import { tryChange } from './useWorld.ts';
import { words } from './words.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const section = (rfc: string): string => {
  const [number = '', at = ''] = rfc.split('#');
  return words.rfc(number, at);
};
const textOf = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : String(value));

interface ControlProps {
  readonly it: Switch;
  readonly value: unknown;
  readonly labelledBy: string;
  readonly set: (value: unknown) => void;
}
const Flag = ({ value, labelledBy, set }: ControlProps) => (
  <Toggle on={value === true} labelledBy={labelledBy} set={set} />
);
function Choice({ it, value, labelledBy, set }: ControlProps) {
  const values = it.form.kind === 'choice' ? it.form.values : [];
  return (
    <select
      aria-labelledby={labelledBy}
      value={String(value)}
      onChange={(event) => set(event.target.value)}
      className="mono h-8 max-w-full shrink-0 rounded-control border border-edge bg-ground px-2 text-small"
      translate="no"
      data-wire=""
    >
      {values.map((each) => (
        <option key={each}>{each}</option>
      ))}
    </select>
  );
}
/** Written and then taken, by Enter or by leaving: half a number is no decision. */
function Written({ it, value, labelledBy, set }: ControlProps) {
  const { kind } = it.form;
  const take = (text: string): void => {
    const wanted = kind === 'amount' ? Number(text.trim() === '' ? Number.NaN : text) : listOf(text);
    if (!same(wanted, value)) set(wanted);
  };
  return (
    <input
      key={textOf(value)}
      aria-labelledby={labelledBy}
      defaultValue={textOf(value)}
      inputMode={kind === 'amount' ? 'numeric' : 'text'}
      placeholder={kind === 'amount' ? '' : words.list}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
      className={kind === 'amount' ? `${FIELD} !w-24 shrink-0 text-right` : FIELD}
      translate="no"
    />
  );
}
const CONTROLS = { flag: Flag, choice: Choice, amount: Written, some: Written, texts: Written } as const;

function Row({ host, it }: { host: Host; it: Switch }) {
  const [expected, tell] = useState('');
  const id = useId();
  const value: unknown = host.policy[it.name];
  const { name, teaches } = words.switch[it.name];
  const set = (to: unknown): void =>
    // judged before it is done: what is no value of this switch is refused in words
    tell(tryChange({ type: 'policy', host: host.id, set: { [it.name]: to } }));
  const Control = CONTROLS[it.form.kind];
  const wide = it.form.kind === 'some' || it.form.kind === 'texts';
  const turned = !same(value, it.usual);
  return (
    <li className="border-t border-line py-2" data-switch={it.name}>
      <div className={wide ? 'grid gap-1' : 'flex items-center justify-between gap-3'}>
        <span className="flex min-w-0 items-center gap-1.5 font-[560]">
          {turned && <span className="size-1.5 shrink-0 rounded-full bg-text" aria-hidden="true" />}
          <span id={id} className="min-w-0">
            {name}
          </span>
          {turned && (
            <button
              type="button"
              aria-label={words.reset(name)}
              title={words.reset(name)}
              onClick={() => set(it.usual)}
              className="grid size-6 shrink-0 place-items-center rounded-control text-faint hover:bg-raised hover:text-text"
            >
              <RotateCcw className="size-3" strokeWidth={2} aria-hidden="true" />
            </button>
          )}
        </span>
        <Control it={it} value={value} labelledBy={id} set={set} />
      </div>
      <Wrong expected={expected} />
      <p className="mt-0.5 text-small text-soft">
        {teaches}{' '}
        <span className="mono text-tiny whitespace-nowrap text-faint" translate="no">
          {section(it.rfc)}
        </span>
      </p>
    </li>
  );
}
/** Every decision of this host's administrator, with what turning it teaches. */
export function Switches({ host }: { host: Host }) {
  return (
    <Section title={words.switches}>
      {GROUPS.map((group) => {
        const own = SWITCHES.filter(({ name }) => groupOf(name) === group);
        const turned = own.filter(({ name, usual }) => !same(host.policy[name], usual)).length;
        return (
          <details key={group} className="group border-t border-line" open={turned > 0}>
            <summary className="flex cursor-pointer items-center justify-between gap-2 py-2 font-[560]">
              {words.groups[group]}
              <span className="mono text-tiny font-normal text-faint">
                {turned > 0 ? words.turned(turned) : own.length}
              </span>
            </summary>
            <ul className="pb-2">
              {own.map((it) => (
                <Row key={it.name} host={host} it={it} />
              ))}
            </ul>
          </details>
        );
      })}
    </Section>
  );
}
