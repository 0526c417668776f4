// Every kind of question and of deed, in one small lesson: what is shown comes from the engine, and so does what is right.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRight, rightAnswer } from '../../../src/course/answer.ts';
import { checkLesson, deedsOf } from '../../../src/course/check/lesson.ts';
import type { Question } from '../../../src/course/lesson.ts';
import { play, stageOf } from '../../../src/course/play.ts';
import { passes } from '../../../src/course/record.ts';
import { filledText, typedAt } from '../../../src/course/typed.ts';
import { textOf } from '../../../src/course/text.ts';
import { compiled } from './p1.ts';

const source = readFileSync(new URL('exercises.md', import.meta.url), 'utf8');
const { lesson, messages } = compiled(source);
if (!lesson) throw new Error(messages.join('\n'));
const [knock, words] = lesson.steps;
const stage = stageOf(lesson);
if (!knock || !words || !stage) throw new Error('the lesson is not whole');
const { trace } = play(stage, deedsOf(lesson.steps));
const asked = (id: string): Question => {
  const found = lesson.steps.flatMap(({ asks }) => asks).find((ask) => ask.id === id);
  if (!found) throw new Error(`there is no question ${id}`);
  return found;
};

describe('a question', () => {
  it.each([
    ['reply', '0', '1'],
    ['gaps', '220\nEHLO\nFROM', '250\nEHLO\nFROM'],
    ['caps', '10485760', '10'],
    ['hex', 'Hi, é', 'Hi'],
    ['secret', 'correct-horse', 'correct'],
    ['sorted', '0,1', '0,0'],
  ])('%s knows what is right', (id, right, wrong) => {
    expect(rightAnswer(asked(id), trace)).toBe(right);
    expect(isRight(asked(id), right, trace)).toBe(true);
    expect(isRight(asked(id), wrong, trace)).toBe(false);
    expect(isRight(asked(id), '', trace)).toBe(false);
  });
  it('of a line finds it in what was said', () => {
    const first = asked('first');
    const line = Number(rightAnswer(first, trace));
    expect(first.kind === 'wrong' && first.talk[line]).toEqual({
      who: 'client',
      text: 'RCPT TO:<bob@example.com>',
    });
  });
  it('of a count counts in the learner’s own session', () => {
    const said = trace.findLast((event) => event.type === 'wire' && event.octets.includes('250-SIZE'));
    const lines = said?.type === 'wire' ? said.octets.trimEnd().split('\n').length : 0;
    expect(lines).toBeGreaterThan(3);
    expect(isRight(asked('lines'), String(lines), trace)).toBe(true);
    expect(isRight(asked('lines'), String(lines - 1), trace)).toBe(false);
  });
  it('shows the octets, and keeps its gaps empty', () => {
    expect(asked('hex')).toMatchObject({ octets: '48 69 2C 20 C3 A9' });
    expect(asked('secret')).toMatchObject({ octets: 'Y29ycmVjdC1ob3JzZQ==' });
    const gaps = asked('gaps');
    expect(gaps.kind === 'gaps' && gaps.talk.filter(({ text }) => text.includes('▢'))).toEqual([
      { who: 'server', text: '▢ mx1.example.com ESMTP Mailwire ready' },
      { who: 'client', text: '▢ client.example.net' },
      { who: 'client', text: 'MAIL ▢:<you@client.example.net>' },
    ]);
  });
});

