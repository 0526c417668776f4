import { describe, expect, test } from 'vitest';
import type { Advice } from '../../../src/app/advice.ts';
import { adviceAt, holdsSecret, noteOf, standingOf } from '../../../src/app/consoles.ts';
import { lab } from '../../../src/app/lab.ts';
import type { Timeline } from '../../../src/core/kernel/timeline.ts';
import { doubtWords } from '../../../src/ui/console/doubt.ts';
import { doubtMessages } from '../../../src/ui/messages/doubt.ts';
import { en } from '../../../src/ui/messages/en.ts';

const ME = 'you@client';
const sessionOf = (...lines: readonly string[]): Timeline => {
  const timeline = lab.begin(lab.start);
  for (const line of lines) {
    lab.record(timeline, { type: 'type', console: ME, octets: `${line}\n` });
    lab.record(timeline, { type: 'pass', until: 'quiet' });
  }
  return timeline;
};
const worldOf = (timeline: Timeline) => lab.seek(timeline, timeline.inputs.length);
const TLS = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const shell = worldOf(sessionOf());
const clear = worldOf(sessionOf('telnet pop.example.com 110'));
const asked = worldOf(sessionOf(TLS));
const named = worldOf(sessionOf(TLS, 'USER bob'));
const open = worldOf(sessionOf(TLS, 'USER bob', 'PASS correct-horse', 'DELE 2'));

const advise = (world: typeof open, text: string, caret = text.length): Advice =>
  adviceAt(world, ME, text, caret);
/** Marks as the stretch they cover. */
const marked = (text: string, { marks }: Advice, role: string): readonly string[] =>
  marks.filter((mark) => mark.role === role).map(({ from, to }) => text.slice(from, to));

describe('in a connection', () => {
  test('a verb is completed to a legal one', () => {
    expect(advise(open, 'RE').ghost).toBe('TR');
    expect(advise(asked, 'RE').ghost).toBe('');
  });
  test('on an empty line the legal verbs are offered, and no ghost', () => {
    const { ghost, others } = advise(named, '');
    expect([ghost, others.map(({ text }) => text)]).toEqual([
      '',
      ['APOP', 'CAPA', 'QUIT', 'USER', 'PASS', 'AUTH'],
    ]);
  });
  test('message numbers come from the maildrop; the marked one is gone', () => {
    const { others } = advise(open, 'RETR ');
    expect(others.map(({ text }) => text)).toEqual(['1', '3', '4', '5', '6']);
    expect(others[1]?.line).toBe('RETR 3');
  });
  test('the usage shows where the caret is', () => {
    const here = (caret: number): string | undefined =>
      advise(open, 'TOP 1 0', caret).usage.find((p) => p.here)?.text;
    expect([here(2), here(5), here(7)]).toEqual(['TOP', '<message>', '<lines>']);
  });
  test('an illegal verb is doubted with what would come first, and marked', () => {
    const advice = advise(asked, 'RETR 1');
    expect(advice.doubt).toMatchObject({ kind: 'not-now', verb: 'RETR', state: 'Who are you?' });
    expect(advice.doubt).toMatchObject({ ways: [['USER', 'PASS'], ['APOP'], ['AUTH']], secure: '' });
    expect(marked('RETR 1', advice, 'wrong')).toEqual(['RETR']);
  });
  test('where a login could be read on the way, the doubt names what begins TLS, and then the usual way', () => {
    const words = (line: string): string => {
      const { doubt } = advise(clear, line);
      return doubt ? doubtWords(doubt, doubtMessages, en.declared) : '';
    };
    expect(words('USER bob')).toBe(
      'Anybody on the way could read a login here, so this server takes no USER before TLS. First: STLS.',
    );
    expect(words('RETR 1')).toBe(
      'RETR is not legal now (Who are you?). First: STLS, or anybody on the way could read the login; ' +
        'then USER, then PASS; or APOP; or AUTH.',
    );
    expect(words('STLS')).toBe('');
  });
  test('a verb that may still become a legal one is not doubted', () => {
    expect(advise(open, 'DE').doubt).toBeUndefined();
  });
  test('a verb nobody knows is', () => {
    expect(advise(open, 'FOO').doubt).toEqual({ kind: 'unknown', verb: 'FOO' });
  });
  test('an argument that does not fit is marked from where it goes wrong', () => {
    const advice = advise(open, 'RETR one');
    expect(advice.doubt).toMatchObject({ kind: 'expected' });
    expect(marked('RETR one', advice, 'wrong')).toEqual(['one']);
  });
  test('a line that is only not finished is not', () => {
    expect(advise(open, 'RETR ').doubt).toBeUndefined();
  });
  test('a password is a secret wherever the caret is, in whatever state', () => {
    const line = 'PASS correct-horse';
    for (const world of [asked, named, open]) {
      for (const caret of [0, 3, 8, line.length]) {
        expect(marked(line, advise(world, line, caret), 'secret')).toEqual(['correct-horse']);
      }
    }
  });
  test('HELO takes a name alone, and offers the one that was said before', () => {
    const greeted = worldOf(sessionOf('telnet mx1.example.com 25'));
    const named = worldOf(sessionOf('telnet mx1.example.com 25', 'EHLO desk.example.net'));
    const { others, usage } = advise(greeted, 'HELO ');
    expect([others.map(({ line }) => line), usage.map(({ text }) => text)]).toEqual([
      ['HELO client.example.net'],
      ['HELO', '<client-name>'],
    ]);
    expect(advise(named, 'HELO ').others.map(({ text }) => text)).toEqual(['desk.example.net']);
    const address = 'HELO [203.0.113.50]';
    expect(marked(address, advise(greeted, address), 'wrong')).toEqual(['[203.0.113.50]']);
    expect(
      marked(address.replace('HELO', 'EHLO'), advise(greeted, address.replace('HELO', 'EHLO')), 'wrong'),
    ).toEqual([]);
  });
  test('marks count in characters of the line, not in octets', () => {
    expect(marked('PASS größe7', advise(named, 'PASS größe7'), 'secret')).toEqual(['größe7']);
  });
});

