import { useStore } from 'zustand';
import type { Messages } from '../messages/en.ts';
import { useMessages } from '../messages/useMessages.ts';
import type { ConsoleModel, ConsoleView } from './model.ts';
import { spanText } from '../shell/words.ts';

type Words = Messages['console'];
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
  const { console: m } = useMessages();
  const view = useStore(model.view);
  const { tone, text } = stateWords(view, m);
  const { mode } = view;
  const connected = mode !== undefined && mode.program !== 'shell' && mode.phase !== 'idle';
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-2.5 border-t border-line px-4.5 py-1 text-small text-soft">
      <span aria-hidden className={`size-[7px] shrink-0 rounded-full ring-4 ${LED[tone]}`} data-led={tone} />
      <span role="status">{text}</span>
      {connected && (
        <span className="ml-auto flex gap-2 text-right">
          <span>{mode.eol === 'crlf' ? m.eol.crlf : m.eol.lf}</span>
          <span className={mode.tls ? 'text-tls' : ''}>{mode.tls ? m.tls : m.plain}</span>
        </span>
      )}
    </div>
  );
}

export function stateWords(view: ConsoleView, m: Words): StateWords {
  const { status, moving, moment } = view;
  if (!status) return { tone: 'quiet', text: m.status.loading };
  if (moving) return { tone: 'server', text: m.status.flying };
  if (moment >= 0) return { tone: 'time', text: m.past };
  return settled(status, m);
}
function settled(status: NonNullable<ConsoleView['status']>, { status: m }: Words): StateWords {
  switch (status.kind) {
    case 'shell':
      return { tone: 'you', text: m.shell };
    case 'you':
      return { tone: 'you', text: m.you };
    case 'flying':
      return { tone: 'server', text: m.flying };
    case 'connecting':
      return { tone: 'server', text: m.connecting };
    case 'handshake':
      return { tone: 'server', text: m.handshake };
    case 'timer':
      return { tone: 'time', text: m.timer(spanText(status.left)) };
    case 'line-end':
      return { tone: 'refusal', text: m.lineEnd };
    case 'deadlock':
      return { tone: 'refusal', text: m.deadlock };
    case 'closed':
      return { tone: 'quiet', text: m.closed };
  }
}