describe('a record', () => {
  const mx = asked('mx');
  const judged = (text: string): boolean => isRight(mx, text);
  it.each([
    ['in the order asked for', '@ MX 10 a\n@ MX 20 b\nquiet MX 0 .', true],
    ['written out in full', 'shop.test. 300 IN MX 5 a.shop.test.\n@ MX 6 b\nquiet MX 0 .', true],
    ['the wrong way round', '@ MX 20 a\n@ MX 10 b\nquiet MX 0 .', false],
    ['by chance', '@ MX 10 a\n@ MX 10 b\nquiet MX 0 .', false],
    ['one missing', '@ MX 10 a\nquiet MX 0 .', false],
    ['nothing said of the quiet one', '@ MX 10 a\n@ MX 20 b\nquiet A 192.0.2.9', false],
    ['no record at all', 'please', false],
  ])('%s', (_name, text, right) => {
    expect(judged(text)).toBe(right);
  });
  it.each(['mx', 'zone', 'reverse'])('%s has an answer of its own that passes', (id) => {
    const ask = asked(id);
    expect(ask.kind === 'record' && passes(rightAnswer(ask, trace), ask.zone, ask.tests)).toBe(true);
  });
  const own = [
    'www A 192.0.2.9',
    'help CNAME www',
    '_imaps._tcp SRV 0 1 993 www',
    'note TXT "a b"',
    '@ TXT "v=spf1 a:www.shop.test -all"',
  ];
  it.each([
    ['as they are asked for', own, true],
    ['one letter otherwise', own.with(3, 'note TXT "a  b"'), false],
    ['another port', own.with(2, '_imaps._tcp SRV 0 1 143 www'), false],
    ['an alias of something else', own.with(1, 'help CNAME mail'), false],
    ['one too many', [...own, 'www A 192.0.2.10'], false],
    ['one that is not to be', [...own, '@ AAAA 2001:db8::1'], false],
    ['everybody may send', own.with(4, '@ TXT "v=spf1 +all"'), false],
    ['nobody may send', own.with(4, '@ TXT "v=spf1 -all"'), false],
    ['two records of SPF', [...own, '@ TXT "v=spf1 -all"'], false],
  ])('of any type: %s', (_name, lines, right) => {
    expect(isRight(asked('zone'), lines.join('\n'))).toBe(right);
  });
});

describe('the scene', () => {
  it('is set before the lesson begins: knobs turned, people sat down', () => {
    expect(stage.start.consoles.map(({ id }) => id)).toEqual(['you@client', 'bob-laptop', 'dave']);
    expect(trace.some((event) => event.type === 'outcome' && event.outcome === 'loose')).toBe(false);
  });
  it('replays a prediction from where its step begins', () => {
    expect(words.predict?.replay.at(-1)).toEqual({
      who: 'server',
      text: '250 2.1.0 <you@client.example.net> is the sender',
    });
  });
});

it('the lesson plays as it says', () => {
  expect(checkLesson(lesson)).toEqual([]);
});
it('a misconception brings its nudges, with what was typed in them', () => {
  const [m03] = words.hints;
  expect(m03?.id).toBe('M03');
  const { trace: astray } = play(stage, ['telnet mx1.example.com 25', 'EHLO you@example.net']);
  const at = astray.findIndex((event) => event.type === 'outcome' && event.outcome === 'name');
  expect(filledText(textOf(m03?.text ?? knock.prose), typedAt(astray, at))).toBe(
    'You sent EHLO you@example.net. Is that the name of a machine?',
  );
});

describe('what is wrong with an exercise is told where it is written', () => {
  it.each([
    [
      'a reply nobody gives',
      'options: ["250", "354", "503"]',
      'options: ["354", "503"]',
      /0 begin what the server says/,
    ],
    ['a line nobody types', 'line: RCPT TO:<bob', 'line: RCPT TO:<carol', /nobody types/],
    [
      'a gap that is none',
      'play:\n        - telnet mx1.example.com 25\n        - "[[EHLO]] client.example.net"\n        - "MAIL [[FROM]]:<you@client.example.net>"\n      replies: [1]',
      'play: [telnet mx1.example.com 25]',
      /there is no gap/,
    ],
    ['a button that is not there', 'act: bob', 'act: rob', /no step up to here has a button rob/],
    ['a bin too far', '{text: EHLO, bin: 0}', '{text: EHLO, bin: 5}', /belongs to no bin/],
    [
      'a knob nobody has',
      'looseSpace: true',
      'looseSpaces: true',
      /there is no knob looseSpaces; there are looseSpace/,
    ],
    [
      'a host of the scene',
      'host: bob-laptop.example.net',
      'host: rob-laptop.example.net',
      /no host rob-laptop/,
    ],
    ['a port nobody answers at', 'port: 25,', 'port: 26,', /nobody answers at port 26/],
    ['a misconception nobody has', '- m: M03', '- m: M99', /no misconception M99/],
  ])('%s', (_name, from, to, message) => {
    expect(source).toContain(from);
    const { messages: said } = compiled(source.replace(from, to));
    expect(said.some((text) => message.test(text))).toBe(true);
  });
});
