import { ChevronLeft, ChevronRight, Glasses, Lock } from 'lucide-react';
import { useState } from 'react';
import { engine, seekEvent } from '../../app/engine.ts';
import { credentialAt } from '../../core/trace/credential.ts';
import { orMeanwhile } from '../../app/parts.ts';
import type { Wire } from '../../core/trace/event.ts';
import { useGlass, wear } from '../glasses/glass.ts';
import { useMessages } from '../messages/useMessages.ts';
import { gazes } from '../shell/useGaze.ts';
import { shortName } from '../shell/words.ts';
import { Dump } from './Dump.tsx';
import { Pieces } from './Pieces.tsx';
import { Sealed } from './Sealed.tsx';
import { bordersOf, givenAway, nextSend, useAnatomy, useShown, type Shown } from './shown.ts';
import { words } from './words.ts';

const STEPS = [
  { by: -1, words: words.before, icon: ChevronLeft },
  { by: 1, words: words.after, icon: ChevronRight },
] as const;
function Steps({ index }: { index: number }) {
  return STEPS.map(({ by, words: label, icon: Icon }) => {
    const to = nextSend(index, by);
    return (
      <button
        key={by}
        type="button"
        aria-label={label}
        title={label}
        aria-disabled={to < 0}
        onClick={() => to >= 0 && seekEvent(to)}
        className="grid size-6 place-items-center rounded-control border border-line text-soft hover:border-edge hover:text-text aria-disabled:opacity-40"
      >
        <Icon className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
      </button>
    );
  });
}
function Head({ shown: { index, send, from, to } }: { shown: Shown }) {
  const { network } = useMessages();
  const on = useGlass((s) => s.on);
  const wire = send.type === 'wire';
  const size = wire ? send.octets.length : send.size;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-3.5 py-2 text-small">
      <Steps index={index} />
      <span className={send.dir === 'a>b' ? 'text-client' : 'text-server'}>
        {words.way(shortName(from), shortName(to))}
      </span>
      <span className="text-soft">
        {words.size(size)}
        {wire && ` · ${words.segments(bordersOf(send).length + 1)}`}
      </span>
      {!(wire && send.visible) && (
        <Lock className="size-3.5 text-tls" strokeWidth={1.8} aria-label={network.tls} />
      )}
      <button
        type="button"
        aria-pressed={on}
        onClick={() => wear(!on)}
        className="control chip ml-auto min-h-6 px-2 text-tiny aria-pressed:border-tls aria-pressed:bg-tls-glow aria-pressed:text-text"
      >
        <Glasses className="size-3.5" strokeWidth={1.8} aria-hidden="true" />
        {words.glasses}
      </button>
    </div>
  );
}
function Octets({ shown, send }: { shown: Shown; send: Wire }) {
  const { shell } = useMessages();
  const anatomy = useAnatomy(shown);
  const [lit, light] = useState(-1);
  if (!anatomy) return <p className="p-5 text-soft">{shell.loading}</p>;
  const credential = orMeanwhile(() => credentialAt(engine.getState().trace, shown.index), undefined);
  const voice = send.dir === 'a>b' ? 'client' : 'server';
  const both = { anatomy, voice, lit, light } as const;
  return (
    <div {...gazes(shown.index)} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <Pieces {...both} credential={credential} />
      <Dump {...both} borders={bordersOf(send)} />
    </div>
  );
}
/** Before TLS everything, after it sizes. */
function GivenAway({ shown }: { shown: Shown }) {
  const { lines, clear, sealed, sealedSize } = givenAway(engine.getState().trace, shown);
  return (
    <div className="shrink-0 border-t border-line px-3.5 py-2 text-small">
      <p className="text-tiny text-soft">{words.given}</p>
      {lines > 0 && <p className="text-refusal">{words.inClear(lines, words.size(clear))}</p>}
      {sealed > 0 && <p className="text-tls">{words.inTls(sealed, words.size(sealedSize))}</p>}
    </div>
  );
}
/** One send, octet by octet: what each is, how lines end, where segments begin; or what of it somebody on the way sees. */
export function BytesPanel() {
  const shown = useShown();
  const on = useGlass((s) => s.on);
  if (!shown) return <p className="p-5 text-soft">{words.empty}</p>;
  const { send } = shown;
  const hidden = send.type === 'record' || (on && !send.visible);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-panel="bytes" data-send={shown.index}>
      <Head shown={shown} />
      {on && !hidden && <p className="px-3.5 pt-2 text-small text-refusal">{words.open}</p>}
      {hidden ? (
        <Sealed records={givenAway(engine.getState().trace, shown).records} />
      ) : (
        <Octets key={shown.index} shown={shown} send={send} />
      )}
      {on && <GivenAway shown={shown} />}
    </div>
  );
}
