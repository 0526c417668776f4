import { memo, type ReactNode } from 'react';
import type { LegalVerb } from '../../core/spec/describe.ts';
import type { Owed } from '../../core/trace/owed.ts';
import { part } from '../messages/part.ts';
import { sidesWords } from '../messages/sides.ts';
import { useMessages } from '../messages/useMessages.ts';
import { reason } from './reason.ts';

const m = part(sidesWords, 'sides');

interface Props {
  readonly verbs: readonly LegalVerb[];
  /** What the server waits for instead of a command. */
  readonly owed: Owed | undefined;
  readonly pick: (verb: string) => void;
  readonly point: (verb: string) => void;
}
/** What the server would take now, and what it would want first for the rest. */
export const Legal = memo(function Legal({ verbs, owed, pick, point }: Props) {
  const messages = useMessages();
  const legal = verbs.filter((v) => !v.why);
  const later = verbs.filter((v) => v.why && !v.never);
  const button = (verb: LegalVerb) => (
    <li key={verb.verb}>
      <button
        type="button"
        title={verb.why ? reason(verb) : verb.usage}
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
  if (owed) return <Frame title={m.owed}>{owedWords(owed, messages.declared)}</Frame>;
  return (
    <div className="max-h-1/2 shrink-0 overflow-y-auto border-t border-line px-4 pt-2 pb-2.5">
      <h3 className="text-tiny text-soft">{m.legal}</h3>
      {legal.length === 0 ? (
        <p className="text-tiny text-faint">{m.noneLegal}</p>
      ) : (
        <ul className="-mx-1 flex flex-wrap gap-x-1">{legal.map(button)}</ul>
      )}
      {later.length > 0 && (
        <div className="mt-1 [@container_(max-height:26rem)]:hidden">
          <h3 className="text-tiny text-soft">{m.unlock}</h3>
          <ul className="-mx-1 flex flex-wrap gap-x-1">{later.map(button)}</ul>
        </div>
      )}
    </div>
  );
});

function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="shrink-0 border-t border-line px-4 pt-2 pb-2.5" data-owed-now="">
      <h3 className="text-tiny text-soft">{title}</h3>
      <p className="text-small">{children}</p>
    </div>
  );
}
function owedWords(owed: Owed, declared: (text: string) => string): string {
  if (owed.kind === 'literal') return m.literal(owed.left, owed.name);
  if (owed.kind === 'lineEnd') return m.lineEnd(owed.held);
  if (owed.kind === 'chunk') return m.chunk(owed.left);
  return owed.kind === 'answer' ? declared(owed.summary) : m[owed.kind];
}
