import { useCallback, useDeferredValue, useLayoutEffect, useMemo } from 'react';
import { words, type Act } from './act.ts';
import { acts } from './acts.ts';
import { found } from './found.ts';
import { perform, type Asked } from './Ask.tsx';

const MOST = 80;
function Option({ act, id, chosen, choose }: { act: Act; id: string; chosen: boolean; choose: () => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are the field's, which names it
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      ref={(element) => {
        if (chosen) element?.scrollIntoView({ block: 'nearest' });
      }}
      onPointerMove={choose}
      onClick={() => perform(act)}
      className="flex cursor-pointer items-baseline gap-3 rounded-control px-2.5 py-1.5 aria-selected:bg-raised"
    >
      <span className="min-w-0 flex-1">
        {act.wire ? (
          <span className="mono text-wire" translate="no" data-wire="">
            {act.title}
          </span>
        ) : (
          act.title
        )}
        {act.about !== undefined && <span className="block text-small text-soft">{act.about}</span>}
      </span>
      <span className="flex shrink-0 gap-1" translate="no">
        {act.shown?.map((key) => (
          <kbd key={key} className="kbd">
            {key}
          </kbd>
        ))}
      </span>
      <span className="w-16 shrink-0 text-right text-small text-faint">{words.groups[act.group]}</span>
    </div>
  );
}
/** What there is to choose from; the field is told. */
export function Palette({ query, at, choose, id, offer }: Asked) {
  const all = useMemo(() => acts(), []);
  const wanted = useDeferredValue(query);
  const listed = useCallback((now: string) => found(all, now).slice(0, MOST), [all]);
  const fitting = useMemo(() => found(all, wanted), [all, wanted]);
  const shown = useMemo(() => fitting.slice(0, MOST), [fitting]);
  const chosen = Math.min(at, shown.length - 1);
  useLayoutEffect(() => offer({ query: wanted, shown, listed }), [offer, wanted, shown, listed]);
  return (
    <>
      <p role="status" className={shown.length > 0 ? 'sr-only' : 'px-2.5 py-2 text-soft'}>
        {shown.length > 0 ? words.found(fitting.length) : words.nothing}
      </p>
      <div
        id={id}
        role="listbox"
        aria-label={words.title}
        className="max-h-[50dvh] overflow-y-auto"
        hidden={shown.length === 0}
      >
        {shown.map((act, i) => (
          <Option key={act.id} act={act} id={`${id}-${i}`} chosen={i === chosen} choose={() => choose(i)} />
        ))}
      </div>
      {fitting.length > MOST && (
        <p className="px-2.5 pt-2 text-small text-faint">{words.more(fitting.length - MOST)}</p>
      )}
    </>
  );
}
