import { useStore } from 'zustand';
import type { Advice, Choice, Doubt } from '../../app/advice.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import type { ConsoleModel } from './model.ts';

type Words = Messages['console'];

/** Under the line: how the command is written, where the caret is in it, what it means, and why it may be refused. */
export function UsageLine({ model, touch }: { readonly model: ConsoleModel; readonly touch: boolean }) {
  const { console: m } = useMessages();
  const advice = useStore(model.view, (view) => view.advice);
  const offered = useStore(
    model.view,
    ({ tour, editing, advice: { usage } }) =>
      tour !== '' && tour.startsWith(editing.text) && usage.length === 0,
  );
  return (
    <div
      role="note"
      aria-label={m.usage}
      className="flex h-[5.5rem] shrink-0 flex-wrap content-start items-baseline gap-x-3.5 overflow-y-auto border-t border-line bg-pane px-4.5 py-2"
    >
      {offered ? (
        <p className="text-soft">{touch ? m.tourTouch : m.tour}</p>
      ) : (
        <Usage advice={advice} m={m} model={model} />
      )}
    </div>
  );
}
interface UsageProps {
  readonly advice: Advice;
  readonly m: Words;
  readonly model: ConsoleModel;
}
function Usage({ advice, m, model }: UsageProps) {
  const { usage, meaning, rfc, doubt, others } = advice;
  return (
    <>
      {usage.length > 0 && (
        <span className="mono flex flex-wrap gap-x-2 text-wire" translate="no">
          {usage.map(({ text, here }, i) => (
            <span
              key={`${i}${text}`}
              className={here ? 'border-b-2 border-client text-text' : 'text-soft'}
              {...(here ? { 'data-here': '' } : {})}
            >
              {text}
            </span>
          ))}
        </span>
      )}
      {rfc !== '' && (
        <span className="mono ml-auto text-small whitespace-nowrap text-faint">{rfcWords(rfc, m)}</span>
      )}
      <span
        className={`basis-full @lg:min-w-40 @lg:flex-1 @lg:basis-0 ${doubt ? 'text-refusal' : '@lg:-order-1 text-soft'}`}
      >
        {doubt ? doubtWords(doubt, m) : <span translate="no">{meaning}</span>}
      </span>
      {!doubt && others.length > 1 && <Others others={others} m={m} model={model} />}
    </>
  );
}
const SHOWN = 14;
function Others({
  others,
  m,
  model,
}: {
  readonly others: readonly Choice[];
  readonly m: Words;
  readonly model: ConsoleModel;
}) {
  return (
    <span className="flex basis-full flex-wrap gap-1 pt-1">
      {others.slice(0, SHOWN).map(({ text, line }) => (
        <button
          key={text}
          type="button"
          tabIndex={-1}
          aria-label={m.take(text)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => model.replace(line, line.length)}
          className="mono rounded-control border border-line px-1.5 text-small text-soft hover:border-edge hover:text-text"
        >
          <span translate="no">{text}</span>
        </button>
      ))}
    </span>
  );
}
const rfcWords = (rfc: string, m: Words): string => {
  const [number = '', section = ''] = rfc.split('#');
  return m.rfc(number, section);
};
export function doubtWords(doubt: Doubt, { doubt: m }: Words): string {
  if (doubt.kind === 'unknown') return m.unknown(doubt.verb);
  if (doubt.kind === 'not-offered') return m.notOffered(doubt.verb);
  if (doubt.kind === 'expected') return m.expected(doubt.expected);
  const [first = '', ...ways] = doubt.ways.map((verbs) => m.way(verbs));
  const unlock = first === '' ? '' : ` ${m.before(ways.reduce((all, way) => m.or(all, way), first))}`;
  return m.notNow(doubt.verb, doubt.state) + unlock;
}
