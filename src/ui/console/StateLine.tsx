import type { Standing } from '../../app/consoles.ts';
import type { Content } from '../../core/trace/content.ts';
import type { Status } from '../../core/trace/status.ts';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import type { ConsoleModel, ConsoleView } from './model.ts';
import { afterReply } from '../shell/later.tsx';
import { spanText } from '../shell/words.ts';
import { useSoon } from './useSoon.ts';

const LiteralCount = afterReply(async () => (await import('../literal/LiteralCount.tsx')).LiteralCount);

type Words = Pick<Messages, 'console' | 'span'>;
type Tone = 'you' | 'server' | 'time' | 'refusal' | 'quiet';
export interface StateWords {
  readonly tone: Tone;
  readonly text: string;
}
const LED: Readonly<Record<Tone, string>> = {
  you: 'bg-client ring-client-glow',
  server: 'bg-server ring-server-glow',
  time: 'bg-time ring-transparent',
  refusal: 'bg-refusal ring-refusal-glow',
  quiet: 'bg-faint ring-transparent',
};

/** Whose turn it is: always said. */
export function StateLine({ model }: { readonly model: ConsoleModel }) {
  const messages = useMessages();
  const { console: m } = messages;
  const view = useSoon(model, (it) => it);
  const { tone, text } = stateWords(view, messages);
  const { mode, status } = view.standing ?? {};
  const connected = mode !== undefined && mode.program !== 'shell' && mode.phase !== 'idle';
  const patience = patienceOf(view);
  return (
    <div className="group/state flex min-h-8 short:min-h-6.5 short:py-0 shrink-0 items-center gap-x-2.5 @max-[19rem]:flex-wrap border-t border-line px-4.5 py-1 text-small text-soft">
      <span
        aria-hidden
        className={`size-[7px] shrink-0 rounded-full ring-4 ${LED[tone]}`}
        data-led={tone}
        data-fetching={view.standing ? view.fetching : 'part'}
      />
      <span
        role="status"
        className="@max-[19rem]:basis-40 @max-[19rem]:grow group-has-[[data-owed]]/state:shrink-0"
      >
        {text}
      </span>
      {tone === 'you' && status?.kind === 'content' && status.content.ends === 'literal' && (
        <LiteralCount model={model} />
      )}
      {connected && (
        <span className="ml-auto flex gap-x-2.5 whitespace-nowrap">
          {patience !== undefined && (
            <span
              className="text-time @max-xl:group-has-[[data-owed]]/state:hidden"
              title={m.status.patienceMeans}
            >
              {m.status.patience(spanText(patience, messages))}
            </span>
          )}
          <span title={m.enterSends}>{mode.eol === 'crlf' ? m.eol.crlf : m.eol.lf}</span>
          <span className={mode.tls ? 'text-tls' : ''}>{mode.tls ? m.tls : m.plain}</span>
        </span>
      )}
    </div>
  );
}

export function stateWords({ standing, moving, past, fetching }: ConsoleView, messages: Words): StateWords {
  const { console: m } = messages;
  if (fetching === 'replay') return { tone: 'quiet', text: m.status.replay };
  if (!standing) return { tone: 'quiet', text: m.status.loading };
  if (fetching === 'part') return { tone: 'quiet', text: m.status.fetching };
  if (fetching === 'busy') return { tone: 'server', text: m.status.busy };
  if (fetching === 'failed') return { tone: 'refusal', text: m.status.unfetched };
  if (moving) return { tone: 'server', text: m.status.flying };
  if (past) return { tone: 'time', text: m.past };
  const { prompt, mode } = standing;
  // at a program's own prompt it is the program that waits, whatever is connected behind it
  if (prompt !== '' && mode.program !== 'shell') return { tone: 'you', text: m.status.program(mode.program) };
  // the kind picks the function made for that very kind
  return TURNS[standing.status.kind](standing as never, m, messages);
}
type Of<K extends Status['kind']> = Standing & { readonly status: Extract<Status, { readonly kind: K }> };
type Turns = {
  readonly [K in Status['kind']]: (standing: Of<K>, m: Messages['console'], messages: Words) => StateWords;
};
const TURNS: Turns = {
  none: (_, m) => ({ tone: 'quiet', text: m.status.none }),
  shell: ({ mode: { program } }, m) => ({
    tone: 'you',
    text:
      program === 'shell'
        ? m.status.shell
        : program === 'filter'
          ? m.status.input
          : m.status.program(program),
  }),
  sleeping: ({ status, now }, m, messages) => ({
    tone: 'time',
    text: m.status.sleeping(spanText(status.until - now, messages)),
  }),
  listening: ({ status }, m) => ({ tone: 'server', text: m.status.listening(status.port) }),
  dialling: ({ status }, m) => ({ tone: 'server', text: m.status.dialling(status.to, status.port) }),
  flying: (_, m) => ({ tone: 'server', text: m.status.flying }),
  handshake: (_, m) => ({ tone: 'server', text: m.status.handshake }),
  deadlock: ({ status }, m) => ({
    tone: 'refusal',
    text: status.began === 'implicit' ? m.status.deadlock(status.port) : m.status.deadlockAsked,
  }),
  noLineEnd: ({ status }, m) => ({
    tone: 'refusal',
    text: (status.lf ? m.status.bareLf : m.status.lineEnd)(m.octets(status.held)),
  }),
  busy: (_, m) => ({ tone: 'server', text: m.status.busy }),
  content: ({ status }, m) => ({ tone: 'you', text: contentWords(status.content, m) }),
  rest: (_, m) => ({ tone: 'you', text: m.status.rest }),
  yourTurn: (_, m) => ({ tone: 'you', text: m.status.you }),
  serving: (_, m) => ({ tone: 'you', text: m.status.serving }),
  closed: ({ status }, m) => ({
    tone: 'quiet',
    text: status.how === 'reset' ? m.status.reset : m.status.closed,
  }),
};
function contentWords(
  { ends, octets, left, bareLf }: Content,
  { status: m, octets: size }: Messages['console'],
): string {
  if (ends === 'literal') return m.literal(size(left));
  if (ends === 'count') return m.counted(size(left));
  if (octets < 0) return m.letterTooLong;
  return bareLf ? m.letterBareLf(size(octets)) : m.letter(size(octets));
}
/** How long the server will go on hearing nothing; said when nothing else is under way. */
function patienceOf({ standing, moving, moment }: ConsoleView): number | undefined {
  if (!standing) return undefined;
  const { status } = standing;
  if (moving || moment >= 0 || !('until' in status) || status.kind === 'flying' || status.kind === 'sleeping')
    return undefined;
  const { until } = status;
  return until === undefined ? undefined : until - standing.now;
}
