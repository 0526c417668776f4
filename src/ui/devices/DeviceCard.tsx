import { PenLine, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { LetterRef } from '../../core/base/device.ts';
import type { SceneDevice } from '../../core/trace/devices.ts';
import { shortName, visible } from '../shell/words.ts';
import { Caused } from './Caused.tsx';
import { DeviceIcon } from './DeviceIcon.tsx';
import { Letters } from './Letters.tsx';
import { Outbox } from './Outbox.tsx';
import { Reading } from './Reading.tsx';
import { Settings } from './Settings.tsx';
import { click } from './click.ts';
import { words } from './words.ts';
import { Writing } from './Writing.tsx';

function Way({ device: { host, settings } }: { device: SceneDevice }) {
  return (
    <div role="group" aria-label={words.way} className="flex rounded-control border border-line p-px">
      {(['pop3', 'imap'] as const).map((access) => (
        <button
          key={access}
          type="button"
          aria-pressed={settings.access === access}
          onClick={() => settings.access !== access && click(host, { does: 'set', settings: { access } })}
          className="min-h-7 rounded-[0.3125rem] px-2.5 text-small text-soft hover:text-text aria-pressed:bg-raised aria-pressed:text-text"
        >
          {words[access]}
        </button>
      ))}
    </div>
  );
}
function Head({ device, write }: { device: SceneDevice; write: () => void }) {
  const { host, address, settings, line } = device;
  return (
    <div className="flex flex-col gap-2 px-4 pt-3">
      <div className="flex items-start gap-2">
        <DeviceIcon host={host} className="mt-0.5 size-4 shrink-0 text-soft" />
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-[600]" translate="no" data-wire="">
            {shortName(host)}
          </h3>
          <p className="truncate text-tiny text-soft" translate="no" data-wire="">
            {address}
          </p>
        </div>
        <p className="shrink-0 text-tiny text-soft" role="status">
          {settings.online ? words.line[line] : words.line.offline}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Way device={device} />
        <button type="button" className="control chip" onClick={() => click(host, { does: 'sync' })}>
          <RefreshCw className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {words.sync}
        </button>
        <button type="button" className="control chip" onClick={write}>
          <PenLine className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
          {words.write}
        </button>
      </div>
    </div>
  );
}
/** Why the latest talk came to nothing, in words, and in the server's own. */
function Trouble({ device: { trouble } }: { device: SceneDevice }) {
  return (
    <div
      role="status"
      className={trouble ? 'mx-4 rounded-control bg-refusal-glow px-2.5 py-1.5 text-small' : ''}
    >
      {trouble && (
        <>
          <p className="text-refusal">{words.trouble[trouble.what]}</p>
          {trouble.said !== '' && (
            <p className="mono wrap-anywhere text-text" translate="no" data-wire="">
              {visible(trouble.said)}
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** One mail client: what lies on the device, and what may be done with it. */
export function DeviceCard({ device, count }: { device: SceneDevice; count: number }) {
  const [chosen, choose] = useState<LetterRef | null>(null);
  const [writing, write] = useState<{ readonly re: LetterRef | null } | null>(null);
  const letter = chosen && device.letters.find((it) => it.folder === chosen.folder && it.id === chosen.id);
  return (
    <section
      aria-label={words.of(shortName(device.host), device.address)}
      className="flex min-w-0 flex-col gap-2.5 border-line pb-4 not-last:border-b @lg:not-last:border-r @lg:not-last:border-b-0"
      data-device={device.host}
    >
      <Head device={device} write={() => write({ re: null })} />
      <Trouble device={device} />
      {writing ? (
        <Writing device={device} re={writing.re} close={() => write(null)} />
      ) : (
        <>
          <Letters device={device} chosen={chosen} choose={choose} />
          {letter && (
            <Reading
              key={`${letter.folder} ${letter.id}`}
              device={device}
              letter={letter}
              close={() => choose(null)}
              reply={() => write({ re: { folder: letter.folder, id: letter.id } })}
            />
          )}
        </>
      )}
      <Outbox device={device} />
      <Caused host={device.host} count={count} />
      <Settings device={device} />
    </section>
  );
}
