import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/course/text.ts';
import { compiled, p1, source } from './p1.ts';

/** The source with one thing replaced, and where that thing stands: line:column. */
function spoilt(from: string, to: string): { readonly messages: readonly string[]; readonly at: string } {
  const index = source.indexOf(from);
  expect(index).toBeGreaterThan(0);
  const before = source.slice(0, index).split('\n');
  const { messages } = compiled(source.replace(from, to));
  return { messages, at: `lesson.md:${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

describe('a lesson', () => {
  it('is compiled to data: front matter, steps in order, prose as a tree', () => {
    expect(p1).toMatchObject({
      id: 'P1',
      title: 'Collect the post',
      minutes: 12,
      scene: { world: 'standard' },
    });
    expect(p1.steps.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      'knock: Knock',
      'login: Say who you are',
      'count: Count the letters',
      'read: Read one',
      'leave: Leave',
    ]);
    expect(textOf(p1.intro)).toMatch(/^Bob is away/);
    expect(JSON.parse(JSON.stringify(p1))).toEqual(p1);
  });

  it('keeps no position, no comment and no raw HTML', () => {
    const { lesson } = compiled(
      source.replace('Bob is away', '<script>alert(1)</script> <b onclick="x">Bob</b> is away'),
    );
    const intro = JSON.stringify(lesson?.intro);
    expect(intro).not.toMatch(/script|onclick|position/);
  });

  it('keeps no link that runs', () => {
    const { lesson } = compiled(source.replace('Bob is away', '[Bob](javascript:alert(1)) is away'));
    expect(lesson).toBeDefined();
    expect(JSON.stringify(lesson?.intro)).not.toMatch(/javascript/);
  });
});

describe('what is wrong is told with line and column', () => {
  it.each([
    [
      'a misspelt key',
      'hints:\n  - id: in-the-clear',
      'hintz:\n  - id: in-the-clear',
      /hintz is no key of this block/,
    ],
    ['a misspelt key of the front matter', 'minutes: 12', 'minuts: 12', /minuts is no key of this block/],
    [
      'a predicate nobody knows',
      'state: pop3/transaction',
      'stat: pop3/transaction',
      /must be one of outcome, reply/,
    ],
    ['a bad regular expression', '"^RETR 0*2$"', '"^RETR (2$"', /must be a regular expression/],
    ['broken YAML', 'outcome: pop3/STAT/ok', 'outcome: [pop3/STAT/ok', /flow/i],
  ])('%s', (_name, from, to, message) => {
    const { messages, at } = spoilt(from, to);
    const [line] = at.split(':').slice(1);
    expect(messages.some((text) => message.test(text))).toBe(true);
    expect(
      messages.some(
        (text) => text.startsWith(`lesson.md:`) && Math.abs(Number(text.split(':')[1]) - Number(line)) <= 2,
      ),
    ).toBe(true);
  });

  it.each([
    [
      'an outcome nobody declares',
      'pop3/STAT/ok\n    - outcome: pop3/LIST',
      'pop3/STAT/fine\n    - outcome: pop3/LIST',
      /STAT has no outcome fine; it has ok/,
    ],
    ['a verb nobody declares', 'pop3/LIST/all', 'pop3/LIZT/all', /pop3 has nothing called LIZT/],
    ['a protocol nobody speaks', 'pop3/RETR/ok\n', 'pop9/RETR/ok\n', /there is no protocol pop9/],
    [
      'a state nobody declares',
      'pop3/transaction\npredict',
      'pop3/heaven\npredict',
      /there is no state pop3\/heaven/,
    ],
    [
      'a mailbox nobody has',
      'bob/INBOX, count: 6}\nhints',
      'zoe/INBOX, count: 6}\nhints',
      /no host of this world has a mailbox zoe/,
    ],
    [
      'a host that is not there',
      'pop.example.com\n    - any',
      'pop.example.org\n    - any',
      /this world has no host pop.example.org/,
    ],
    ['a question that is not asked', 'sum\nasks', 'total\nasks', /no question of this step is called total/],
  ])('%s: at that very word', (_name, from, to, message) => {
    const { messages, at } = spoilt(from, to);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(message);
    expect(messages[0]?.startsWith(at)).toBe(true);
  });

  it('a misconception of those who are right', () => {
    const spoken = '{text: the server, m: M23}]\n  answer: 1';
    const { messages } = compiled(source.replace('the server]\n  answer: 1', spoken));
    expect(messages).toEqual([expect.stringMatching(/^lesson\.md:122:\d+: this is the right answer/)]);
  });

  it.each([
    ['no front matter', source.slice(source.indexOf('Bob is away')), /begins with front matter/],
    ['a step without a name', source.replace(' {#read}', ''), /a step is named/],
    ['two steps of one name', source.replace('{#read}', '{#count}'), /two steps are called count/],
    ['a step without its block', source.replace('```step', '```text'), /one fenced block/],
    [
      'a world that is not there',
      source.replace('world: standard', 'world: atlantis'),
      /there is no world atlantis/,
    ],
    [
      'a seat nobody takes',
      source.replace('console: you@client', 'console: me@home'),
      /nobody sits at me@home/,
    ],
    ['a wrong path to nowhere', source.replace('- step: leave', '- step: stay'), /there is no step stay/],
    ['a wrong path to no hint', source.replace('hint: hung-up', 'hint: hang-on'), /has no hint hang-on/],
    ['an answer that is no option', source.replace('answer: 2', 'answer: 3'), /index of an option/],
    ['no steps', source.slice(0, source.indexOf('## Knock')), /at least one step/],
  ])('%s', (_name, text, message) => {
    const { lesson, messages } = compiled(text);
    expect(lesson).toBeUndefined();
    expect(messages.some((it) => message.test(it))).toBe(true);
  });
});
