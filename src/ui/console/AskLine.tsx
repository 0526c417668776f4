import { useStore } from 'zustand';
import { useLateMessages } from '../messages/late.ts';
import type { ConsoleModel } from './model.ts';

/** Many pasted lines wait for a yes. */
export function AskLine({ model }: { readonly model: ConsoleModel }) {
  const { ask: m } = useLateMessages();
  const asking = useStore(model.view, (view) => view.editing.asking);
  if (!asking) return null;
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center gap-3 border-t border-line bg-raised px-4.5 py-2"
    >
      <span className="font-semibold">{m.all(asking.length - (asking.at(-1) === '' ? 1 : 0))}</span>
      <span className="text-small text-soft">{m.keys}</span>
      <span className="ml-auto flex gap-2">
        <button type="button" className="control" onClick={() => model.feed('\r')}>
          {m.yes}
        </button>
        <button type="button" className="control" onClick={() => model.feed('\x03')}>
          {m.no}
        </button>
      </span>
    </div>
  );
}
