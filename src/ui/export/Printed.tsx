import './printed.css';
import { createPortal } from 'react-dom';
import { engine, epochOf, sceneNow } from '../../app/engine.ts';
import { ENGINE } from '../../app/save.ts';
import { paperWords } from '../messages/paper.ts';
import { messagesNow } from '../messages/useMessages.ts';
import { rowsOf } from '../sequence/rows.ts';
import { clockText } from '../shell/words.ts';
import { usePrinting } from '../shell/usePrinting.ts';
import { worldName } from '../shell/worldName.ts';
import { PrintedLadder } from './PrintedLadder.tsx';
import { PrintedTalk } from './PrintedTalk.tsx';
import { talksIn } from './talks.ts';

const words = paperWords.printed;

/** What is read is printed where it stands; in the lab that is the session, and wherever nothing to read is on the screen. */
const isSession = (): boolean =>
  /^#?\/?(?:shared)?$/.test(location.hash) || document.querySelector('[data-pane="guide"]') === null;

function Sheets() {
  const state = engine.getState();
  const { trace, world } = state;
  const epoch = epochOf(state);
  const scene = sceneNow(state);
  const messages = messagesNow();
  return (
    <div data-printed="">
      <h1>{words.title(worldName(world))}</h1>
      <p>
        {words.moment(clockText(epoch, scene?.now ?? 0))}
        {trace.length > 0 && `, ${messages.timeline.at((scene?.event ?? -1) + 1, trace.length)}`}
        {' · '}
        {messages.shell.version(ENGINE)}
      </p>
      {trace.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <p>{words.handout}</p>
          <h2>{words.transcript}</h2>
          {talksIn(trace).map((talk, i) => (
            <PrintedTalk key={i} talk={talk} epoch={epoch} />
          ))}
          <h2>{words.sequence}</h2>
          <PrintedLadder rows={rowsOf(trace)} hosts={scene?.hosts ?? []} epoch={epoch} messages={messages} />
        </>
      )}
    </div>
  );
}
/** The lab on paper: the whole session, client and server in two columns, and its sequence with arrows. Made when the browser asks for it, and gone afterwards. */
export function Printed() {
  return usePrinting(isSession) ? createPortal(<Sheets />, document.body) : null;
}
