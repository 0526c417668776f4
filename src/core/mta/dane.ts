// Which servers have promised TLS, and with which keys: found before anybody is dialled (RFC 7672 §2.2).
import { absolute, ask, isOfType, isSameQuestion, type Answer, type Question } from '../base/dns.ts';
import type { Attempt, Errand, Pins } from '../host/errand.ts';

type Found =
  /** The DNS has to be asked first. */
  | { readonly type: 'need'; readonly question: Question }
  /** It cannot say: nothing goes to this server now, or whoever is on the way had only to silence it (§2.1.2). */
  | { readonly type: 'unknown' }
  | { readonly type: 'known'; readonly pins: Pins | undefined };
const NOTHING: Found = { type: 'known', pins: undefined };
const isTemporary = ({ status }: Answer): boolean =>
  status !== 'ok' && status !== 'nodata' && status !== 'nxdomain';

/** Only where both the exchanger's name and its address come from signed zones (§2.2.1, §2.2.2). */
export function pinsFor({ domain, known }: Pick<Errand, 'domain' | 'known'>, at: Attempt): Found {
  const answerTo = (question: Question): Answer | undefined =>
    known.find((it) => isSameQuestion(it.question, question))?.answer;
  if (at.host === '' || answerTo(ask('MX', domain))?.ad !== true) return NOTHING;
  const bases = basesFor(at, ask(at.address.includes(':') ? 'AAAA' : 'A', at.host), answerTo);
  if ('type' in bases) return bases;
  for (const base of bases) {
    const question = ask('TLSA', `_25._tcp.${base}`);
    const answer = answerTo(question);
    if (!answer) return { type: 'need', question };
    if (isTemporary(answer)) return { type: 'unknown' };
    const records = answer.ad ? answer.records.filter(isOfType('TLSA')) : [];
    if (records.length > 0) return { type: 'known', pins: { base: base.replace(/\.$/, ''), records } };
  }
  return NOTHING;
}
/** Under which names they may be: where its aliases lead, if all of that is signed, and its own (§2.2.3). */
function basesFor(
  { host }: Attempt,
  question: Question,
  answerTo: (question: Question) => Answer | undefined,
): readonly string[] | Found {
  const located = answerTo(question);
  const end = located?.records.findLast(isOfType('CNAME'))?.target;
  if (!located) return NOTHING;
  if (located.ad) return end === undefined ? [absolute(host)] : [end, absolute(host)];
  if (end === undefined) return NOTHING;
  const first = ask('CNAME', host);
  const alias = answerTo(first);
  if (!alias) return { type: 'need', question: first };
  if (isTemporary(alias)) return { type: 'unknown' };
  return alias.ad ? [absolute(host)] : NOTHING;
}
