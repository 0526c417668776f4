// Where to bring a letter for a domain (RFC 5321 §5.1): which machines, in which order, or why nowhere.
import { canonical, familyOf, type Family } from '../base/address.ts';
import {
  absolute,
  ask,
  isOfType,
  isSameQuestion,
  misnamed,
  type Answer,
  type DomainName,
  type Known,
  type Question,
  type RecordOf,
} from '../base/dns.ts';
import type { Rfc } from '../base/ids.ts';
import { draw } from '../base/random.ts';
import type { Attempt } from '../host/errand.ts';

export interface Wish {
  /** As the envelope has it: a name, or an address literal in brackets. */
  readonly domain: string;
  /** What the DNS has said so far. */
  readonly known: readonly Known[];
  /** What this machine is known by, to others and to itself. */
  readonly self: { readonly names: readonly string[]; readonly addresses: readonly string[] };
  /** What it can send over, the preferred one first. */
  readonly families: readonly Family[];
  readonly seed: number;
  /** Of this attempt: exchangers of equal preference are in another order for another one. */
  readonly key: string;
}
/**
 * What was odd about an exchanger. `alias`: it is followed, though outside the standard; all others are left out.
 * `address`: an address where a name belongs. `worse`: this machine is itself an exchanger, and a better one.
 */
export interface Note {
  readonly exchange: DomainName;
  readonly why: 'alias' | 'address' | 'null' | 'unknown' | 'unanswered' | 'self' | 'worse';
}
/** Why nothing can be done: in a reply, or in a report to the sender. */
export interface Failure {
  readonly why: 'nxdomain' | 'nullMx' | 'badName' | 'badLiteral' | 'loop' | 'unusable' | 'dns';
  readonly code: number;
  /** RFC 3463. */
  readonly enhanced: string;
  readonly rfc: Rfc;
}
export type Route =
  | { readonly type: 'need'; readonly question: Question }
  | { readonly type: 'attempts'; readonly attempts: readonly Attempt[]; readonly notes: readonly Note[] }
  /** Not now: the letter stays in the queue. */
  | { readonly type: 'later'; readonly failure: Failure; readonly notes: readonly Note[] }
  /** Never: it goes back. */
  | { readonly type: 'failed'; readonly failure: Failure; readonly notes: readonly Note[] };

const FAILURES: { readonly [W in Failure['why']]: Failure } = {
  nxdomain: { why: 'nxdomain', code: 550, enhanced: '5.1.2', rfc: '5321#5.1' },
  nullMx: { why: 'nullMx', code: 556, enhanced: '5.1.10', rfc: '7505#4.1' },
  badName: { why: 'badName', code: 550, enhanced: '5.1.2', rfc: '5321#2.3.5' },
  badLiteral: { why: 'badLiteral', code: 550, enhanced: '5.1.2', rfc: '5321#4.1.3' },
  loop: { why: 'loop', code: 550, enhanced: '5.4.6', rfc: '5321#5.1' },
  unusable: { why: 'unusable', code: 550, enhanced: '5.4.4', rfc: '5321#5.1' },
  dns: { why: 'dns', code: 451, enhanced: '4.4.3', rfc: '5321#5.1' },
};
const failed = (why: Failure['why'], notes: readonly Note[] = []): Route => ({
  type: 'failed',
  failure: FAILURES[why],
  notes,
});
const later = (notes: readonly Note[] = []): Route => ({ type: 'later', failure: FAILURES.dns, notes });

const answerTo = (known: readonly Known[], question: Question): Answer | undefined =>
  known.find((it) => isSameQuestion(it.question, question))?.answer;
const isTemporary = ({ status }: Answer): boolean =>
  status !== 'ok' && status !== 'nodata' && status !== 'nxdomain';

/** Asks for what it still has to know, one question at a time, and says the same however often it is asked. */
export function route(wish: Wish): Route {
  const { domain, known } = wish;
  if (domain.startsWith('[')) return literal(wish);
  const question = ask('MX', domain);
  const answer = answerTo(known, question);
  if (!answer && (domain === '' || misnamed(domain) !== undefined)) return failed('badName');
  if (!answer) return { type: 'need', question };
  if (isTemporary(answer)) return later();
  if (answer.status === 'nxdomain') return failed('nxdomain');
  const exchangers = answer.records.filter(isOfType('MX'));
  const [only] = exchangers;
  if (!only) return toAll(wish, [implicit(question.name, answer)]);
  if (exchangers.length === 1 && only.exchange === '.') return failed('nullMx');
  return toAll(wish, inOrder(exchangers, wish));
}
/** `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3): nobody is asked. */
function literal({ domain, self, families }: Wish): Route {
  const [, tag, text = ''] = /^\[(IPv6:)?([^\]]*)\]$/i.exec(domain) ?? [];
  const address = canonical(text);
  if (address === undefined || (familyOf(address) === 6) !== (tag !== undefined)) return failed('badLiteral');
  if (self.addresses.includes(address)) return failed('loop');
  if (!families.includes(familyOf(address))) return failed('unusable');
  return { type: 'attempts', attempts: [{ host: '', address, preference: 0, implicit: true }], notes: [] };
}

