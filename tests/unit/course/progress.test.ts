import { describe, expect, it } from 'vitest';
import { lessonPaths, readLesson } from '../../../scripts/lessons-files.ts';
import { isRight } from '../../../src/course/answer.ts';
import { deedsOf, rightAnswers } from '../../../src/course/check/lesson.ts';
import type { Deed, Lesson, Question } from '../../../src/course/lesson.ts';
import { play, stageOf, type Stage } from '../../../src/course/play.ts';
import { progressOf, type Given } from '../../../src/course/progress.ts';
import { reasonsEn, reasonText, type Reasons } from '../../../src/course/reasons.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { reasons as chinese } from '../../../src/ui/messages/zh/lesson.ts';
import { p1 } from './p1.ts';

const staged = (lesson: Lesson): Stage => {
  const stage = stageOf(lesson);
  if (!stage) throw new Error(`there is no world ${lesson.scene.world}`);
  return stage;
};
/** One of the course's own, by the beginning of its file's name. */
function lessonIn(name: string): Lesson {
  const path = lessonPaths().find((it) => it.includes(name));
  const lesson = path === undefined ? undefined : readLesson(path).compiled?.lesson;
  if (!lesson) throw new Error(`${name} does not compile`);
  return lesson;
}
const p2 = lessonIn('pop3/02-');
const [stage, p2Stage] = [staged(p1), staged(p2)];
const world = stage.start;
const knock = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const login = [knock, 'USER bob', 'PASS correct-horse'] as const;
const after = (...typed: readonly string[]): readonly TraceEvent[] => play(stage, typed).trace;
const met = (trace: readonly TraceEvent[], given?: Given, count?: number): readonly string[] =>
  progressOf(p1, world, trace, given, count).steps.flatMap((step) => (step.met ? [step.id] : []));
const stepOf = (id: string, trace: readonly TraceEvent[], given?: Given) =>
  progressOf(p1, world, trace, given).steps.find((step) => step.id === id);
const reasons = (id: string, trace: readonly TraceEvent[], given?: Given): readonly string[] =>
  (stepOf(id, trace, given)?.why ?? []).map((why) => reasonText(why));

describe('progress', () => {
  it('begins with nothing met and the first step current', () => {
    expect(progressOf(p1, world, [])).toMatchObject({ current: 'knock', done: false });
  });
  it('is a tick for each goal as it is reached', () => {
    expect(met(after(knock))).toEqual(['knock']);
    expect(met(after(...login))).toEqual(['knock', 'login']);
    expect(progressOf(p1, world, after(...login)).current).toBe('count');
  });
  it('is done when all are met and all questions answered', () => {
    const trace = after(...login, 'STAT', 'LIST', 'RETR 2', 'QUIT');
    expect(progressOf(p1, world, trace, rightAnswers(p1.steps, trace))).toMatchObject({
      done: true,
      current: undefined,
    });
    expect(met(trace)).toEqual(['knock', 'login', 'leave']);
  });
  it('goes back with the cursor', () => {
    const trace = after(...login, 'STAT');
    expect(met(trace)).toEqual(['knock', 'login']);
    const pass = trace.findIndex((e) => e.type === 'outcome' && e.trigger === 'PASS');
    expect(met(trace, {}, pass)).toEqual(['knock']);
    expect(met(trace, {}, pass + 1)).toEqual(['knock', 'login']);
    expect(met(trace, {}, 0)).toEqual([]);
  });
  it('takes no tick away for what comes later', () => {
    expect(met(after(...login, 'QUIT', 'telnet pop.example.com 110', 'QUIT'))).toContain('login');
  });
  it('keeps an answer that was right when it was given, or at any time since', () => {
    const mark = (now: string, trace: readonly TraceEvent[], asked: number) =>
      progressOf(p2, p2Stage.start, trace, { 'mark/now': now }, trace.length, { 'mark/now': asked }).steps[0]
        ?.met;
    const marked = after(...login, 'DELE 1', 'STAT');
    const torn = after(...login, 'DELE 1', 'STAT', 'RSET', 'STAT');
    expect([mark('5', marked, marked.length), mark('5', torn, marked.length)]).toEqual([true, true]);
    expect([mark('5', torn, torn.length), mark('6', marked, marked.length)]).toEqual([false, false]);
    // given too early: it becomes right, and stays so
    const early = after(...login, 'DELE 1').length;
    expect([mark('5', marked, early), mark('5', torn, early)]).toEqual([true, true]);
    // given on a way that was taken back: a longer one was gone instead
    const longer = after(...login, 'CAPA', 'LIST', 'STAT', 'DELE 1', 'STAT', 'RSET', 'STAT');
    expect(mark('5', longer, marked.length)).toBe(true);
  });
});

