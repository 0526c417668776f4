// The rule is asked, and chooses among its own outcomes; or no rule fits, and that is said.
import { throwOn } from '../base/parts.ts';
import { draw } from '../base/random.ts';
import { advertsOf } from './adverts.ts';
import type { Node, Row } from './compile.ts';
import { checkForgotten, movedHost, parametersOf, patched, runForgotten } from './forget.ts';
import { NO_PARAMETERS, wordsOf, type Problem } from './grammar.ts';
import type { Happening } from './machine.ts';
import type { Cx, Otherwise } from './protocol.ts';
import type { Shape } from './take.ts';
import { settleOn } from './settle.ts';
import { nodeOf, tellFact, tellFault, type Turn } from './turn.ts';

/** No rule of the protocol fits what was heard. */
export const misfit = <P extends Shape>(
  t: Turn<P>,
  node: Node<P>,
  outcome: keyof Otherwise<P>,
  verb: string,
  traits: Partial<P['traits']> = {},
  problem?: Problem,
): void => {
  const args = wordsOf(verb, problem, t.table.protocol.hello?.(t.session));
  settleOn(t, node.otherwise, { outcome, args, move: {} }, verb, traits);
};
const contextOf = <P extends Shape>(t: Turn<P>): Cx<P> => ({
  at: t.at,
  state: t.at.data,
  session: t.session,
  host: t.host,
  conn: t.env.conn,
  tag: t.tag,
  now: t.env.now,
  epoch: t.env.epoch,
  adverts: (changed) =>
    advertsOf(t.table.protocol, changed ? patched<P>(t.session, changed) : t.session, t.host),
  draw: (...keys) => draw(t.env.seed, t.env.conn, ...keys),
});
/** Let the rule choose among its outcomes; parameters with a veto come first. */
export function choose<P extends Shape>(t: Turn<P>, row: Row<P>, given: unknown): void {
  try {
    const cx = contextOf(t);
    if (vetoed(t, row, given, cx)) return;
    const taken = runForgotten(row.run, cx, given, row.take);
    const from = t.at.name; // each of several choices leads from where the rule was asked
    if ('outcome' in taken) settleOn(t, row.edges, taken, row.trigger, row.traits, from);
    else for (const one of taken) settleOn(t, row.edges, one, row.trigger, row.traits, from);
  } catch (error) {
    throwOn(error);
    t.cause = tellFault(t, String(error));
    letGo(t);
    misfit(t, nodeOf(t), 'fault', row.trigger);
  }
}
/** A fault ends the session: what it held on its host is given back as if the client had gone, or nobody would ever get it. */
function letGo<P extends Shape>(t: Turn<P>): void {
  const row = nodeOf(t).signals.get('closed');
  if (!row) return;
  try {
    const taken = runForgotten(row.run, contextOf(t), RESET, row.take);
    if (!('outcome' in taken)) return;
    if (taken.move.host) t.host = movedHost<P>(taken.move);
    for (const fact of taken.move.facts ?? []) tellFact(t, fact);
  } catch (error) {
    throwOn(error);
    t.cause = tellFault(t, String(error));
  }
}
const RESET: Happening = { type: 'closed', how: 'reset' };
function vetoed<P extends Shape>(t: Turn<P>, row: Row<P>, given: unknown, cx: Cx<P>): boolean {
  const values = row.parameters.length === 0 ? undefined : parametersOf(given);
  if (!values || values === NO_PARAMETERS) return false;
  for (const bound of row.parameters) {
    const value = values[bound.parameter.name];
    const veto =
      value === undefined ? undefined : checkForgotten(bound.parameter, cx, value, bound.take, values);
    if (!veto) continue;
    settleOn(t, bound.edges, veto, `${row.trigger}/${bound.parameter.name}`, row.traits);
    return true;
  }
  return false;
}