interface Exchanger {
  readonly exchange: DomainName;
  readonly preference: number;
  readonly implicit: boolean;
}
/** Where the aliases of the domain lead, if it has some: that name is processed as if it were the first. */
const implicit = (name: DomainName, { records }: Answer): Exchanger => ({
  exchange: records.findLast(isOfType('CNAME'))?.target ?? name,
  preference: 0,
  implicit: true,
});
function inOrder(exchangers: readonly RecordOf<'MX'>[], { seed, key }: Wish): readonly Exchanger[] {
  const lot = (exchange: DomainName): number => draw(seed, 'mx', key, exchange);
  return exchangers
    .toSorted((a, b) => a.preference - b.preference || lot(a.exchange) - lot(b.exchange))
    .map(({ exchange, preference }) => ({ exchange, preference, implicit: false }));
}

/** What became of one exchanger. */
interface Found {
  readonly at: Exchanger;
  readonly addresses: readonly string[];
  readonly notes: readonly Note['why'][];
}
function toAll(wish: Wish, exchangers: readonly Exchanger[]): Route {
  const found: Found[] = [];
  const names = wish.self.names.map(absolute);
  const ours = exchangers.find(({ exchange }) => names.includes(exchange));
  for (const at of exchangers) {
    if (ours && at.preference >= ours.preference) {
      found.push({ at, addresses: [], notes: [at === ours ? 'self' : 'worse'] });
      continue;
    }
    const it = locate(wish, at);
    if ('name' in it) return { type: 'need', question: it };
    found.push(it);
  }
  const left = better(found, wish.self.addresses);
  const notes: Note[] = [];
  for (const { at, notes: whys } of left) for (const why of whys) notes.push({ exchange: at.exchange, why });
  return outcome(left, notes);
}
/** Its addresses, or what must be asked first. */
function locate({ known, families }: Wish, at: Exchanger): Found | Question {
  const none = (why: Note['why']): Found => ({ at, addresses: [], notes: [why] });
  if (at.exchange === '.') return none('null');
  if (canonical(at.exchange.replace(/\.$/, '')) !== undefined) return none('address');
  const answers: Answer[] = [];
  for (const family of families) {
    const question = ask(family === 6 ? 'AAAA' : 'A', at.exchange);
    const answer = answerTo(known, question);
    if (!answer) return question;
    answers.push(answer);
  }
  const addresses: string[] = [];
  let aliased = false;
  for (const { records } of answers)
    for (const it of records)
      if (it.type === 'A' || it.type === 'AAAA') addresses.push(it.address);
      else if (it.type === 'CNAME') aliased = true;
  if (addresses.length === 0) return none(answers.some(isTemporary) ? 'unanswered' : 'unknown');
  return { at, addresses, notes: aliased && !at.implicit ? ['alias'] : [] };
}
/** A machine that is an exchanger itself, by whatever name, tries only those better than itself. */
function better(found: readonly Found[], addresses: readonly string[]): readonly Found[] {
  const ours = found.find((it) => it.addresses.some((address) => addresses.includes(address)));
  if (!ours) return found;
  return found.map((it): Found => {
    if (it.at.preference < ours.at.preference || it.notes.includes('self')) return it;
    return { at: it.at, addresses: [], notes: [it === ours ? 'self' : 'worse'] };
  });
}
function outcome(found: readonly Found[], notes: readonly Note[]): Route {
  const attempts: Attempt[] = [];
  for (const { at, addresses } of found) {
    const host = at.exchange.replace(/\.$/, '');
    const { preference, implicit: isImplicit } = at;
    for (const address of addresses) attempts.push({ host, address, preference, implicit: isImplicit });
  }
  if (attempts.length > 0) return { type: 'attempts', attempts, notes };
  if (notes.some(({ why }) => why === 'unanswered')) return later(notes);
  return failed(notes.some(({ why }) => why === 'self') ? 'loop' : 'unusable', notes);
}
