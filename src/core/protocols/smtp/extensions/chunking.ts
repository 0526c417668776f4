import { keyword, no, optional, seq, token, type Grammar } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { conclude, taking } from '../accept.ts';
import { tooMuch as tooMuchOfIt } from '../commands/data.ts';
import { forEach } from '../lmtp.ts';
import { anywhere, command, helloOf, signal, type Smtp } from '../shape.ts';

const last: Grammar<true> = {
  usage: 'LAST',
  arguments: [{ name: 'last', usage: 'LAST', secret: false }],
  read: (c) => (keyword('LAST').read(c) === no ? no : true),
};
/**
 * Any number of digits. What is announced belongs to the chunk, however much it is: it follows without being asked for, and is never
 * read as commands. More than can be counted exactly is counted down from there, which nobody will see the end of.
 */
const chunkSize = token('octets', /\d+/, (it) => Math.min(Number(it), Number.MAX_SAFE_INTEGER), {
  rfc: '3030#2',
  expected: 'how many octets follow, and LAST if they are the last',
});
// Heard everywhere, because the octets come whether or not they are wanted: they must not be read as commands.
const bdat = command({
  verb: 'BDAT',
  from: anywhere,
  args: seq({
    size: chunkSize,
    last: optional(last),
  }),
  rfc: '3030#2',
  summary: 'Exactly so many octets of the letter follow: no dot, nothing doubled.',
  wants: ({ name }) => name !== 'recipients' && name !== 'chunked',
  outcomes: {
    go: { to: 'chunk', when: 'somebody is to receive it; the octets follow at once' },
    unwanted: { to: 'skipping', when: 'nobody is; the octets follow all the same, and are thrown away' },
  },
  run({ at }, { size, last }, take) {
    const isLast = last === true;
    if (at.name !== 'recipients' && at.name !== 'chunked')
      return take.unwanted({ state: { size, last: isLast, back: at } });
    const body = at.name === 'chunked' ? at.data.body : '';
    return take.go({ state: { envelope: at.data.envelope, body, size, last: isLast } });
  },
});
const skipped = signal({
  on: 'chunk',
  from: ['skipping'],
  rfc: '3030#2',
  summary: 'The unwanted octets are over.',
  outcomes: {
    noHello: {
      to: 'greeted',
      says: '503 5.5.1 BDAT has to wait, and its octets are thrown away: say {hello} first',
      when: 'nobody has said hello',
    },
    noRecipients: {
      to: ['ready', 'mail'],
      says: '503 5.5.1 BDAT has to wait, and its octets are thrown away: {verb} comes first',
      when: 'nobody is to receive it',
    },
    nobody: {
      to: 'ready',
      when: 'LMTP answers for each recipient, and there is none',
      rfc: '2033#4.3',
    },
    failed: {
      to: 'failed',
      says: '503 5.5.1 This envelope has failed, and the octets are thrown away; RSET comes first',
      when: 'a chunk before it has failed',
    },
  },
  run({ session, state: { back, last } }, _octets, take) {
    if (back.name === 'greeted') return take.noHello({ hello: helloOf(session) });
    if (back.name === 'failed') {
      const again = take.failed({ state: back.data });
      return last ? forEach(session, back.data.replies, again) : again;
    }
    const nobody = session.role === 'lmtp' && back.name === 'mail' && last;
    if (nobody) return take.nobody();
    return take.noRecipients({ verb: back.name === 'ready' ? 'MAIL' : 'RCPT' }, { at: back });
  },
});
const chunk = signal({
  on: 'chunk',
  from: ['chunk'],
  rfc: '3030#2',
  summary: 'All octets of the chunk are there.',
  outcomes: {
    more: { to: 'chunked', says: '250 2.0.0 {size} octets are here', when: 'it was not the last' },
    ...taking,
  },
  run(cx, octets, take) {
    const { envelope, body: before, size, last } = cx.state;
    const body = before + octets;
    return last ? conclude(cx, envelope, body, take) : take.more({ size }, { state: { envelope, body } });
  },
});
const tooMuch = signal({
  on: 'tooMuch',
  from: ['chunk'],
  rfc: '1870#6.3',
  summary: 'All octets of the chunk are there, and they are too many.',
  outcomes: { tooBig: { ...tooMuchOfIt.outcomes.tooBig, to: 'failed' } },
  run({ host, session, state: { envelope, last } }, _none, take) {
    const replies = envelope.recipients.length;
    const tooBig = take.tooBig({ limit: host.policy.maxSize }, { state: { replies } });
    return last ? forEach(session, replies, tooBig) : tooBig;
  },
});
export const chunking: Extension<Smtp> = {
  keyword: 'CHUNKING',
  rfc: '3030#2',
  summary: 'A letter may come in counted chunks.',
  adverts: () => 'CHUNKING',
  commands: [bdat],
  signals: [chunk, skipped, tooMuch],
};