describe('at the shell', () => {
  test('programs, machines and ports are completed', () => {
    expect(advise(shell, 'teln').ghost).toBe('et');
    expect(advise(shell, 'telnet pop').ghost).toBe('.example.com');
    expect(advise(shell, 'telnet pop.example.com ').others.map(({ text }) => text)).toContain('110');
  });
  test('nothing is offered on an empty line', () => {
    expect(advise(shell, '')).toMatchObject({ ghost: '', others: [] });
  });
  test('a word like a verb is no secret there, but no history keeps it', () => {
    expect(advise(shell, 'PASS x').marks).toEqual([]);
    expect(['PASS x', 'pass  x', 'USER bob', 'date'].map(holdsSecret)).toEqual([true, true, false, false]);
  });
});

test('a typed line knows its prompt, its line end and its secret', () => {
  const timeline = sessionOf(TLS, 'USER bob', 'PASS correct-horse');
  const notes = timeline.trace.flatMap((event, i) => (event.type === 'typed' ? [noteOf(timeline, i)] : []));
  expect(notes).toEqual([
    { prompt: 'you@client:~$ ', eol: '', secrets: [], content: false },
    { prompt: '', eol: '\r\n', secrets: [], content: false },
    { prompt: '', eol: '\r\n', secrets: [[5, 18]], content: false },
  ]);
});
test('a response to a challenge is a secret, and * is none: it calls the login off', () => {
  const secrets = (...lines: readonly string[]) => {
    const timeline = sessionOf(TLS, 'AUTH PLAIN', ...lines);
    return timeline.trace.flatMap((event, i) =>
      event.type === 'typed' ? [noteOf(timeline, i).secrets] : [],
    );
  };
  expect(secrets('AGJvYgB4')).toEqual([[], [], [[0, 8]]]);
  expect(secrets('*')).toEqual([[], [], []]);
});
test('where a console stands', () => {
  expect(standingOf(shell, ME)).toMatchObject({ prompt: 'you@client:~$ ', status: { kind: 'shell' } });
  expect(standingOf(open, ME)).toMatchObject({
    prompt: '',
    status: { kind: 'yourTurn', state: 'transaction' },
  });
  expect(standingOf(open, 'nobody')).toMatchObject({ prompt: '', status: { kind: 'none' } });
});

describe('after half a line', () => {
  const half = (begun: string, ...lines: readonly string[]) => {
    const timeline = sessionOf('nc -C mx1.example.com 25', 'EHLO client.example.net', ...lines);
    // Ctrl-D sends what is there without its end
    for (const octets of [`${begun}\x04`]) lab.record(timeline, { type: 'type', console: ME, octets });
    lab.record(timeline, { type: 'pass', until: 'quiet' });
    return worldOf(timeline);
  };
  test('the next is read with it: nothing is wrong with the rest of a command', () => {
    const world = half('MAIL FROM:<you@cli');
    expect(standingOf(world, ME).status.kind).toBe('noLineEnd');
    const { doubt, usage, marks } = advise(world, 'ent.example.net>');
    expect(doubt).toBeUndefined();
    expect(usage[0]?.text).toBe('MAIL');
    expect(marks.some(({ role }) => role === 'wrong')).toBe(false);
  });
  test('a verb that was begun is completed', () => {
    const world = half('MA');
    expect(advise(world, 'I').ghost).toBe('L');
    expect(advise(world, '').others).toEqual([{ text: 'IL', line: 'IL' }]);
    expect(advise(world, 'IL FROM:<>').doubt).toBeUndefined();
  });
  test('a command of its own is what goes wrong there', () => {
    expect(advise(half('MAIL FR'), 'RSET').doubt?.kind).toBe('expected');
    expect(advise(half('XY'), 'Z now').doubt).toEqual({ kind: 'unknown', verb: 'XYZ' });
    expect(advise(half('RC'), 'PT TO:<bob@example.com>').doubt).toMatchObject({
      kind: 'not-now',
      verb: 'RCPT',
    });
  });
  test('a secret that was begun is one to its end', () => {
    const world = half('AUTH PLAIN AGJv', 'RSET');
    expect(marked('YgBjb3JyZWN0', advise(world, 'YgBjb3JyZWN0'), 'secret')).toEqual(['YgBjb3JyZWN0']);
  });
});
