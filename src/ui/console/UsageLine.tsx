import type { Advice, Choice, Note } from '../../app/advice.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import { afterReply } from '../shell/later.tsx';
import type { ConsoleModel } from './model.ts';
import { usePrefs } from './usePrefs.ts';
import { useScrolls } from './useScrolls.ts';
import { useSoon } from './useSoon.ts';
import { Toggle } from './Toggle.tsx';
import { sendsAlone } from './tour.ts';

const CredentialNote = afterReply(
  async () => (await import('../credential/CredentialNote.tsx')).CredentialNote,
);
const Doubted = afterReply(async () => (await import('./Doubted.tsx')).Doubted);
const LiteralNote = afterReply(async () => (await import('../literal/LiteralNote.tsx')).LiteralNote);
const Beneath = afterReply(async () => (await import('../tokens/Beneath.tsx')).Beneath);
type Words = Messages['console'];

/** Under the line: how the command is written, where the caret is in it, what it means, and why it may be refused. */
export function UsageLine({ model, touch }: { readonly model: ConsoleModel; readonly touch: boolean }) {
  const messages = useMessages();
  const { console: m } = messages;
  const advice = useSoon(model, (view) => view.advice);
  const offered = useSoon(
    model,
    ({ tour, editing, advice: { usage } }) =>
      tour !== '' && tour.startsWith(editing.text) && usage.length === 0,
  );
  const empty = useSoon(model, ({ editing }) => editing.text === '');
  const dotted = useSoon(
    model,
    ({ standing }) => standing?.status.kind === 'content' && standing.status.content.ends === 'dot',
  );
  const tour = useSoon(model, (view) => view.tour);
  const ref = useScrolls();
  return (
    <div
      ref={ref}
      role="note"
      aria-label={m.usage}
      className="group/usage usage relative outline-offset-[-2px] flex has-[[data-why]]:overflow-visible shrink-0 flex-wrap content-start items-baseline gap-x-3.5 overflow-y-auto border-t border-line bg-pane px-4.5"
    >
      {empty && <Beneath />}
      {empty && <CredentialNote />}
      <div className="contents group-has-[[data-why]]/usage:hidden">
        {dotted && (
          <span className="mr-auto">
            <Toggle name="dots">{m.dots}</Toggle>
          </span>
        )}
        {offered ? (
          <p className="text-soft">{tourWords(tour, touch, m)}</p>
        ) : (
          <Usage advice={advice} messages={messages} model={model} />
        )}
      </div>
    </div>
  );
}
interface UsageProps {
  readonly advice: Advice;
  readonly messages: Messages;
  readonly model: ConsoleModel;
}
function Usage({ advice, messages, model }: UsageProps) {
  const { console: m, declared } = messages;
  const { usage, meaning, rfc, doubt, note, others, ghost } = advice;
  const written = useSoon(model, ({ editing }) => editing.text);
  // what only adds is seen on the line itself
  const isOther = ghost === '' && others[0] !== undefined && others[0].line !== written;
  const stuffs = usePrefs((prefs) => prefs.dots);
  return (
    <>
      {usage.length > 0 && (
        <span className="mono flex flex-wrap gap-x-2 text-wire" translate="no" data-wire="">
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
        className={`basis-full short:basis-auto! @lg:min-w-40 @lg:flex-1 @lg:basis-0 ${doubt ? 'text-refusal' : note && note.kind !== 'letter' && note.kind !== 'literal' ? '@lg:-order-1 text-time' : '@lg:-order-1 text-soft'}`}
      >
        {doubt ? (
          <Doubted doubt={doubt} />
        ) : note?.kind === 'literal' ? (
          <LiteralNote note={note} />
        ) : note ? (
          noteWords(note, stuffs, m)
        ) : (
          declared(meaning)
        )}
      </span>
      {!doubt && (others.length > 1 || isOther) && <Others others={others} m={m} model={model} />}
    </>
  );
}
function tourWords(tour: string, touch: boolean, m: Words): string {
  if (!sendsAlone(tour)) return m.tourRest;
  if (touch) return m.tourTouch;
  return tour.includes('\n') ? m.tourLetter : m.tour;
}
function noteWords(note: Exclude<Note, { kind: 'literal' }>, stuffs: boolean, { note: m }: Words): string {
  if (note.kind === 'text') return m.text(note.verb);
  return note.kind === 'dot' && stuffs ? m.stuffed : m[note.kind];
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
    <span className="flex basis-full short:basis-auto short:pt-0 flex-wrap gap-1 touch:gap-y-0 pt-1">
      {others.slice(0, SHOWN).map(({ text, line }) => (
        <button
          key={text}
          type="button"
          tabIndex={-1}
          aria-label={m.take(text)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => model.replace(line, line.length)}
          className="mono rounded-control border border-line px-1.5 touch:min-h-6 text-small text-soft hover:border-edge hover:text-text"
        >
          <span translate="no" data-wire="">
            {text}
          </span>
        </button>
      ))}
    </span>
  );
}
const rfcWords = (rfc: string, m: Words): string => {
  const [number = '', section = ''] = rfc.split('#');
  return m.rfc(number, section);
};
