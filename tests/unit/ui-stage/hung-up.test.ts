// The card of a server that closes of its own accord: nothing was refused, and it says why in a sentence.
import { expect, test } from 'vitest';
import { readers } from '../../../src/core/trace/protocols.ts';
import { hangsUp } from '../../../src/core/trace/why-not.ts';
import { whyWords } from '../../../src/ui/messages/why.ts';
import { main } from '../../../src/ui/messages/zh/main.ts';
import { why as zh } from '../../../src/ui/messages/zh/panels.ts';

/** Every declared outcome that is told as a no, closes, and answers nothing. */
const unasked = readers
  .here()
  .filter(({ end }) => end === 'b')
  .flatMap((reader) => {
    const { states, arrows } = reader.diagram();
    const edges = [...states.flatMap(({ stays }) => stays), ...arrows.flatMap(({ moves }) => moves)];
    const noes = edges.filter(
      ({ trigger, outcome, to }) =>
        to.some((end) => hangsUp({ trigger, to: end })) && reader.isRefusal({ trigger, outcome }),
    );
    return noes.map(({ trigger, outcome, when }) => [`${reader.id} ${trigger}/${outcome}`, when] as const);
  });
const cards = (say: (when: string) => string) =>
  Object.fromEntries(unasked.map(([key, when]) => [key, say(when)]));

test('a server that hangs up says so, and why', () => {
  expect(cards((when) => whyWords.hungUp(when))).toEqual({
    'smtp opened/none': 'The server hung up: it takes no mail at all.',
    'smtp greet/none': 'The server hung up: it takes no mail at all.',
    'smtp idle/expired':
      'The server hung up: it has heard nothing for five minutes, and an envelope is open.',
    'smtp idle/bored': 'The server hung up: it has heard nothing for five minutes, and no envelope is open.',
    'smtp shutdown/leaving': 'The server hung up: it is going down, and an envelope is open.',
    'smtp shutdown/parting': 'The server hung up: it is going down, and no envelope is open.',
    'pop3 shutdown/leaving': 'The server hung up: it is going down, and can say so.',
    'imap changed/gone':
      'The server hung up: the mailbox that was open is deleted, or its UIDs mean something else now.',
    'imap idle/expired':
      'The server hung up: nothing was heard for 3 minutes before the login, or after it for as long as the host waits.',
    'imap shutdown/leaving': 'The server hung up: it is going down, and can say so.',
  });
});
test('in Chinese too', () => {
  expect(cards((when) => zh.hungUp(main.declared(when)))).toEqual({
    'smtp opened/none': '服务器挂断了：它根本不收信。',
    'smtp greet/none': '服务器挂断了：它根本不收信。',
    'smtp idle/expired': '服务器挂断了：它五分钟没有听到任何话，而信封还打开着。',
    'smtp idle/bored': '服务器挂断了：它五分钟没有听到任何话，也没有打开的信封。',
    'smtp shutdown/leaving': '服务器挂断了：它要停机了，而信封还打开着。',
    'smtp shutdown/parting': '服务器挂断了：它要停机了，也没有打开的信封。',
    'pop3 shutdown/leaving': '服务器挂断了：它要停机了，而且还来得及说。',
    'imap changed/gone': '服务器挂断了：打开的邮箱已被删除，或它的 UID 已另有所指。',
    'imap idle/expired': '服务器挂断了：登录前 3 分钟没有动静，或登录后静默超过这台主机愿意等的时间。',
    'imap shutdown/leaving': '服务器挂断了：它要停机了，而且还来得及说。',
  });
});
test('what answers a command is a refusal, though it closes', () => {
  expect(hangsUp({ trigger: 'RCPT', to: 'closed' })).toBe(false);
  expect(hangsUp({ trigger: 'content', to: 'ready' })).toBe(false);
});
