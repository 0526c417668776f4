// What dig, host and nslookup have in common: whom they ask, and how they say that nobody answered.
import {
  ask,
  isOfType,
  isSameQuestion,
  misnamed,
  type Answer,
  typeOf,
  type Question,
  type QueryType,
  type RecordType,
} from '../../../base/dns.ts';
import { isAscii } from '../../../base/octets.ts';
import type { Effect, Resolved } from '../../../spec/machine.ts';
import { literal, reached } from '../dial.ts';
import { interrupted, over, says, stay, type Cx, type Program, type Stir, type Turn } from '../tool.ts';

export const VERSION = '9.18.49-1~deb12u3-Debian';
/** What resolv.conf names: the resolver of the machine itself. */
const OWN = '127.0.0.1';

/** Types that the real tools know besides. */
const OTHERS =
  /^(?:AXFR|IXFR|CAA|CDNSKEY|CDS|CERT|DNAME|DNSKEY|DS|HINFO|HTTPS|KEY|LOC|NAPTR|NSEC3?|NSEC3PARAM|OPENPGPKEY|RP|RRSIG|SIG|SMIMEA|SPF|SSHFP|SVCB|URI|WKS|TYPE\d{1,5})$/i;
export const queryTypeOf = (text: string): QueryType | undefined =>
  text.toUpperCase() === 'ANY' ? 'ANY' : typeOf(text);
export const isOtherType = (text: string): boolean => OTHERS.test(text);

/** Under way: the server's own name may have to be asked for first. */
export interface Asking {
  /** As it was typed; '': this machine's own. */
  readonly server: string;
  /** '' while it is being asked for. */
  readonly address: string;
  readonly question: Question;
  /** In microseconds. */
  readonly since: number;
}
export const begin = (server: string, question: Question, { now }: Cx): Asking => ({
  server,
  address: server === '' ? OWN : (literal(server) ?? ''),
  question,
  since: now,
});
/** What has to be asked now. */
export const questionOf = ({ server, address, question }: Asking, tries: number): Effect =>
  address === ''
    ? { type: 'resolve', question: ask('A', server) }
    : { type: 'resolve', question, server: address, tries };
/** The next question, to the same server. */
export const next = ({ server, address }: Asking, question: Question, { now }: Cx): Asking => ({
  server,
  address,
  question,
  since: now,
});

/** A state that asks. */
interface Asker {
  readonly asking: Asking;
  readonly tries: number;
}
/** A program that asks and says what came of it. */
export const asker = <S extends Asker>(
  program: 'dig' | 'host' | 'nslookup',
  told: (state: S, answer: Answer, cx: Cx) => Turn<S>,
): Program<S> => ({
  on(state, stir: Stir, cx) {
    if (stir.type === 'interrupt') return over([interrupted]);
    if (stir.type !== 'resolved') return stay(state);
    if (state.asking.address === '') return serverFound(program, state, stir, cx);
    return isSameQuestion(stir.question, state.asking.question) ? told(state, stir.answer, cx) : stay(state);
  },
  reads: () => false,
  mode: () => ({ program, phase: 'waiting', eol: 'lf', tls: false }),
});
function serverFound<S extends Asker>(program: string, state: S, stir: Resolved, { now }: Cx): Turn<S> {
  const { server, question } = state.asking;
  const found = reached(stir, server);
  if (!found) return stay(state);
  if (found.address === undefined)
    return over([says(`${program}: couldn't get address for '${server}': not found`)]);
  const asking: Asking = { server, address: found.address, question, since: now };
  return stay({ ...state, asking }, [], [questionOf(asking, state.tries)]);
}

/** One line for each time nobody answered; undefined: somebody did. */
export function silence(
  { status }: Answer,
  { address }: Asking,
  tries: number,
): readonly string[] | undefined {
  if (status !== 'timeout' && status !== 'unreachable') return undefined;
  const why = status === 'timeout' ? 'timed out' : 'connection refused';
  return Array.from({ length: tries }, () => `;; communications error to ${address}#53: ${why}`);
}
/** What is wrong with a name to ask for, in words. */
export function refusedName(program: string, name: string): string | undefined {
  if (!isAscii(name))
    return `${program}: ${name}: names in other scripts are not simulated here: write the A-label, xn--...`;
  const wrong = misnamed(name);
  return wrong === undefined ? undefined : `${program}: '${name}' is not a legal name (${wrong})`;
}
export const unsimulated = (program: string, what: string): string =>
  `${program}: ${what}: not simulated here`;
export const STATUS = {
  ok: 'NOERROR',
  nodata: 'NOERROR',
  servfail: 'SERVFAIL',
  nxdomain: 'NXDOMAIN',
  refused: 'REFUSED',
  timeout: 'SERVFAIL',
  unreachable: 'SERVFAIL',
} as const;
/** Without its last dot. */
export const relative = (name: string): string => (name === '.' ? name : name.replace(/\.$/, ''));
/** The name an answer is about in the end, where aliases led on. */
export const lastName = ({ name }: Question, { records }: Answer): string =>
  records.findLast(isOfType('CNAME'))?.target ?? name;
export const isType =
  (...types: readonly RecordType[]) =>
  ({ type }: { readonly type: QueryType }): boolean =>
    types.some((it) => it === type);
