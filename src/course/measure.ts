// What a question asks about the learner's own session is read off that session, so that every correct way has its own right answer.
import { CRLF, fromUtf8 } from '../core/base/octets.ts';
import { headerField } from '../core/mail/header.ts';
import { octetsOf } from '../core/store/body.ts';
import type { TraceEvent } from '../core/trace/event.ts';
import { patternOf, type Pattern } from '../core/trace/pattern/pattern.ts';
import { commandOf, endsOf, eventOf } from '../core/trace/query.ts';
import { isStoreFact } from '../core/trace/scene-mail.ts';
import type { Measure } from './lesson.ts';

/** '' when there is nothing to measure yet. */
export function measured(measure: Measure, trace: readonly TraceEvent[]): string {
  if ('octets' in measure) return String(octetsOfWires(trace, measure));
  if ('connections' in measure)
    return String(
      trace.filter((it) => it.type === 'conn' && it.phase === 'open' && isTo(measure.connections, it.to))
        .length,
    );
  if ('commands' in measure)
    return String(trace.filter((it) => it.type === 'command' && isTo(measure.commands, it.protocol)).length);
  if ('lines' in measure) return linesOfAnswer(trace, measure.lines);
  return 'header' in measure ? headerIn(trace, measure) : lastSaid(trace, patternOf(measure.said));
}
const isTo = (wanted: string, is: string): boolean => wanted === '*' || wanted === is;

function octetsOfWires(
  trace: readonly TraceEvent[],
  { octets, to }: Extract<Measure, { octets: unknown }>,
): number {
  let sum = 0;
  for (const event of trace)
    if (event.type === 'wire' && (event.dir === 'a>b') === (octets === 'client'))
      if (to === undefined || endsOf(trace, event.conn)?.to === to) sum += event.octets.length;
  return sum;
}
/** The outcome comes first, then what it said. */
function linesOfAnswer(trace: readonly TraceEvent[], verb: string): string {
  const answer = trace.findLast(
    (event) =>
      event.type === 'wire' &&
      event.dir === 'b>a' &&
      eventOf(trace, event.cause)?.type === 'outcome' &&
      commandOf(trace, eventOf(trace, event.cause) ?? event)?.verb === verb,
  );
  return answer?.type === 'wire' ? String(answer.octets.split(CRLF).length - 1) : '';
}
function headerIn(
  trace: readonly TraceEvent[],
  { header, in: mailbox }: Extract<Measure, { header: unknown }>,
): string {
  for (let i = trace.length - 1; i >= 0; i--) {
    const event = trace[i];
    if (event?.type !== 'fact' || !isStoreFact(event.fact) || event.fact.type !== 'append') continue;
    const letter = event.fact.mailbox === mailbox ? event.fact.letters.at(-1) : undefined;
    if (letter) return headerField(octetsOf(letter.body), header);
  }
  return '';
}
function lastSaid(trace: readonly TraceEvent[], looks: Pattern): string {
  for (let i = trace.length - 1; i >= 0; i--) {
    const event = trace[i];
    const found = event?.type === 'wire' && event.dir === 'b>a' ? looks.find(event.octets) : undefined;
    if (found !== undefined) return fromUtf8(found);
  }
  return '';
}
