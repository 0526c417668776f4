// What a learner may do in a lesson of the course beside its solution: a hint speaks only of what is so, and an answer that is right counts.
import { expect, it } from 'vitest';
import { lessonPaths, readLesson } from '../../../scripts/lessons-files.ts';
import { isRight } from '../../../src/course/answer.ts';
import { deedsOf, rightAnswers } from '../../../src/course/check/lesson.ts';
import type { Deed, Lesson } from '../../../src/course/lesson.ts';
import { play, stageOf } from '../../../src/course/play.ts';
import { progressOf } from '../../../src/course/progress.ts';

const lessons = lessonPaths().flatMap((path) => readLesson(path).compiled?.lesson ?? []);
/** Where somebody stands who has come to this step as the lesson shows, did these then, and knows every answer. */
function at(place: string, deeds: readonly Deed[]) {
  const [id = '', step = ''] = place.split('/');
  const lesson = lessons.find((it) => it.id === id);
  const stage = lesson && stageOf(lesson);
  if (!lesson || !stage) throw new Error(`there is no lesson ${id}`);
  const { trace } = play(stage, [...deedsOf(before(lesson, step)), ...deeds]);
  const { steps } = progressOf(lesson, stage.start, trace, rightAnswers(lesson.steps, trace));
  const { met = false, hints = [] } = steps.find((it) => it.id === step) ?? {};
  return { lesson, trace, step, met, hints: hints.filter(({ fired }) => fired).map((hint) => hint.id) };
}
const before = ({ steps }: Lesson, step: string) =>
  steps.slice(
    0,
    steps.findIndex(({ id }) => id === step),
  );
function isTaken(place: string, question: string, answer: string, deeds: readonly Deed[] = []): boolean {
  const { lesson, step, trace } = at(place, deeds);
  const asked = lesson.steps.find(({ id }) => id === step)?.asks.find(({ id }) => id === question);
  if (!asked) throw new Error(`${place} has no question ${question}`);
  return isRight(asked, answer, trace);
}

const laptop = 'bob-laptop.example.net';
it.each<readonly [string, readonly Deed[], readonly string[]]>([
  ['F2/clear', ['nc mail.example.org 24'], ['nobody']],
  ['F2/clear', ['nc mail.example.org 143'], ['imap']],
  ['F2/clear', ['nc mail.example.org 993'], ['imap']],
  [
    'C2/throw',
    [
      { on: laptop, click: 'set', settings: { keep: 'mirror' } },
      { on: laptop, click: 'delete', letter: 'dots' },
      { on: laptop, click: 'sync' },
    ],
    ['another'],
  ],
  ['I1/leave', ['a6 QUIT'], ['other-word']],
  ['I1/leave', ['QUIT'], ['other-word']],
  ['I1/leave', ['a6 EXIT'], []],
  ['I1/login', ['* LOGIN alice x'], ['star']],
  ['I1/two', ['a4 NOOP', 'a4 CAPABILITY'], ['same-tag']],
  ['I1/two', ['a3 NOOP', 'a5 CAPABILITY'], ['same-tag']],
  ['I1/two', ['x NOOP', 'X CAPABILITY'], []],
  ['I2/aside', ['a8 SELECT Projects'], ['left-it']],
  ['I2/aside', ['a8 SELECT INBOX'], []],
  ['S2/letter', ['DATA', 'To: carol@example.com', 'Subject: hi', 'Hello bob', '', 'more', '.'], ['M06']],
  ['S3/chair', ['QUIT', 'nc -C -l 25', { act: 'write' }, '220 hello', '502 what?'], ['older']],
  ['S3/chair', ['QUIT', 'nc -C -l 25', { act: 'write' }, '220 hello', '421 not today'], ['refused']],
])('%s: %j brings up %j', (place, deeds, hints) => {
  expect(at(place, deeds).hints).toEqual(hints);
});

it('S3 wants a letter after RSET, whatever was sent before', () => {
  const envelope = ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>'];
  const letter = ['DATA', '', 'Here it is.', '.'];
  const thrown = [...letter, ...envelope, 'RSET'];
  expect(at('S3/clean', thrown).met).toBe(false);
  expect(at('S3/clean', [...thrown, ...envelope, ...letter]).met).toBe(true);
});
it.each(['one', 'One', 'ONE'])('S5 takes a list that begins with %s', (first) => {
  const envelope = ['MAIL FROM:<you@client.example.net>', 'RCPT TO:<bob@example.com>'];
  expect(at('S5/short', [...envelope, 'DATA', '', first, '.', 'Two']).met).toBe(true);
});
it('P3 takes the id that UIDL tells of one letter alone', () => {
  const login = [
    'openssl s_client -quiet -crlf -connect pop.example.com:995',
    'USER bob',
    'PASS correct-horse',
  ];
  const deeds = [...login, 'UIDL 2'];
  const { trace } = at('P3/ids', deeds);
  const said = trace.findLast((event) => event.type === 'wire' && event.octets.startsWith('+OK 2 '));
  const id = said?.type === 'wire' ? said.octets.slice('+OK 2 '.length).trim() : '';
  expect(isTaken('P3/ids', 'second', id, deeds)).toBe(true);
});
it('J2 takes a null MX with the number 0 alone, as RFC 7505 §3 has it', () => {
  const zone = ['@ MX 10 mx1', '@ MX 20 mx2', 'newsletter A 192.0.2.80'];
  const judged = (...more: readonly string[]): boolean =>
    isTaken('J2/zone', 'records', [...zone, ...more].join('\n'));
  expect(judged('newsletter MX 0 .')).toBe(true);
  expect(judged('newsletter MX 10 .')).toBe(false);
  expect(judged()).toBe(false);
});
