import { useId, useState, type ReactNode } from 'react';
import { middleboxOf } from '../../app/changes.ts';
import { useEngine } from '../../app/useEngine.ts';
import type { Host } from '../../core/host/host.ts';
import type { World } from '../../core/kernel/world.ts';
import type { Middlebox } from '../../core/net/middlebox.ts';
import { shortName } from '../shell/words.ts';
import { escaped, octetsFrom } from './escaped.ts';
import { Field, listOf, Section, submitted, Toggle, Wrong } from './parts.tsx';
import { tryChange } from './useWorld.ts';
import { words } from './words.ts';

const STRIPS = ['STARTTLS', 'STLS'];

function Deed({
  name,
  teaches,
  children,
}: {
  name: string;
  teaches: string;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <li className="border-t border-line py-2">
      <div className="flex items-center justify-between gap-3">
        <span id={id} className="min-w-0 font-[560]">
          {name}
        </span>
        {children(id)}
      </div>
      <p className="mt-0.5 text-small text-soft">{teaches}</p>
    </li>
  );
}
interface BoxProps {
  readonly box: Middlebox;
  readonly set: (set: Partial<Middlebox>) => string;
}
function Injection({ box, set }: BoxProps) {
  const [expected, tell] = useState('');
  const { inject } = box;
  const put = submitted((field) => {
    const octets = octetsFrom(field('octets'));
    const after = field('after').trim();
    tell(after === '' || octets === undefined ? words.way.injection : set({ inject: { after, octets } }));
  });
  return (
    <li className="border-t border-line py-2">
      <p className="font-[560]">{words.way.inject.name}</p>
      <p className="mt-0.5 text-small text-soft">{words.way.inject.teaches}</p>
      <form onSubmit={put} className="mt-1.5 flex flex-wrap items-end gap-2">
        <Field label={words.way.after} name="after" value={inject?.after ?? 'STARTTLS'} />
        <Field
          label={words.way.octets}
          name="octets"
          value={inject ? escaped(inject.octets) : String.raw`NOOP\r\n`}
        />
        <button type="submit" className="control">
          {words.way.put}
        </button>
        {inject && (
          <button type="button" className="control" onClick={() => tell(set({ inject: null }))}>
            {words.way.stop}
          </button>
        )}
      </form>
      <Wrong expected={expected} />
    </li>
  );
}
function Deeds({ box, set }: BoxProps) {
  const { log, strip } = words.way;
  const strips = box.strip.length > 0;
  return (
    <ul>
      <Deed name={log.name} teaches={log.teaches}>
        {(id) => <Toggle on={box.log} labelledBy={id} set={(on) => void set({ log: on })} />}
      </Deed>
      <Deed name={strip.name} teaches={strip.teaches}>
        {(id) => <Toggle on={strips} labelledBy={id} set={(on) => void set({ strip: on ? STRIPS : [] })} />}
      </Deed>
      {strips && (
        <li className="pb-2">
          <Strip box={box} set={set} />
        </li>
      )}
      <Injection box={box} set={set} />
    </ul>
  );
}
function Strip({ box, set }: BoxProps) {
  const [expected, tell] = useState('');
  const put = submitted((field) => {
    const strip = listOf(field('strip'));
    tell(strip.every((it) => /^[!-~]{1,64}$/.test(it)) ? set({ strip }) : words.list);
  });
  return (
    <form onSubmit={put} className="flex items-end gap-2">
      <Field label={words.way.stripped} name="strip" hint={words.list} value={box.strip.join(', ')} />
      <button type="submit" className="control">
        {words.setQuota}
      </button>
      <Wrong expected={expected} />
    </form>
  );
}
/** Who sits on a cable of this machine: on the one it hangs on, or on the one to where you sit. */
export function OnTheWay({ world, host }: { world: World; host: Host }) {
  const id = useId();
  const [near, choose] = useState(false);
  const focus = useEngine((s) => s.console);
  const seat = world.consoles.find((it) => it.id === focus) ?? world.consoles[0];
  const desk = seat && seat.host !== host.id ? seat.host : undefined;
  const to = near ? desk : undefined;
  const box = middleboxOf(world, host.id, to);
  const set = (change: Partial<Middlebox>): string =>
    tryChange({ type: 'middlebox', host: host.id, ...(to === undefined ? {} : { to }), set: change });
  return (
    <Section title={words.way.title}>
      {desk !== undefined && (
        <div className="flex items-center justify-between gap-3 border-t border-line py-1.5">
          <label htmlFor={id} className="text-small text-soft">
            {words.way.where}
          </label>
          <select
            id={id}
            value={near ? 'near' : 'own'}
            onChange={(event) => choose(event.target.value === 'near')}
            className="h-8 max-w-full min-w-0 rounded-control border border-edge bg-ground px-2 text-small"
          >
            <option value="own">{words.way.own(shortName(host.id))}</option>
            <option value="near">{words.way.near(shortName(host.id), shortName(desk))}</option>
          </select>
        </div>
      )}
      <Deeds key={to ?? ''} box={box} set={set} />
    </Section>
  );
}
