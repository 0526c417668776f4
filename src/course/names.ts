// Does everything a predicate names exist? A lesson about a verb nobody declares does not build.
import type { World } from '../core/kernel/world.ts';
import type { Between, Dialled, Predicate, Queueing, Written } from '../core/trace/predicate.ts';
import { readers } from '../core/trace/protocols.ts';
import { pathParts } from '../core/trace/query.ts';
import { thereAre } from './there-are.ts';

export interface NameProblem {
  /** From the predicate down to the name. */
  readonly path: readonly (string | number)[];
  /** It is the last key of the path that is wrong, not what is said of it. */
  readonly key?: true;
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
  if ('outcome' in predicate)
    return [...outcomeProblems(predicate, known.world), ...betweenProblems(predicate, known.world, [])];
  if ('reply' in predicate)
    return [
      ...verbProblems(predicate.reply.to, ['reply', 'to']),
      ...statusProblems(predicate.reply.status),
      ...betweenProblems(predicate.reply, known.world, ['reply']),
    ];
  if ('sent' in predicate) {
    const { verb, state } = predicate.sent;
    return [
      ...(verb === undefined ? none : verbProblems(verb, ['sent', 'verb'])),
      ...(state === undefined ? none : stateProblems(state, ['sent', 'state'])),
      ...betweenProblems(predicate.sent, known.world, ['sent']),
    ];
  }
  if ('state' in predicate)
    return [...stateProblems(predicate.state, ['state']), ...betweenProblems(predicate, known.world, [])];
  if ('now' in predicate) return stateProblems(predicate.now, ['now']);
  if ('written' in predicate) return writtenProblems(predicate.written);
  if ('dialled' in predicate) return callProblems(predicate.dialled, known.world);
  if ('stored' in predicate)
    return [
      ...ownerProblems(predicate.stored.mailbox, known.world),
      ...flagProblems(predicate.stored.flags, 'stored'),
    ];
  if ('absent' in predicate)
    return [
      ...mailboxProblems(predicate.absent.mailbox, known.world, ['absent', 'mailbox']),
      ...flagProblems(predicate.absent.flags, 'absent'),
    ];
  if ('queue' in predicate) return queueProblems(predicate.queue, known.world);
  if ('tls' in predicate) return hostProblems(predicate.tls, known.world, ['tls']);
  if ('answer' in predicate)
    return known.questions.includes(predicate.answer)
      ? none
      : problem(
          ['answer'],
          `no question of this step is called ${predicate.answer}${thereAre(predicate.answer, known.questions)}`,
        );
  return [
    ...deviceProblems(predicate, known.world),
    ...askedProblems(predicate, known.world),
    ...partsProblems(predicate, known),
  ];
}
function askedProblems(predicate: Predicate, world: World): readonly NameProblem[] {
  if ('dns' in predicate) return betweenProblems({ by: predicate.dns.by }, world, ['dns']);
  return 'wire' in predicate ? betweenProblems(predicate.wire, world, ['wire']) : none;
}
const writtenProblems = ({ state }: Written): readonly NameProblem[] =>
  state === 'shell' ? none : stateProblems(state, ['written', 'state']);
