// A mail client's own process: it takes what somebody does, and sends out clients that fetch and hand in.
import { absolute, ask } from '../../base/dns.ts';
import type { Device } from '../../host/device/device.ts';
import type { Host } from '../../host/host.ts';
import type { Env, Happening, Machine, Moved, Resolved } from '../../spec/machine.ts';
import { act } from './deeds.ts';
import { handIn, outboxReached } from './outbox.ts';
import { begin, end, perform, put, type Turn } from './turn.ts';

export const keeper: Machine<null, Host> = {
  id: 'device',
  start: () => null,
  deadline: () => undefined,
  listens: () => true,
  on: (_state, happening, env) => work(happening, env),
};
function work(happening: Happening, env: Env<Host>): Moved<null, Host> {
  const { device } = env.host;
  if (!device) return { state: null, host: env.host, effects: [], told: [] };
  const t = begin(env, device);
  if (happening.type === 'deed') act(t, happening.deed);
  else if (happening.type === 'resolved') {
    reached(t, happening);
    outboxReached(t, happening);
  }
  handIn(t);
  if (wantsToCall(t.device)) call(t);
  return end(t);
}
const wantsToCall = ({ settings, line, due, todo, trouble }: Device): boolean =>
  settings.online &&
  line === 'no' &&
  trouble === null &&
  (due || (settings.access === 'imap' && todo.length > 0));

const serverOf = ({ account, settings }: Device): string => account[settings.access];
const PORTS = { pop3: [110, 995], imap: [143, 993] } as const;
/** First, where the server is. */
function call(t: Turn): void {
  put(t, { line: 'asking', due: false });
  perform(t, { type: 'resolve', question: ask('A', serverOf(t.device)) });
}
function reached(t: Turn, { question, answer }: Resolved): void {
  if (t.device.line === 'asking' && question.name === absolute(serverOf(t.device))) connect(t, answer);
}
function connect(t: Turn, { records }: Resolved['answer']): void {
  const { access, secure, upgrade } = t.device.settings;
  const [to] = records.flatMap((it) => (it.type === 'A' ? [it.address] : []));
  if (to === undefined) {
    put(t, { line: 'no', trouble: { what: 'no name', said: serverOf(t.device) } });
    return;
  }
  put(t, { line: 'talking' });
  const run = { machine: `${access}-client`, given: { secure, upgrade: upgrade && !secure } };
  perform(t, { type: 'connect', to, port: PORTS[access][secure ? 1 : 0], run });
}
