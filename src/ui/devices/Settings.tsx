import { useId } from 'react';
import { folderNamed } from '../../app/device.ts';
import type { Settings as Set } from '../../core/base/device.ts';
import type { SceneDevice } from '../../core/trace/devices.ts';
import { FIELD, submitted } from '../world/parts.tsx';
import { click } from './click.ts';
import { words } from './words.ts';

const KEEPS = ['leave', 'mirror', 'days', 'delete'] as const;

function Flag({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      onClick={() => set(!on)}
      className="group/s flex min-h-8 w-full items-center justify-between gap-3 text-left text-small"
    >
      <span>{label}</span>
      <span
        className="flex h-5 w-9 shrink-0 items-center rounded-full border border-edge p-0.5 group-aria-checked/s:justify-end group-aria-checked/s:border-text group-aria-checked/s:bg-text"
        aria-hidden="true"
      >
        <span className="size-3.5 rounded-full bg-edge group-aria-checked/s:bg-ground" />
      </span>
    </button>
  );
}
interface Of {
  readonly settings: Set;
  readonly set: (to: Partial<Set>) => void;
}
function Keep({ settings, set }: Of) {
  const id = useId();
  return (
    <div className="grid gap-1 py-1">
      <label htmlFor={id} className="text-small">
        {words.keep}
      </label>
      <div className="flex gap-1.5">
        <select
          id={id}
          value={settings.keep}
          onChange={(event) => {
            const keep = KEEPS.find((it) => it === event.target.value);
            if (keep) set({ keep });
          }}
          className="h-8 min-w-0 flex-1 rounded-control border border-edge bg-ground px-2 text-small"
        >
          {KEEPS.map((keep) => (
            <option key={keep} value={keep}>
              {words.keeps[keep]}
            </option>
          ))}
        </select>
        {settings.keep === 'days' && (
          <input
            key={settings.days}
            aria-label={words.days}
            defaultValue={settings.days}
            inputMode="numeric"
            onBlur={(event) => {
              const days = Number(event.target.value);
              if (days !== settings.days) set({ days });
            }}
            className={`${FIELD} !w-16 text-right`}
          />
        )}
      </div>
    </div>
  );
}
const TLS = {
  implicit: { secure: true, upgrade: false },
  upgrade: { secure: false, upgrade: true },
  none: { secure: false, upgrade: false },
} as const;
const WAYS = ['implicit', 'upgrade', 'none'] as const;
/** Before everything, asked for, or not at all. */
function Tls({ settings: { access, secure, upgrade }, set }: Of) {
  const id = useId();
  const now = secure ? 'implicit' : upgrade ? 'upgrade' : 'none';
  return (
    <div className="grid gap-1 py-1">
      <label htmlFor={id} className="text-small">
        {words.tls}
      </label>
      <select
        id={id}
        value={now}
        onChange={(event) => {
          const way = WAYS.find((it) => it === event.target.value);
          if (way) set(TLS[way]);
        }}
        className="h-8 min-w-0 rounded-control border border-edge bg-ground px-2 text-small"
      >
        {WAYS.map((way) => (
          <option key={way} value={way}>
            {words.ways[way](access === 'pop3' ? 995 : 993, access === 'pop3' ? 'STLS' : 'STARTTLS')}
          </option>
        ))}
      </select>
    </div>
  );
}
/** How this device goes about its mail. */
export function Settings({ device: { host, settings } }: { device: SceneDevice }) {
  const set = (to: Partial<Set>): void => click(host, { does: 'set', settings: to });
  const make = submitted((field, form) => {
    click(host, { does: 'make', folder: folderNamed(field('folder')) });
    form.reset();
  });
  return (
    <details className="mx-4 border-t border-line pt-1.5">
      <summary className="min-h-7 text-small text-soft hover:text-text">{words.settings}</summary>
      <Flag label={words.online} on={settings.online} set={(online) => set({ online })} />
      {settings.access === 'imap' ? (
        <Flag label={words.watch} on={settings.watch} set={(watch) => set({ watch })} />
      ) : (
        <Keep settings={settings} set={set} />
      )}
      <Flag label={words.copy} on={settings.copy} set={(copy) => set({ copy })} />
      <Tls settings={settings} set={set} />
      <form onSubmit={make} className="flex gap-1.5 py-1">
        <input
          name="folder"
          aria-label={words.newFolder}
          placeholder={words.newFolder}
          autoComplete="off"
          className={`${FIELD} placeholder:font-sans placeholder:text-faint`}
        />
        <button type="submit" className="control">
          {words.make}
        </button>
      </form>
      <button type="button" className="control chip mt-1" onClick={() => click(host, { does: 'forget' })}>
        {words.forget}
      </button>
    </details>
  );
}
