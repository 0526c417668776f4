import { memo } from 'react';
import type { LegalVerb } from '../../core/spec/describe.ts';
import { useMessages } from '../messages/useMessages.ts';
import { reason } from './reason.ts';

interface Props {
  readonly verbs: readonly LegalVerb[];
  readonly pick: (verb: string) => void;
  readonly point: (verb: string) => void;
}
/** What the server would take now, and what it would want first for the rest. */
export const Legal = memo(function Legal({ verbs, pick, point }: Props) {
  const messages = useMessages();
  const legal = verbs.filter((v) => !v.why);
  const later = verbs.filter((v) => v.why && !v.never);
  const button = (verb: LegalVerb) => (
    <li key={verb.verb}>
      <button
        type="button"
        title={verb.why ? reason(verb, messages) : verb.usage}
        onClick={() => pick(verb.verb)}
        onPointerEnter={() => point(verb.verb)}
        onPointerLeave={() => point('')}
        onFocus={() => point(verb.verb)}
        onBlur={() => point('')}
        className={`mono min-w-6 rounded px-1 text-tiny leading-6 hover:bg-raised ${verb.why ? 'text-faint' : 'text-text'}`}
        translate="no"
        data-wire=""
      >
        {verb.verb}
      </button>
    </li>
  );
  if (verbs.length === 0) return null;
  return (
    <div className="max-h-1/2 shrink-0 overflow-y-auto border-t border-line px-4 pt-2 pb-2.5">
      <h3 className="text-tiny text-soft">{messages.machine.legal}</h3>
      {legal.length === 0 ? (
        <p className="text-tiny text-faint">{messages.machine.noneLegal}</p>
      ) : (
        <ul className="-mx-1 flex flex-wrap gap-x-1">{legal.map(button)}</ul>
      )}
      {later.length > 0 && (
        <div className="mt-1 [@container_(max-height:26rem)]:hidden">
          <h3 className="text-tiny text-soft">{messages.machine.unlock}</h3>
          <ul className="-mx-1 flex flex-wrap gap-x-1">{later.map(button)}</ul>
        </div>
      )}
    </div>
  );
});