describe('why not yet', () => {
  it('is said in words that follow what was tried', () => {
    expect(reasons('knock', after())).toEqual([
      'No connection to pop.example.com is secured by TLS yet.',
      'There was no greeting yet. Or: There was no TLS handshake yet.',
    ]);
    expect(reasons('login', after())).toEqual(['No POP3 session has begun yet.']);
    expect(reasons('login', after(knock, 'USER bob'))).toEqual([
      'The session is in “And the password?”; “Maildrop open” is yet to come.',
    ]);
    expect(reasons('read', after(...login))[0]).toBe('There was no RETR yet (there is such a message).');
    expect(reasons('read', after(...login, 'RETR 7'))[0]).toBe(
      'The last RETR did not get there: nothing has that number in this session.',
    );
    expect(reasons('read', after(...login, 'RETR 1'))[0]).toMatch(/^RETR works; now/);
    // what always comes of a command is no condition
    expect(reasons('count', after(...login))[0]).toBe('There was no STAT yet.');
    expect(reasons('count', after(...login, 'STAT', 'LIST'), { 'count/sum': '12' })).toEqual([
      'The answer to the question is not right yet.',
    ]);
    expect(reasons('leave', after(...login, 'DELE 1', 'QUIT'))).toEqual([
      'There should be 6 letters in bob/INBOX; there are 5.',
    ]);
  });
  const whyIn = (name: string, step: string, typed: readonly Deed[], words?: Reasons): readonly string[] => {
    const lesson = lessonIn(name);
    const at = staged(lesson);
    const before = lesson.steps.slice(
      0,
      lesson.steps.findIndex(({ id }) => id === step),
    );
    const { trace } = play(at, [...deedsOf(before), ...typed]);
    const { why = [] } = progressOf(lesson, at.start, trace).steps.find(({ id }) => id === step) ?? {};
    return why.filter(({ kind }) => kind !== 'answer').map((each) => reasonText(each, words));
  };
  it('calls no success a failure', () => {
    expect(reasons('count', after(...login, 'LIST 2', 'STAT'))).toContain(
      'LIST works; now say it the way this step asks for.',
    );
    expect(whyIn('smtp/03-', 'badly', [])).toContain(
      'There was no such line yet (the verb is not known here).',
    );
    expect(whyIn('imap/04-', 'gone', [])).toContain('FETCH works; now say it the way this step asks for.');
  });
  it('speaks of the machines that the goal names, and of what a session did before its turn', () => {
    const knocked = ['dig MX example.com', 'telnet mx2.example.com 25'];
    expect(whyIn('journey/02-', 'order', knocked)).toEqual([
      'There was no greeting between client.example.net and mx1.example.com yet.',
    ]);
    expect(whyIn('smtp/03-', 'chair', [])).toEqual(['No client has come that far yet.']);
    expect(whyIn('smtp/03-', 'chair', [], chinese)).toEqual(['还没有客户端走到这一步。']);
    expect(whyIn('journey/02-', 'order', knocked, chinese)).toEqual([
      'client.example.net 与 mx1.example.com 之间还没有过问候。',
    ]);
    expect(whyIn('pop3/02-', 'cable', ['QUIT'])[0]).toBe('There was no broken connection yet.');
    expect(whyIn('imap/09-', 'too-long', [])).toEqual([
      'The session is in “Mailbox open”; “Listening” is yet to come.',
    ]);
    // only looking, and then marking: of what would do now, nothing needs going back
    const marking = ['b1 EXAMINE INBOX', 'b2 SELECT INBOX', 'b3 FETCH 7 (RFC822.SIZE BODY[]<0.100>)'];
    expect(whyIn('imap/03-', 'part', marking)).toEqual([
      expect.not.stringContaining('must not be so') as string,
    ]);
    expect(whyIn('pop3/03-', 'new', ['RETR 1', 'RETR 6', 'QUIT'])).toEqual([
      'Something is so that must not be so here. Go back to before it, and try again.',
    ]);
  });
  it('comes from a catalogue', () => {
    const loud: Reasons = { ...reasonsEn, tls: ({ host }) => `TLS! ${host}!` };
    const [why] = stepOf('knock', after())?.why ?? [];
    expect(why && reasonText(why, loud)).toBe('TLS! pop.example.com!');
  });
});