const partsProblems = (predicate: Predicate, known: Known): readonly NameProblem[] =>
  partsOf(predicate).flatMap(([path, part]) =>
    nameProblems(part, known).map((found) => ({ ...found, path: [...path, ...found.path] })),
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

/** Of one reply: `250`, `+OK`; or any of a hundred. */
const STATUS = /^(?:[2-5]\d\d|[1-5]yz)$/;
const WORDS_OF_STATUS = ['+OK', '-ERR', '+', 'OK', 'NO', 'BAD', 'BYE', 'PREAUTH'];
const statusProblems = (status: string | undefined): readonly NameProblem[] =>
  status === undefined || STATUS.test(status) || WORDS_OF_STATUS.includes(status)
    ? none
    : problem(
        ['reply', 'status'],
        `no server answers ${status}; there are codes such as 250, families such as 5yz, and ${WORDS_OF_STATUS.join(', ')}`,
      );
/** RFC 9051 §2.3.2. What does not begin with a backslash is a keyword, and anybody's to invent. */
const SYSTEM_FLAGS = ['\\Seen', '\\Answered', '\\Flagged', '\\Deleted', '\\Draft', '\\Recent'];
const flagProblems = (flags: readonly string[] | undefined, key: string): readonly NameProblem[] =>
  (flags ?? []).flatMap((flag, i) =>
    !flag.startsWith('\\') || SYSTEM_FLAGS.includes(flag)
      ? none
      : problem([key, 'flags', i], `there is no flag ${flag}${thereAre(flag, SYSTEM_FLAGS)}`),
  );

function deviceIn(predicate: Predicate): { readonly on: string; readonly key: string } | undefined {
  if ('device' in predicate) return { on: predicate.device.on, key: 'device' };
  if ('offDevice' in predicate) return { on: predicate.offDevice.on, key: 'offDevice' };
  const on = 'clicked' in predicate ? predicate.clicked.on : undefined;
  return on === undefined ? undefined : { on, key: 'clicked' };
}
function deviceProblems(predicate: Predicate, world: World): readonly NameProblem[] {
  const device = deviceIn(predicate);
  const flags =
    'device' in predicate
      ? predicate.device.flags
      : 'offDevice' in predicate
        ? predicate.offDevice.flags
        : undefined;
  return device
    ? [...mailClientProblems(device.on, world, [device.key, 'on']), ...flagProblems(flags, device.key)]
    : none;
}
export function mailClientProblems(
  on: string,
  { hosts }: World,
  path: readonly string[],
): readonly NameProblem[] {
  const clients = Object.keys(hosts).filter((host) => hosts[host]?.device);
  return clients.includes(on)
    ? none
    : problem(path, `there is no mail client on ${on}${thereAre(on, clients)}`);
}
const outcomeProblems = (
  { outcome, in: mailbox }: Extract<Predicate, { outcome: unknown }>,
  world: World,
): readonly NameProblem[] => [
  ...pathProblems(outcome),
  ...(mailbox === undefined ? none : mailboxProblems(mailbox, world, ['in'])),
];
function pathProblems(path: string): readonly NameProblem[] {
  const { protocol, trigger, outcome } = pathParts(path);
  const reader = readers.get(protocol);
  if (!reader)
    return problem(['outcome'], `there is no protocol ${protocol}${thereAre(protocol, readers.names)}`);
  const triggers = reader.outcomes.filter((it) => trigger === '*' || it.trigger === trigger);
  if (triggers.length === 0) {
    const known = reader.outcomes.map((it) => it.trigger);
    return problem(['outcome'], `${protocol} has nothing called ${trigger}${thereAre(trigger, known)}`);
  }
  if (outcome === '*' || triggers.some((it) => it.outcome === outcome)) return none;
  if (reader.misfits.includes(outcome)) return none;
  const known = triggers.map((it) => it.outcome).join(', ');
  return problem(['outcome'], `${trigger} has no outcome ${outcome}; it has ${known}`);
}
export const verbProblems = (verb: string, path: readonly string[]): readonly NameProblem[] =>
  readers.names.some((name) => readers.get(name)?.outcomes.some(({ trigger }) => trigger === verb))
    ? none
    : problem(path, `no protocol has a command ${verb}${thereAre(verb, allVerbs())}`);
const allVerbs = (): readonly string[] =>
  readers.names.flatMap((name) => (readers.get(name)?.outcomes ?? []).map(({ trigger }) => trigger));
function stateProblems(path: string, at: readonly string[]): readonly NameProblem[] {
  const [protocol = ''] = path.split('/');
  const own = statesOf(protocol);
  if (own.includes(path)) return none;
  const states = own.length > 0 ? own : readers.names.flatMap(statesOf);
  return problem(at, `there is no state ${path}${thereAre(path, states)}`);
}
const statesOf = (protocol: string): readonly string[] =>
  (readers.get(protocol)?.diagram().states ?? []).map(({ name }) => `${protocol}/${name}`);
function callProblems({ to, port, by }: Dialled, world: World): readonly NameProblem[] {
  const host = Object.hasOwn(world.hosts, to) ? world.hosts[to] : undefined;
  const caller = betweenProblems({ by }, world, ['dialled']);
  if (to === '*') return caller;
  if (!host) return [...hostProblems(to, world, ['dialled', 'to']), ...caller];
  if (caller.length > 0) return caller;
  return port === undefined || Object.hasOwn(host.services, port) || Object.keys(host.services).length === 0
    ? none
    : problem(
        ['dialled', 'port'],
        `nobody answers at port ${port} of ${to}${thereAre(String(port), Object.keys(host.services))}`,
      );
}
export const mailboxProblems = (
  mailbox: string,
  world: World,
  path: readonly string[],
): readonly NameProblem[] =>
  mailbox === '*' || Object.values(world.hosts).some((host) => Object.hasOwn(host.store.mailboxes, mailbox))
    ? none
    : problem(path, noMailbox(mailbox, world));
const noMailbox = (mailbox: string, world: World): string => {
  const known = Object.values(world.hosts).flatMap((host) => Object.keys(host.store.mailboxes));
  return `no host of this world has a mailbox ${mailbox}${thereAre(mailbox, known)}`;
};
/** What is to be there may yet have to be made: it is enough that somebody could. */
const ownerProblems = (mailbox: string, world: World): readonly NameProblem[] =>
  mailboxProblems(mailbox.includes('/') ? mailbox.replace(/\/.*$/s, '/INBOX') : mailbox, world, [
    'stored',
    'mailbox',
  ]).map(({ path }) => ({ path, message: noMailbox(mailbox, world) }));
const queueProblems = ({ on = '*' }: Queueing, world: World) => hostProblems(on, world, ['queue', 'on']);
export const hostProblems = (
  host: string,
  { hosts }: World,
  path: readonly (string | number)[],
): readonly NameProblem[] =>
  host === '*' || Object.hasOwn(hosts, host)
    ? none
    : problem(path, `this world has no host ${host}${thereAre(host, Object.keys(hosts))}`);
/** Whose conversation is meant. */
const betweenProblems = (
  { on, by }: Between,
  world: World,
  path: readonly string[],
): readonly NameProblem[] => [
  ...(on === undefined ? none : hostProblems(on, world, [...path, 'on'])),
  ...(by === undefined ? none : hostProblems(by, world, [...path, 'by'])),
];
