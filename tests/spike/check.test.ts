// The protocols to come, as far as a trial took them, on the core as it stands: a change of the core that would be in their way
// shows here. SMTP with its client, POP3, IMAP and two SASL mechanisms; the product's own take their places one by one.
import { describe, expect, it } from 'vitest';
import { decode64, encode64 } from '../../src/core/base/base64.ts';
import { Lab } from './lab.ts';
import { clientProof, saltedPassword } from './src/sasl/scram.ts';

type Check = (name: string, got: unknown, want: unknown) => void;
/** SCRAM as a client does it, in three protocols. */
function scram(say: (t: string) => string, strip: RegExp): string {
  const bare = 'n=alice,r=abcd';
  const first =
    decode64(
      say(encode64(`n,,${bare}`))
        .replace(strip, '')
        .trim(),
    ) ?? '';
  const [, r = '', salt = '', i = ''] = /^r=(.*),s=(.*),i=(.*)$/.exec(first) ?? [];
  const without = `c=biws,r=${r}`;
  const proof = clientProof(
    saltedPassword('pencil', decode64(salt) ?? '', Number(i)),
    `${bare},${first},${without}`,
  );
  const v = say(encode64(`${without},p=${encode64(proof)}`));
  return (/^(334|\+) dj/.test(v) ? 'v ' : v) + say('');
}
function overSmtp(eq: Check, lab: Lab, split: number): void {
  const s = lab.dial('smtp');
  eq(
    'EHLO',
    lab.say(s, 'EHLO laptop'),
    '250-a.example greets laptop\r\n250-PIPELINING\r\n250-SIZE 100000\r\n250-SMTPUTF8\r\n250-CHUNKING\r\n250-STARTTLS\r\n250 AUTH PLAIN SCRAM-SHA-256\r\n',
  );
  eq('early RCPT', lab.say(s, 'RCPT TO:<alice@a.example>'), '503 5.5.1 Not now\r\n');
  eq(
    'SIZE veto',
    lab.say(s, 'MAIL FROM:<a@x.example> SIZE=100001'),
    '552 5.3.4 100001 octets are too many\r\n',
  );
  eq(
    'unknown param',
    lab.say(s, 'MAIL FROM:<a@x.example> FOO=1'),
    '555 5.5.4 Expected one of SIZE, SMTPUTF8\r\n',
  );
  eq('space after colon', lab.say(s, 'MAIL FROM: <a@x.example>'), '501 5.5.4 Expected <reverse-path>\r\n');
  eq(
    'pipelined',
    lab.say(
      s,
      'MAIL FROM:<a@x.example> SIZE=10 SMTPUTF8\nRCPT TO:<alice@a.example>\nRCPT TO:<nobody@a.example>\nRCPT TO:<z@else.example>\nRCPT TO:<bob@a.example>\nDATA',
    ),
    '250 2.1.0 <a@x.example> is the sender\r\n250 2.1.5 <alice@a.example> will receive it\r\n550 5.1.1 No mailbox <nobody@a.example> here\r\n550 5.7.1 Relaying denied\r\n250 2.1.5 <bob@a.example> will receive it\r\n354 End data with <CR><LF>.<CR><LF>\r\n',
  );
  eq('content', lab.say(s, 'Subject: x\n\n..dot\nlast\n.'), '250 2.0.0 Queued as Q1\r\n');
  eq(
    'unstuffed',
    lab.host('mx.a').store.mailboxes['alice/INBOX']?.rows.chunks.at(-1)?.at(-1)?.body,
    'Subject: x\r\n\r\n.dot\r\nlast\r\n',
  );
  eq(
    'BDAT',
    lab.say(s, 'MAIL FROM:<>\nRCPT TO:<bob@a.example>\nBDAT 5\nabc\nBDAT 0 LAST'),
    '250 2.1.0 <> is the sender\r\n250 2.1.5 <bob@a.example> will receive it\r\n250 2.0.0 5 octets received\r\n250 2.0.0 Queued as Q2\r\n',
  );
  eq('bdat body', lab.host('mx.a').store.mailboxes['bob/INBOX']?.rows.chunks.at(-1)?.at(-1)?.body, 'abc\r\n');
  eq(
    'BDAT too early',
    lab.say(s, 'BDAT 6\nQUIT\nNOOP'),
    '503 5.5.1 No recipients yet\r\n250 2.0.0 Still here\r\n',
  );
  eq('AUTH PLAIN', lab.say(s, `AUTH PLAIN ${encode64('\0alice\0pencil')}`), '235 2.7.0 Welcome, alice\r\n');
  eq('AUTH cancel', lab.say(s, 'AUTH PLAIN\n*'), '334 \r\n501 5.7.0 Cancelled\r\n');
  lab.say(s, 'AUTH SCRAM-SHA-256');
  eq(
    'SMTP SCRAM',
    scram((t) => lab.say(s, t), /^334 /),
    'v 235 2.7.0 Welcome, alice\r\n',
  );
  const before = lab.trace.length;
  eq(
    'STARTTLS',
    split === 0
      ? lab.say(s, 'STARTTLS\nMAIL FROM:<evil@x.example>\nRCPT TO:<alice@a.example>')
      : lab.say(s, 'STARTTLS'),
    '220 2.0.0 Go ahead\r\n',
  );
  eq(
    'discarded',
    lab.trace.slice(before).some((e) => e.type === 'discarded'),
    split === 0,
  );
  lab.quiet(s);
  if (split === 0) eq('forgotten', lab.say(s, 'MAIL FROM:<a@x.example>'), '503 Not now\r\n');
  eq('EHLO in TLS', lab.say(s, 'EHLO laptop').includes('STARTTLS'), false);
}
function overPop3AndImap(eq: Check, lab: Lab): void {
  const p = lab.dial('pop3');
  lab.say(p, 'AUTH SCRAM-SHA-256');
  eq(
    'POP3 SCRAM',
    scram((t) => lab.say(p, t), /^\+ /),
    'v +OK Welcome, alice\r\n',
  );
  eq('RETR', lab.say(p, 'RETR 1'), '+OK 20 octets\r\nSubject: 1\r\n\r\n..one\r\n.\r\n');
  eq(
    'LIST',
    lab.say(p, 'DELE 2\nLIST'),
    '+OK Message 2 marked\r\n+OK 3 messages\r\n1 20\r\n3 21\r\n4 26\r\n.\r\n',
  );
  eq('QUIT', lab.say(p, 'QUIT'), '+OK Bye\r\n');
  const i = lab.dial('imap');
  lab.say(i, 'a AUTHENTICATE SCRAM-SHA-256');
  eq(
    'IMAP SCRAM',
    scram((t) => lab.say(i, t), /^\+ /),
    'v a OK Welcome, alice\r\n',
  );
  eq(
    'LOGIN literals',
    (() => {
      const j = lab.dial('imap');
      return lab.say(j, 'a1 LOGIN {5}\nalice {6+}\npencil\na2 NOOP');
    })(),
    '+ Ready for 5 octets\r\na1 OK LOGIN completed\r\na2 OK NOOP completed\r\n',
  );
  const j = lab.world.lastConn;
  eq(
    'too big',
    lab.say(
      j,
      'a3 APPEND INBOX {5001}\na4 APPEND INBOX {5001+}\n' + 'z'.repeat(5001) + ' {3+}\na b (junk\na5 NOOP',
    ),
    'a3 NO [TOOBIG] 5001 octets are too many\r\na4 NO [TOOBIG] 5001 octets are too many\r\na5 OK NOOP completed\r\n',
  );
  eq('SELECT', lab.say(i, 'b SELECT INBOX').split('\r\n').slice(1, 2), ['* 3 EXISTS']);
  lab.say(j, 'b SELECT inbox');
  eq(
    'FETCH',
    lab.say(i, 'c FETCH 1:2 (UID BODY.PEEK[])'),
    '* 1 FETCH (UID 1 BODY[] {20}\r\nSubject: 1\r\n\r\n.one\r\n)\r\n* 2 FETCH (UID 3 BODY[] {21}\r\nSubject: 3\r\n\r\nthree\r\n)\r\nc OK FETCH completed\r\n',
  );
  eq(
    'STORE',
    lab.say(i, 'd STORE 1 +FLAGS (\\Deleted)'),
    '* 1 FETCH (FLAGS (\\Deleted))\r\nd OK STORE completed\r\n',
  );
  eq('STORE silent', lab.say(i, 'e UID STORE 3 +FLAGS.SILENT (\\Seen)'), 'e OK STORE completed\r\n');
  lab.say(j, 'f IDLE');
  const events = lab.data(i, 'g EXPUNGE\r\n');
  eq('EXPUNGE', lab.heard(i, events), '* 1 EXPUNGE\r\ng OK EXPUNGE completed\r\n');
  eq('told in IDLE', lab.heard(j, events), '* 1 EXPUNGE\r\n');
  lab.say(j, 'DONE');
  lab.say(i, 'h STORE 1 +FLAGS (\\Deleted)');
  lab.say(i, 'h EXPUNGE');
  eq(
    'withheld',
    lab.say(j, 'k FETCH 1:* (UID)'),
    '* 1 FETCH (UID 3)\r\n* 2 FETCH (UID 4)\r\nk OK FETCH completed\r\n',
  );
  eq('then told', lab.say(j, 'l NOOP'), '* 1 EXPUNGE\r\nl OK NOOP completed\r\n');
  eq(
    'APPEND',
    lab.say(j, 'm APPEND INBOX (\\Seen) {5+}\nhello'),
    '* 2 EXISTS\r\nm OK [APPENDUID 1 5] APPEND completed\r\n',
  );
}
function overDistance(eq: Check): void {
  const lab = new Lab(0, { spf: true, link: { latency: 30_000, segment: 10 } });
  const s = lab.dial('smtp');
  eq('greeting late', lab.quiet(s), '220 a.example ready\r\n');
  lab.say(
    s,
    'EHLO laptop\nMAIL FROM:<a@bad.example>\nMAIL FROM:<a@good.example>\nRCPT TO:<carol@b.example>\nRCPT TO:<alice@a.example>\nDATA\nSubject: y\n\n.hello\n.\nQUIT',
  );
  const out = lab.quiet(s).split('\r\n').slice(7);
  eq('checking', out, [
    '550 5.7.23 SPF validation failed',
    '250 2.1.0 <a@good.example> is the sender',
    '250 2.1.5 <carol@b.example> will be passed on',
    '250 2.1.5 <alice@a.example> will receive it',
    '354 End data with <CR><LF>.<CR><LF>',
    '250 2.0.0 Queued as Q1',
    '221 2.0.0 Bye',
    '',
  ]);
  eq(
    'relayed',
    lab.host('mx.b').store.mailboxes['carol/INBOX']?.rows.chunks[0]?.[0]?.body,
    'Subject: y\r\n\r\nhello\r\n',
  );
  eq('outgoing empty', lab.host('mx.a').outgoing, []);
  eq(
    'ids dense',
    lab.trace.every((e, k) => e.id === k + 1),
    true,
  );
  eq('no conns left', lab.world.conns.length, 0);
  {
    const lab2 = new Lab(0, { link: { latency: 30_000, segment: 10 } });
    lab2.dial('smtp');
    lab2.quiet(1);
    lab2.say(1, 'EHLO x\nSTARTTLS\nMAIL FROM:<evil@x.example>\nNOOP');
    eq('late plaintext', lab2.quiet(1).split('\r\n').slice(7), ['220 2.0.0 Go ahead', '']);
    eq('late discarded', lab2.trace.filter((e) => e.type === 'discarded').length > 0, true);
  }
  const idle = new Lab();
  const c = idle.dial('smtp');
  eq('timeout', idle.heard(c, idle.go({ type: 'pass', until: 301_000_000 })), '421 Timed out\r\n');
}

type Row = readonly [name: string, got: unknown, want: unknown];
const all: Row[] = [];
for (const split of [0, 1, 7]) {
  const lab = new Lab(split);
  const eq: Check = (name, got, want) => all.push([`${name}, ${split || 'all'} octets at a time`, got, want]);
  overSmtp(eq, lab, split);
  overPop3AndImap(eq, lab);
}
overDistance((name, got, want) => all.push([name, got, want]));

describe('the protocols to come', () => {
  it.each(all)('%s', (_name, got, want) => {
    expect(got).toEqual(want);
  });
  it('are checked 109 times', () => {
    expect(all).toHaveLength(109);
  });
});