describe('hints', () => {
  const fired = (id: string, ...typed: readonly string[]) =>
    stepOf(id, after(...typed))?.hints.flatMap((hint) => (hint.fired ? [hint.id] : []));
  it('are offered unasked when the learner goes astray', () => {
    expect(fired('login', knock, 'PASS correct-horse')).toEqual(['who-first']);
    expect(fired('login', knock)).toEqual([]);
  });
  it('go away once the same command has worked', () => {
    expect(fired('count', ...login, 'STAT 2')).toEqual(['only-a-word']);
    expect(fired('count', ...login, 'STAT 2', 'LIST')).toEqual(['only-a-word']);
    expect(fired('count', ...login, 'STAT 2', 'STAT')).toEqual([]);
    expect(fired('read', ...login, 'RETR 7', 'RETR 1')).toEqual([]);
  });
  it('go away once the session has moved on, and come back with the mistake', () => {
    expect(fired('login', knock, 'PASS x', 'CAPA')).toEqual(['who-first']);
    expect(fired('login', knock, 'PASS x', 'USER bob')).toEqual([]);
    expect(fired('login', knock, 'PASS x', 'USER bob', 'PASS x')).toEqual(['which-of-the-two']);
  });
  it('stay as long as a mailbox is not as it should be', () => {
    const gone = [...login, 'DELE 1', 'QUIT'];
    expect(fired('leave', ...gone)).toEqual(['one-is-gone']);
    expect(fired('leave', ...gone, ...login)).toEqual(['one-is-gone']);
  });
  it('about the other one of two are gone when both were done, in either order', () => {
    const c2 = lessonIn('compare/02-');
    const two = staged(c2);
    const synced = (...on: readonly string[]): unknown => {
      const { trace } = play(
        two,
        on.map((host) => ({ on: `bob-${host}.example.net`, click: 'sync' })),
      );
      return progressOf(c2, two.start, trace).steps[0]?.hints.flatMap(({ id, fired }) => (fired ? [id] : []));
    };
    expect([synced('phone'), synced('laptop')]).toEqual([['the-other'], ['the-other']]);
    expect([synced('phone', 'laptop'), synced('laptop', 'laptop', 'phone')]).toEqual([[], []]);
  });
  it('are not offered any more when the goal is met', () => {
    expect(fired('login', knock, 'PASS x', 'USER bob', 'PASS correct-horse')).toEqual([]);
  });
});

describe('an answer', () => {
  const sum: Question & { kind: 'text' } = {
    id: 'sum',
    kind: 'text',
    q: { type: 'root', children: [] },
    accept: ['3163120'],
  };
  it.each(['3163120', ' 3 163 120 ', '3,163,120', '3.163.120'])('%s is right', (text) => {
    expect(isRight(sum, text)).toBe(true);
  });
  it.each(['', '3163121', '.'])('"%s" is not', (text) => {
    expect(isRight(sum, text)).toBe(false);
  });
  it('may be a mark alone', () => {
    expect(isRight({ ...sum, accept: ['.'] }, ' . ')).toBe(true);
    expect(isRight({ ...sum, accept: ['.'] }, ',')).toBe(false);
  });
  const asked = (q: string, ...accept: readonly string[]): Question => ({
    ...sum,
    q: { type: 'root', children: [{ type: 'text', value: q }] },
    accept,
  });
  it.each([
    [
      'How many octets are there in all?',
      '3163120',
      ['3163120 octets', '3,163,120 bytes', 'the 3163120 octets'],
    ],
    [
      'At which port did she hand it in?',
      '465',
      ['port 465', 'Port: 465', 'the port 465', 'number 465', 'submissions (465)'],
    ],
    ['How many letters are in it?', '12', ['twelve', '12 letters', '12 messages', '12 letters are in it']],
    ['Before how many minutes are over?', '29', ['29 minutes', '29 min']],
    [
      'What stands alone on the last line?',
      '.',
      ['a dot', 'Dot', 'one dot', 'the full stop', 'a period', 'just a dot', 'a dot (.)', '"."'],
    ],
    ['With which sign does it begin?', '*', ['a star', 'star', 'an asterisk', 'with a star']],
    [
      'Who speaks first?',
      'server',
      ['the server', 'The Server.', 'it is the server', 'the server speaks first'],
    ],
    ['How many lines has this answer?', '1', ['just one', 'a single line', 'only one line']],
    ['Which of the words offers TLS?', 'STARTTLS', ['250-STARTTLS', 'the word STARTTLS', 'STARTTLS.']],
    ['Which of your commands is that?', 'MAIL', ['the MAIL command', 'the command “MAIL”']],
    ['The first or the last?', 'last', ['the last', 'the last one', 'it is the last']],
  ])('to "%s" is %s in any of its spellings', (q, accept, texts) => {
    for (const text of texts) expect([text, isRight(asked(q, accept), text)]).toEqual([text, true]);
  });
  it.each([
    [
      'At which port did she hand it in?',
      '465',
      ['port 46', 'port', '465 octets', '465 or 587', 'not 465', '465 days'],
    ],
    ['The letter was number 2. Which number has it now?', '1', ['2 1', 'number 2', '12']],
    ['NO or BAD: which was it?', 'BAD', ['NO', 'NO or BAD', 'or', 'not BAD']],
    ['What stands alone on the last line?', '.', ['a', 'two dots', 'a star', 'line']],
    [
      'Which line comes first, the one with BYE or the one with your tag?',
      'BYE',
      ['the one with your tag', 'the tag, BYE', 'first'],
    ],
  ])('to "%s" is not what is merely like %s', (q, accept, texts) => {
    for (const text of texts) expect([text, isRight(asked(q, accept), text)]).toEqual([text, false]);
  });
  it('may be what a server has said', () => {
    const greeting: Question = { ...sum, accept: ['hello'], said: '^\\+OK (\\S+)' };
    const trace = after(knock);
    expect(isRight(greeting, 'Hello', trace)).toBe(true);
    expect(isRight(greeting, 'pop.example.com', trace)).toBe(true);
    expect(isRight(greeting, 'pop.example.com')).toBe(false);
    expect(isRight(greeting, 'imap.example.com', trace)).toBe(false);
  });
});
