import { describe, expect, it } from 'vitest';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { isRefusal, spansOf } from '../../../src/core/spec/describe.ts';
import { spansOfReply } from '../../../src/core/spec/reply-spans.ts';

const parts = (line: string, spoken?: { readonly trigger: string; readonly outcome: string }) =>
  spansOfReply(pop3, line, spoken).map(({ from, to, role }) => `${role}=${line.slice(from, to)}`);

describe('what each octet of a reply is', () => {
  it.each([
    ['+OK 6 3163120', ['status=+OK', 'count=6', 'octets=3163120']],
    ['+OK 6 messages (3163120 octets)', ['status=+OK', 'count=6', 'octets=3163120']],
    [
      '-ERR [AUTH] No such user or wrong password',
      ['status=-ERR', 'code=[AUTH]', 'prose=No such user or wrong password'],
    ],
    ['-ERR [IN-USE] anything else', ['status=-ERR', 'code=[IN-USE]', 'prose=anything else']],
    ['+ ', ['status=+']],
    ['no reply at all', []],
  ])('%s', (line, spans) => {
    expect(parts(line)).toEqual(spans);
  });

  it('names the holes of the template that spoke, when it is known', () => {
    expect(parts('+OK 2 120', { trigger: 'LIST', outcome: 'one' })).toEqual([
      'status=+OK',
      'number=2',
      'octets=120',
    ]);
    expect(parts('+OK 2 120', { trigger: 'STAT', outcome: 'ok' })).toEqual([
      'status=+OK',
      'count=2',
      'octets=120',
    ]);
  });
});

describe('what each octet of a command is', () => {
  it('is read with the same grammar the server reads', () => {
    const { spans, problem } = spansOf(pop3, 'transaction', 'top 1 20');
    expect(spans.map((s) => `${s.role}=${'top 1 20'.slice(s.from, s.to)}`)).toEqual([
      'verb=top',
      'message=1',
      'lines=20',
    ]);
    expect(problem).toBeUndefined();
    expect(spansOf(pop3, 'transaction', 'RETR one').problem).toMatchObject({ at: 5 });
  });
});

describe('a refusal', () => {
  it.each([
    ['PASS', 'wrong', true],
    ['RETR', 'gone', true],
    ['FETCH', 'unknown', true],
    ['PASS', 'ok', false],
    ['closed', 'released', false],
    ['AUTH', 'challenge', false],
  ])('%s %s: %s', (trigger, outcome, refused) => {
    expect(isRefusal(pop3, { trigger, outcome })).toBe(refused);
  });
});
