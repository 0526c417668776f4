// Does everything a predicate names exist? A lesson about a verb nobody declares does not build.
import type { World } from '../core/kernel/world.ts';
import type { Dialled, Predicate, Queueing, Written } from '../core/trace/predicate.ts';
import { readers } from '../core/trace/protocols.ts';
import { pathParts } from '../core/trace/query.ts';

export interface NameProblem {
  /** From the predicate down to the name. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}
interface Known {
  readonly world: World;
  /** Of the step's questions. */
  readonly questions: readonly string[];
}
const none: readonly NameProblem[] = [];
const problem = (path: readonly (string | number)[], message: string): readonly NameProblem[] => [
  { path, message },
];

export function nameProblems(predicate: Predicate, known: Known): readonly NameProblem[] {
  if ('outcome' in predicate) return outcomeProblems(predicate.outcome);
  if ('reply' in predicate) return verbProblems(predicate.reply.to, ['reply', 'to']);
  if ('sent' in predicate) {
    const { verb, state } = predicate.sent;
    return [
      ...(verb === undefined ? none : verbProblems(verb, ['sent', 'verb'])),
      ...(state === undefined ? none : stateProblems(state, ['sent', 'state'])),
    ];
  }
  if ('state' in predicate) return stateProblems(predicate.state, ['state']);
  if ('now' in predicate) return stateProblems(predicate.now, ['now']);
  if ('written' in predicate) return writtenProblems(predicate.written);
  if ('dialled' in predicate) return callProblems(predicate.dialled, known.world);
  if ('stored' in predicate) return ownerProblems(predicate.stored.mailbox, known.world);
  if ('absent' in predicate) return mailboxProblems(predicate.absent.mailbox, known.world, 'absent');
  if ('queue' in predicate) return queueProblems(predicate.queue, known.world);
  if ('tls' in predicate) return hostProblems(predicate.tls, known.world, ['tls']);
  if ('answer' in predicate)
    return known.questions.includes(predicate.answer)
      ? none
      : problem(['answer'], `no question of this step is called ${predicate.answer}`);
  return [...deviceProblems(predicate, known.world), ...partsProblems(predicate, known)];
}
const writtenProblems = ({ state }: Written): readonly NameProblem[] =>
  state === 'shell' ? none : stateProblems(state, ['written', 'state']);
const partsProblems = (predicate: Predicate, known: Known): readonly NameProblem[] =>
  partsOf(predicate).flatMap(([path, part]) =>
    nameProblems(part, known).map((found) => ({ path: [...path, ...found.path], message: found.message })),
  );
/** What a predicate is made of, and where it stands in it. */
export function partsOf(
  predicate: Predicate,
): readonly (readonly [readonly (string | number)[], Predicate])[] {
  if ('never' in predicate) return [[['never'], predicate.never]];
  if ('not' in predicate) return [[['not'], predicate.not]];
  if ('all' in predicate) return predicate.all.map((part, i) => [['all', i], part] as const);
  if ('any' in predicate) return predicate.any.map((part, i) => [['any', i], part] as const);
  return 'order' in predicate ? predicate.order.map((part, i) => [['order', i], part] as const) : [];
}

function deviceIn(predicate: Predicate): { readonly on: string; readonly key: string } | undefined {
  if ('device' in predicate) return { on: predicate.device.on, key: 'device' };
  if ('offDevice' in predicate) return { on: predicate.offDevice.on, key: 'offDevice' };
  const on = 'clicked' in predicate ? predicate.clicked.on : undefined;
  return on === undefined ? undefined : { on, key: 'clicked' };
}
function deviceProblems(predicate: Predicate, { hosts }: World): readonly NameProblem[] {
  const device = deviceIn(predicate);
  return !device || (Object.hasOwn(hosts, device.on) && hosts[device.on]?.device)
    ? none
    : problem([device.key, 'on'], `there is no mail client on ${device.on}`);
}
function outcomeProblems(path: string): readonly NameProblem[] {
  const { protocol, trigger, outcome } = pathParts(path);
  const reader = readers.get(protocol);
  if (!reader) return problem(['outcome'], `there is no protocol ${protocol}`);
  const triggers = reader.outcomes.filter((it) => trigger === '*' || it.trigger === trigger);
  if (triggers.length === 0) return problem(['outcome'], `${protocol} has nothing called ${trigger}`);
  if (outcome === '*' || triggers.some((it) => it.outcome === outcome)) return none;
  if (reader.misfits.includes(outcome)) return none;
  const known = triggers.map((it) => it.outcome).join(', ');
  return problem(['outcome'], `${trigger} has no outcome ${outcome}; it has ${known}`);
}
const verbProblems = (verb: string, path: readonly string[]): readonly NameProblem[] =>
  readers.names.some((name) => readers.get(name)?.outcomes.some(({ trigger }) => trigger === verb))
    ? none
    : problem(path, `no protocol has a command ${verb}`);
function stateProblems(path: string, at: readonly string[]): readonly NameProblem[] {
  const [protocol = '', state = ''] = path.split('/');
  const states =
    readers
      .get(protocol)
      ?.diagram()
      .states.map(({ name }) => name) ?? [];
  return states.includes(state) ? none : problem(at, `there is no state ${path}`);
}
function callProblems({ to, port }: Dialled, world: World): readonly NameProblem[] {
  const host = world.hosts[to];
  if (to === '*') return none;
  if (!host) return problem(['dialled', 'to'], `this world has no host ${to}`);
  return port === undefined || Object.hasOwn(host.services, port) || Object.keys(host.services).length === 0
    ? none
    : problem(['dialled', 'port'], `nobody answers at port ${port} of ${to}`);
}
const mailboxProblems = (mailbox: string, world: World, key: string): readonly NameProblem[] =>
  mailbox === '*' || Object.values(world.hosts).some((host) => Object.hasOwn(host.store.mailboxes, mailbox))
    ? none
    : problem([key, 'mailbox'], `no host of this world has a mailbox ${mailbox}`);
/** What is to be there may yet have to be made: it is enough that somebody could. */
const ownerProblems = (mailbox: string, world: World): readonly NameProblem[] =>
  mailboxProblems(mailbox.includes('/') ? mailbox.replace(/\/.*$/s, '/INBOX') : mailbox, world, 'stored').map(
    ({ path }) => ({ path, message: `no host of this world has a mailbox ${mailbox}` }),
  );
const queueProblems = ({ on = '*' }: Queueing, world: World) => hostProblems(on, world, ['queue', 'on']);
const hostProblems = (host: string, world: World, path: readonly string[]): readonly NameProblem[] =>
  host === '*' || Object.hasOwn(world.hosts, host) ? none : problem(path, `this world has no host ${host}`);
