// What the card of a refusal says, by what somebody has typed in the standard world.
import { describe, expect, test } from 'vitest';
import { refusalsNow } from '../../../src/app/why.ts';
import { seek, type Timeline } from '../../../src/core/kernel/timeline.ts';
import { scheduleOf } from '../../../src/core/trace/schedule.ts';
import { whyNot, type WhyNot } from '../../../src/core/trace/why-not.ts';
import { rowsOf } from '../../../src/ui/sequence/rows.ts';
import { ticksOf } from '../../../src/ui/timeline/ticks.ts';
import { pointedAt } from '../../../src/ui/why/pointed.ts';
import { typed } from '../ui-stage/session.ts';

const noesOf = ({ trace }: Timeline): readonly number[] => {
  const conn = trace.findLast((it) => it.type === 'outcome')?.conn ?? 0;
  return refusalsNow(trace, trace.length, conn);
};
function cardOf(timeline: Timeline, index: number): WhyNot {
  const input = timeline.ends.findIndex((end) => end > index);
  const why = whyNot(timeline.trace, index, seek(timeline, input - 1), seek(timeline, input));
  if (!why) throw new Error('nothing was refused');
  return why;
}
/** The card after these lines. */
function card(...lines: readonly string[]): WhyNot {
  const timeline = typed(lines);
  return cardOf(timeline, noesOf(timeline).at(-1) ?? -1);
}
const MX = 'telnet mx1.example.com 25';
const SUBMIT = 'telnet submit.example.com 587';
const SUBMIT_TLS = 'openssl s_client -quiet -crlf -starttls smtp -connect submit.example.com:587';
const IMAP = 'openssl s_client -quiet -crlf -connect imap.example.com:993';
const LOGIN = 'a1 LOGIN bob correct-horse';
const EHLO = 'EHLO client.example.net';
const MAIL = 'MAIL FROM:<a@example.net>';
const RCPT = 'RCPT TO:<bob@example.com>';

describe('several refusals in one send', () => {
  const timeline = typed([
    String.raw`printf "EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<nix@example.com>\r\nRCPT TO:<dave@example.org>\r\nFOO\r\nQUIT\r\n" | nc mx1.example.com 25`,
  ]);
  const { trace } = timeline;
  const noes = noesOf(timeline);
  const send = trace.findLastIndex((it) => it.type === 'wire' && it.dir === 'b>a');

  test('each has a card, the others said beside it or not', () => {
    expect(
      noes.map((index) => cardOf(timeline, index)).map(({ trigger, outcome }) => `${trigger}/${outcome}`),
    ).toEqual(['RCPT/unknown', 'RCPT/relay', 'FOO/unknown']);
    expect(cardOf(timeline, noes[0] ?? -1).beliefs[0]).toEqual({ what: 'closed', value: 'Sender known' });
  });
  test('arrow and timeline are red', () => {
    expect(rowsOf(trace).filter(({ refused }) => refused)).toMatchObject([{ event: send }]);
    expect(ticksOf(trace, scheduleOf(trace)).refusal).toHaveLength(1);
  });
  test('the line that is pointed at chooses', () => {
    const at = (octets: string): number | undefined =>
      pointedAt(trace, noes, send, { by: 'server', text: octets, octets });
    const said = trace[send]?.type === 'wire' ? trace[send].octets.split('\r\n') : [];
    expect(said.filter((line) => at(line) !== undefined).map((line) => noes.indexOf(at(line) ?? -1))).toEqual(
      [0, 1, 2],
    );
    expect(pointedAt(trace, noes, noes[1] ?? -1, undefined)).toBe(noes[1]);
    expect(pointedAt(trace, noes, send, undefined)).toBeUndefined();
  });
  test('of octets nobody wanted and the line after them', () => {
    const bdat = typed([MX, EHLO, 'BDAT 3', 'abc']);
    expect(noesOf(bdat).map((index) => cardOf(bdat, index).trigger)).toEqual(['chunk', '']);
  });
  test('a yes in a send of its own ends it', () => {
    expect(noesOf(typed([MX, 'FOO', 'NOOP']))).toEqual([]);
  });
});

test('what a host offers is believed by whoever has been told of it', () => {
  const offers = (...lines: readonly string[]): readonly unknown[] =>
    card(...lines).beliefs.filter((it) => it.what === 'switch' && it.name.startsWith('caps'));
  expect(offers(MX, 'DATA')).toEqual([]);
  expect(offers(MX, EHLO, 'DATA')).toEqual([{ what: 'switch', name: 'capsShow', value: 'REQUIRETLS' }]);
});

