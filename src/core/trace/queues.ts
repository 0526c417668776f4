// The queues of a world as the facts of the trace leave them: every letter, what was tried with it, what it waits for.
import type { HostId } from '../base/ids.ts';
import type { Micros } from '../base/time.ts';
import type { Host } from '../host/host.ts';
import { jobsIn } from '../host/jobs.ts';
import { QUEUE_FACTS, type Job, type QueueFact } from '../host/spool.ts';
import { written } from '../mail/mailbox.ts';
import type { World } from '../kernel/world.ts';
import type { TraceEvent } from './event.ts';
import { folded } from './folded.ts';

/** What has happened to a letter, newest last. */
export interface Turn {
  readonly event: number;
  readonly at: Micros;
  readonly what: QueueFact['type'];
  /** Recipients it is about; none: all. */
  readonly to: readonly string[];
  /** The words of a reply, and who said them; '' none. */
  readonly reply: string;
  readonly by: string;
}
export interface QueuedLetter {
  readonly host: HostId;
  readonly id: string;
  /** '' from nobody: it is a report. */
  readonly from: string;
  readonly to: readonly string[];
  readonly received: Micros;
  /** `going`: somebody is on the way; `waiting`: until `until`; `done`: nothing of it is left here. */
  readonly status: 'fresh' | 'going' | 'waiting' | 'done';
  readonly until: Micros;
  readonly tries: number;
  /** The latest words about it, and who said them. */
  readonly reply: string;
  readonly by: string;
  readonly turns: readonly Turn[];
}
const FACTS: ReadonlySet<string> = new Set(QUEUE_FACTS);
export const isQueueFact = (fact: { readonly type: string }): fact is QueueFact => FACTS.has(fact.type);

type Letters = readonly QueuedLetter[];
const fold = folded<Letters>([], (letters, event, index) =>
  event.type === 'fact' && isQueueFact(event.fact) ? after(letters, event, event.fact, index) : letters,
);
/** Every letter that was in a queue, in the order in which they came; those the world began with first. */
export function queuesAt(start: World, trace: readonly TraceEvent[], count: number): Letters {
  const told = fold(trace, count);
  const before = Object.entries(start.hosts).flatMap(([host, it]) => there(host, it));
  const known = (letter: QueuedLetter): QueuedLetter | undefined =>
    told.find(({ host, id }) => host === letter.host && id === letter.id);
  const kept = before.map((letter) => merged(letter, known(letter)));
  return [...kept, ...told.filter((it) => !before.some(({ host, id }) => host === it.host && id === it.id))];
}
/** What the trace tells of a letter it did not see coming. How often it was tried before, only its queue has counted. */
function merged(letter: QueuedLetter, told: QueuedLetter | undefined): QueuedLetter {
  if (!told) return letter;
  const { from, to, received } = letter;
  const isCounted = told.turns.some(({ what }) => what === 'waits');
  return { ...told, from, to, received, tries: told.tries + (isCounted ? 0 : letter.tries) };
}
const there = (host: HostId, { spool }: Host): Letters =>
  jobsIn(spool.jobs).map((job) => letterOf(host, job));
function letterOf(host: HostId, { id, envelope, received, fates, tries, next }: Job): QueuedLetter {
  const said = fates.find((fate) => 'reply' in fate && fate.reply !== '');
  const { reply = '', by = '' } = said && 'reply' in said ? said : {};
  return {
    host,
    id,
    from: envelope.reversePath ? written(envelope.reversePath) : '',
    to: envelope.recipients.map(({ forwardPath }) => written(forwardPath)),
    received,
    status: 'waiting',
    until: next,
    tries,
    reply,
    by,
    turns: [],
  };
}
type Told = TraceEvent & { readonly type: 'fact' };
function after(letters: Letters, { host, at }: Told, fact: QueueFact, event: number): Letters {
  const place = letters.findIndex((it) => it.host === host && it.id === fact.id);
  const known = letters[place] ?? unseen(host, fact, at);
  const now = turned(known, fact, { event, at });
  return place < 0 ? [...letters, now] : letters.with(place, now);
}
const unseen = (host: HostId, { id }: QueueFact, received: Micros): QueuedLetter => ({
  host,
  id,
  from: '',
  to: [],
  received,
  status: 'fresh',
  until: -1,
  tries: 0,
  reply: '',
  by: '',
  turns: [],
});
function turned(
  letter: QueuedLetter,
  fact: QueueFact,
  { event, at }: { readonly event: number; readonly at: Micros },
): QueuedLetter {
  const turn: Turn = { event, at, what: fact.type, to: recipientsOf(fact), ...wordsOf(fact) };
  const now: QueuedLetter = { ...letter, turns: [...letter.turns, turn] };
  switch (fact.type) {
    case 'queued':
      return { ...now, from: fact.from, to: fact.to, received: at };
    case 'tried':
      // several may set out at once with one letter: that is one try
      return {
        ...now,
        status: 'going',
        until: -1,
        tries: letter.tries + (letter.status === 'going' ? 0 : 1),
      };
    case 'waits':
      return { ...now, status: 'waiting', until: fact.until, tries: fact.tries };
    case 'done':
      return { ...now, status: 'done', until: -1 };
    case 'relayed':
    case 'deferred':
    case 'failed':
      return { ...now, reply: fact.reply, by: fact.by };
    default:
      return now;
  }
}
const recipientsOf = (fact: QueueFact): readonly string[] =>
  'to' in fact ? (typeof fact.to === 'string' ? [fact.to] : fact.to) : [];
/** Whose words, or what else there is to say of it. */
function wordsOf(fact: QueueFact): Pick<Turn, 'reply' | 'by'> {
  switch (fact.type) {
    case 'tried':
      return { reply: '', by: fact.host || `[${fact.address}]` };
    case 'relayed':
    case 'deferred':
    case 'failed':
      return { reply: fact.reply, by: fact.by };
    case 'reported':
      return { reply: fact.action, by: '' };
    case 'dropped':
      return { reply: fact.why, by: '' };
    case 'posted':
      return { reply: '', by: fact.list };
    case 'forwarded':
      return { reply: fact.sender, by: '' };
    case 'robot':
      return { reply: fact.silent, by: fact.user };
    default:
      return { reply: '', by: '' };
  }
}
/** The letters that are still somebody's to deliver, whichever came last first: none leaves its place when it is tried. */
export const pending = (letters: Letters): Letters =>
  letters.filter(({ status }) => status !== 'done').toSorted((a, b) => b.received - a.received);
