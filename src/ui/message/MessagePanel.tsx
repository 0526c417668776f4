import { SquareTerminal } from 'lucide-react';
import { useState } from 'react';

import { useLateMessages } from '../messages/late.ts';
import { useArrived } from '../shell/arrived.ts';
import { Segments } from '../shell/Segments.tsx';
import { boxName } from '../shell/words.ts';
import { followConsole, useChosen } from './chosen.ts';
import { EnvelopeCard } from './EnvelopeCard.tsx';
import { LetterView } from './LetterView.tsx';
import { OctetsView } from './OctetsView.tsx';
import { whenShown } from '../shell/later.tsx';
import { useMessage, type Shown } from './useMessage.ts';

const VIEWS = ['letter', 'paper', 'parts', 'octets'] as const;
/** Sections, their numbers and what a standard says of them: none of it is needed before somebody asks. */
const Parts = whenShown(async () => (await import('./PartsView.tsx')).PartsView);
/** The sanitiser, and the frame for what it leaves: for whoever wants to see a letter as its reader does. */
const Paper = whenShown(async () => (await import('./PaperView.tsx')).PaperView);
type View = (typeof VIEWS)[number];

/** Which letter this is, when it is not the one the console writes. */
function Whose() {
  const { message } = useLateMessages();
  const chosen = useChosen();
  if (!chosen) return null;
  return (
    <span className="ml-auto flex min-w-0 items-center gap-1.5 text-small text-soft">
      <span className="truncate" translate="no" data-wire="">
        {message.of(boxName(chosen.mailbox), chosen.uid)}
      </span>
      <button
        type="button"
        aria-label={message.follow}
        title={message.follow}
        onClick={followConsole}
        className="grid size-7 shrink-0 place-items-center rounded-control text-soft hover:bg-raised hover:text-text"
      >
        <SquareTerminal className="size-4" strokeWidth={1.7} aria-hidden="true" />
      </button>
    </span>
  );
}
function Contents({ shown: { transaction, letter }, view }: { shown: Shown; view: View }) {
  const { message } = useLateMessages();
  const chosen = useChosen();
  if (view === 'paper' && letter) return <Paper octets={letter.octets} />;
  if (view === 'parts' && letter) return <Parts octets={letter.octets} />;
  if (view === 'octets' && letter) return <OctetsView octets={letter.octets} />;
  return (
    <div
      className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto outline-offset-[-2px]"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keys
      tabIndex={0}
      role="region"
      aria-label={message.letter}
    >
      {transaction ? (
        <EnvelopeCard transaction={transaction} letter={letter} />
      ) : (
        letter && <p className="px-4 pt-3 text-small text-soft">{message.unknown}</p>
      )}
      {letter && <LetterView letter={letter} coming={transaction?.fate === 'open'} />}
      {chosen && !letter && <p className="p-4 text-soft">{message.gone}</p>}
    </div>
  );
}

/** The envelope apart from the letter, and the letter as it is: its fields, its text, its octets. */
export function MessagePanel() {
  const { message } = useLateMessages();
  const loaded = useArrived();
  const chosen = useChosen();
  const shown = useMessage();
  const [view, see] = useState<View>('letter');
  const empty = !chosen && !shown.transaction && !shown.letter;
  return (
    <div className="flex min-h-0 flex-1 flex-col [container-type:size]" data-panel="message">
      {empty ? (
        <p className="p-5 text-soft">{loaded ? message.empty : message.loading}</p>
      ) : (
        <>
          <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2">
            <Segments label={message.view} all={VIEWS} titles={message} value={view} choose={see} />
            <Whose />
          </div>
          <Contents shown={shown} view={view} />
        </>
      )}
    </div>
  );
}
