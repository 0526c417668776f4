import { CRLF, type Octets } from '../../../base/octets.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { headOf, octetsOf, type Body } from '../../../store/body.ts';
import { messageAndLines } from '../arguments.ts';
import { beyondAscii, isBeyond } from '../beyond-ascii.ts';
import { message } from '../maildrop.ts';
import { missing, refuseMissing } from '../missing.ts';
import { withoutLast } from '../reply.ts';
import { command, type Pop3 } from '../shape.ts';

const topCommand = command({
  verb: 'TOP',
  from: ['transaction'],
  args: messageAndLines,
  rfc: '1939#7',
  summary: 'Only the header, the empty line, and so many lines of the body.',
  outcomes: {
    ok: { to: 'same', says: '+OK Top of message {number}\n{*top}', when: 'there is such a message' },
    ...missing,
    ...beyondAscii,
  },
  run({ state, session }, { message: number, lines }, take) {
    const row = message(state, number);
    if (!row) return refuseMissing(state, number, take);
    if (isBeyond(session, row)) return take.utf8({ message: number });
    return take.ok({ number, top: [withoutLast(topOf(row.body, lines))] });
  },
});
/** A long body is not computed for its head's sake. */
function topOf(body: Body, lines: number): Octets {
  const head = typeof body === 'string' ? undefined : firstOf(headOf(body), lines);
  if (head !== undefined) return head;
  const whole = octetsOf(body);
  return firstOf(whole, lines) ?? whole;
}
/** Header, empty line and so many lines after it; undefined: there are not so many. */
function firstOf(text: Octets, lines: number): Octets | undefined {
  const empty = text.startsWith(CRLF) ? 0 : text.indexOf('\r\n\r\n') + 2;
  if (empty === 1) return undefined;
  let end = empty + CRLF.length;
  for (let i = 0; i < lines; i++) {
    const next = text.indexOf(CRLF, end);
    if (next < 0) return undefined;
    end = next + CRLF.length;
  }
  return text.slice(0, end);
}
export const top: Extension<Pop3> = {
  keyword: 'TOP',
  rfc: '2449#6.1',
  summary: 'A look at a message without fetching all of it.',
  adverts: () => 'TOP',
  commands: [topCommand],
};