describe('what comes first leads there', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a mailbox, where there is no login in the clear',
      ['telnet imap.example.com 143', 'a1 SELECT INBOX'],
      ['STARTTLS LOGIN', 'STARTTLS AUTHENTICATE'],
    ],
    [
      'a message there',
      ['telnet imap.example.com 143', 'a1 FETCH 1 FLAGS'],
      ['STARTTLS LOGIN SELECT', 'STARTTLS LOGIN EXAMINE'],
    ],
    ['a login there', ['telnet imap.example.com 143', LOGIN], ['STARTTLS']],
    [
      'a maildrop, where there is no login in the clear',
      ['telnet pop.example.com 110', 'STAT'],
      ['STLS USER PASS', 'STLS APOP', 'STLS AUTH'],
    ],
    ['a login where UTF8 has shut the way to TLS', ['telnet pop.example.com 110', 'UTF8', 'USER bob'], []],
    ['an envelope where nobody has logged in, without TLS', [SUBMIT, EHLO, MAIL], ['STARTTLS EHLO AUTH']],
    ['an envelope before the hello there', [SUBMIT, MAIL], ['EHLO STARTTLS EHLO AUTH']],
    ['an envelope where nobody has logged in', [SUBMIT_TLS, EHLO, MAIL], ['AUTH']],
    ['a second envelope', [MX, EHLO, MAIL, MAIL], ['RSET', 'EHLO', 'HELO']],
    ['a recipient', [MX, RCPT], ['EHLO MAIL']],
    [
      'a letter after a chunk has failed',
      [MX, EHLO, MAIL.concat(' BODY=BINARYMIME'), RCPT, 'DATA', 'DATA'],
      ['RSET MAIL RCPT'],
    ],
    ['octets nobody wants yet', [MX, EHLO, 'BDAT 3', 'abc'], []],
    [
      'a flag in a mailbox opened for reading only',
      [IMAP, LOGIN, 'a2 EXAMINE INBOX', String.raw`a3 STORE 1 +FLAGS (\Seen)`],
      ['SELECT'],
    ],
  ])('%s', (_what, lines, ways) => {
    expect(card(...lines).ways.map((way) => way.join(' '))).toEqual(ways);
  });
  test('where MAIL is refused until a login, it is not called legal', () => {
    const legal = ({ legal: verbs }: WhyNot): readonly string[] => verbs.map(({ verb }) => verb);
    expect(legal(card(SUBMIT, EHLO, MAIL))).not.toContain('MAIL');
    expect(legal(card(MX, EHLO, 'FOO'))).not.toContain('BDAT');
    expect(legal(card(MX, EHLO, MAIL, RCPT, 'FOO'))).toContain('BDAT');
    expect(
      legal(card(IMAP, LOGIN, 'a2 EXAMINE INBOX', 'a3 EXPUNGE')).filter((verb) =>
        /STORE|EXPUNGE|MOVE|REPLACE/.test(verb),
      ),
    ).toEqual([]);
  });
});

describe('what the server believes', () => {
  const beliefs = (...lines: readonly string[]): readonly string[] =>
    card(...lines).beliefs.map(({ what, value }) => `${what} ${value}`);
  test('an open mailbox by its name, how much is in it, and whether it may be changed', () => {
    expect(beliefs(IMAP, LOGIN, 'a2 SELECT INBOX', 'a3 FETCH 99 FLAGS')).toEqual([
      'state Mailbox open',
      'open INBOX',
      'letters 6',
      'user bob',
      'tls on',
      'domain example.com',
    ]);
    expect(beliefs(IMAP, LOGIN, 'a2 EXAMINE INBOX', 'a3 EXPUNGE')).toContain('readOnly yes');
  });
});

describe('where it is written', () => {
  test.each<[string, readonly string[], string, string]>([
    ['HELO', [MX, 'HELO [192.0.2.1]'], '5321#4.1.1.1', 'HELO'],
    ['RSET', [MX, EHLO, 'RSET now'], '5321#4.1.1.5', 'RSET'],
    ['STARTTLS', [MX, EHLO, 'STARTTLS now'], '3207#4', 'STARTTLS'],
    ['BDAT', [MX, EHLO, 'BDAT'], '3030#2', 'BDAT'],
    ['AUTH', [SUBMIT_TLS, EHLO, 'AUTH'], '4954#4', 'AUTH'],
    ['NOTIFY', [MX, EHLO, MAIL, `${RCPT} NOTIFY=YES`], '3461#4.1', 'RCPT'],
    ['SIZE', [MX, EHLO, `${MAIL} SIZE=big`], '1870#3', 'MAIL'],
    ['TURN', [MX, EHLO, 'TURN'], '5321#F.1', 'TURN'],
    ['SOML', [MX, EHLO, 'SOML FROM:<a@example.net>'], '5321#F.6', 'SOML'],
    ['what is no command', [MX, 'FOO'], '5321#4.2.4', ''],
    ['an empty line', [MX, ''], '5321#4.2.4', ''],
    ['octets nobody wants', [MX, EHLO, 'BDAT 4', 'ab'], '3030#2', 'BDAT'],
  ])('%s', (_what, lines, rfc, verb) => {
    expect(card(...lines)).toMatchObject({ rfc, verb });
  });
});
