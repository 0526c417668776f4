// How a talk ends: with QUIT, or because the other side is gone, silent, or speaks no SMTP.
import type { Take, Taken } from '../../../spec/take.ts';
import { conclude, own, refusedWith, remoteOf } from './findings.ts';
import { NO_REPLY, reply, textOf } from './reply.ts';
import { command, signal, type Sending } from './shape.ts';

/** While something is still to be decided. */
export const talking = [
  'greeting',
  'hello',
  'oldHello',
  'starting',
  'proving',
  'sender',
  'recipients',
  'draining',
  'asking',
  'letter',
] as const;
const anywhere = [...talking, 'securing', 'leaving'] as const;

/** The letter is out and its dot too: it may have been taken, and nobody knows (RFC 1047). */
const unsure = 'no reply has come after the letter: it may arrive twice';
type Cx = Parameters<typeof conclude>[0] & { readonly at: { readonly name: string } };
const broken = (cx: Cx, what: string): ReturnType<typeof conclude> =>
  conclude(cx, own(cx, `451 4.4.2 ${remoteOf(cx)}: ${cx.at.name === 'letter' ? unsure : what}`));

export const refused = signal({
  on: 'refused',
  from: ['connecting'],
  rfc: '5321#4.5.4.1',
  summary: 'Nobody answers there.',
  outcomes: { nobody: { to: 'closed', when: 'always: the next machine, or another time' } },
  run: (cx, { why }, take) =>
    take.nobody(
      conclude(
        cx,
        own(cx, `451 4.4.1 ${remoteOf(cx)} [${cx.session.mission.attempt.address}]: ${WHY[why]}`, ''),
      ),
    ),
});
const WHY = { refused: 'connection refused', unreachable: 'no route to host' } as const;

const lost = {
  gone: { to: 'closed', when: 'nothing was to be decided any more' },
  lost: { to: 'closed', when: 'it has gone before all was said: another time, perhaps', rfc: '5321#4.5.4.1' },
} as const;
const part = (cx: Cx, what: string, take: Take<Sending, 'leaving', typeof lost>): Taken =>
  cx.at.name === 'leaving' ? take.gone() : take.lost(broken(cx, what));
export const closed = signal({
  on: 'closed',
  from: anywhere,
  rfc: '5321#4.1.1.10',
  summary: 'The server has hung up.',
  outcomes: lost,
  run: (cx, { how }, take) => part(cx, how === 'reset' ? 'connection reset' : 'connection closed', take),
});
export const late = signal({
  on: 'late',
  from: anywhere,
  rfc: '5321#4.5.3.2',
  summary: 'The server has not answered in time.',
  outcomes: lost,
  run: (cx, _due, take) => part(cx, 'no reply in time', take),
});
export const endless = signal({
  on: 'endless',
  from: [...talking, 'leaving'],
  rfc: '5321#4.5.3.1.5',
  summary: 'A reply that is longer than any.',
  outcomes: lost,
  run: (cx, _text, take) => part(cx, 'a reply without an end', take),
});
/** Exact codes win over their families: 421 means the same anywhere. */
export const leaving421 = command({
  verb: '421',
  from: talking,
  args: reply,
  rfc: '5321#3.8',
  summary: 'The server closes the connection.',
  outcomes: { away: { to: 'closed', when: 'always: the next machine, or another time' } },
  run: (cx, said, take) => take.away(conclude(cx, refusedWith(cx, said, false))),
});
const odd = {
  odd: { to: 'leaving', says: 'QUIT', when: 'always: what it means here nobody can say', rfc: '5321#4.2.1' },
} as const;
const unexpected = (
  verb: '2yz' | '3yz' | typeof NO_REPLY,
  from: readonly (typeof talking)[number][],
  summary: string,
) =>
  command({
    verb,
    from,
    args: reply,
    rfc: '5321#4.2.1',
    summary,
    outcomes: odd,
    run: (cx, said, take) =>
      take.odd(
        conclude(
          cx,
          own(cx, `451 4.5.0 ${remoteOf(cx)} does not keep to SMTP: ${textOf(said).slice(0, 200)}`),
        ),
      ),
  });
export const oddities = [
  unexpected('2yz', ['asking'], 'Yes, where it cannot be.'),
  unexpected(
    '3yz',
    ['greeting', 'hello', 'oldHello', 'starting', 'proving', 'sender', 'recipients', 'letter'],
    'Go on, where nothing goes on.',
  ),
  unexpected(NO_REPLY, talking, 'That is no reply.'),
];
const anything = (verb: '2yz' | '3yz' | '4yz' | '5yz' | typeof NO_REPLY) =>
  command({
    verb,
    from: ['leaving'],
    args: reply,
    rfc: '5321#4.1.1.10',
    summary: 'The last word, whatever it is.',
    outcomes: { bye: { to: 'closed', when: 'always' } },
    run: (_cx, _said, take) => take.bye(),
  });
export const goodbyes = (['2yz', '3yz', '4yz', '5yz', NO_REPLY] as const).map(anything);
