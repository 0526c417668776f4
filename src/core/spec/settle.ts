// A session moves along the edge that was chosen, and nowhere else.
import type { Edge, Edges } from './compile.ts';
import { asEffect, movedHost, patched, placed } from './forget.ts';
import type { At, Shape, Taken } from './take.ts';
import { flush, nodeOf, tellBelief, tellDiscarded, tellFact, tellOutcome, type Turn } from './turn.ts';

/** Along the edge: state, session, host, facts, words, TLS. The only place a session moves. */
export function settleOn<P extends Shape>(
  t: Turn<P>,
  edges: Edges<P>,
  taken: Taken,
  trigger: string,
  traits: Partial<P['traits']>,
  from: string = t.at.name,
): void {
  const edge = edges.get(taken.outcome);
  if (!edge) throw new Error(`undeclared outcome ${taken.outcome}`);
  const { move } = taken;
  const before = t.at;
  t.at = arrive(t, edge, move);
  if (move.session) t.session = patched<P>(t.session, move.session);
  if (move.host) t.host = movedHost<P>(move);
  if (edge.outcome.to === 'closed') t.closed = true;
  t.cause = tellOutcome(t, trigger, taken.outcome, from);
  if (move.facts) for (const fact of move.facts) tellFact(t, fact);
  if (move.effects)
    for (const effect of move.effects) t.effects.push({ effect: asEffect(effect), cause: t.cause });
  speak(t, edge, taken, traits);
  if (t.at !== before) tellBelief(t, before);
  if (edge.outcome.then === 'secure') secure(t);
  if (edge.outcome.then === 'refuse') t.refused = true;
  if (t.closed) {
    flush(t);
    t.effects.push({ effect: CLOSE, cause: t.cause });
  }
}
const CLOSE = { type: 'close', how: 'close' } as const;
function arrive<P extends Shape>(t: Turn<P>, edge: Edge<P>, move: Taken['move']): At<P> {
  const { to } = edge.outcome;
  if (typeof to !== 'string' || to === 'same') {
    if (!move.at) return move.state === undefined ? t.at : placed<P>(t.at.name, move.state);
    const allowed = to === 'same' ? move.at.name === t.at.name : to.some((name) => name === move.at?.name);
    if (!allowed) throw new Error(`${move.at.name} is not where this outcome leads`);
    return placed<P>(move.at.name, move.at.data);
  }
  return to === 'closed' ? t.at : placed<P>(to, move.state ?? {});
}
function speak<P extends Shape>(t: Turn<P>, edge: Edge<P>, taken: Taken, traits: Partial<P['traits']>): void {
  const { protocol } = t.table;
  if (taken.move.say) for (const doc of taken.move.say) t.out += doc;
  const settled = protocol.settle?.({ at: t.at, session: t.session, host: t.host }, traits);
  if (settled) {
    t.at = settled.at;
    t.host = settled.host ?? t.host;
    t.out += settled.say;
  }
  const { aloud } = taken.move;
  const session = aloud ? patched<P>(t.session, aloud) : t.session;
  if (edge.words) t.out += protocol.encode(edge.words.fill(taken.args), t.tag, session);
}
function secure<P extends Shape>(t: Turn<P>): void {
  flush(t);
  forget(t);
  t.effects.push({ effect: { type: 'secure' }, cause: t.cause });
}
/** RFC 3207 §4.2, 2595 §4: what came in before TLS is not obeyed after it (CVE-2011-0411). */
export function forget<P extends Shape>(t: Turn<P>): void {
  if (nodeOf(t).spec.carries?.(t.host) === true) return;
  const left = (t.reading?.held ?? '') + t.unread;
  if (left !== '') tellDiscarded(t, left);
  t.unread = '';
  t.reading = null;
}
