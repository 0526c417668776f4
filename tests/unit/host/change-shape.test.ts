// A journal may come from anywhere. Whatever stands in an entry's place, nothing throws, and what is believed has no fault.
import { describe, expect, test } from 'vitest';
import { lab } from '../../../src/app/lab.ts';
import { believed } from '../../../src/app/share/journal.ts';
import { openFile } from '../../../src/app/share/open.ts';
import { ENGINE } from '../../../src/app/save.ts';
import type { PeopleEdit } from '../../../src/core/host/people.ts';
import { step } from '../../../src/core/kernel/step.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { faultIn, faultOf } from '../share/faults.ts';

const HOST = 'mx1.example.com';
const hash = { stored: 'a', server: 'b' };
const EDITS: readonly PeopleEdit[] = [
  {
    kind: 'user',
    name: 'zoe',
    password: 'p',
    keys: { salt: 's', iterations: 1, sha1: hash, sha256: hash },
  },
  { kind: 'dismiss', name: 'bob' },
  { kind: 'quota', name: 'bob', octets: 9 },
  { kind: 'mailbox', name: 'bob', mailbox: 'Post', phase: 'add' },
  { kind: 'rename', name: 'bob', mailbox: 'Post', to: 'Mail' },
  { kind: 'alias', name: 'team', to: ['bob'] },
  { kind: 'list', name: 'choir', owner: 'bob', phase: 'add' },
  { kind: 'member', name: 'choir', member: 'bob', phase: 'add' },
];
const ENTRIES: readonly Input[] = [
  { type: 'type', console: 'you', octets: 'hosts\n' },
  { type: 'open', console: 'two', host: 'client.example.net' },
  { type: 'shut', console: 'two' },
  { type: 'pass', until: 5 },
  { type: 'cut', conn: 1, after: 0 },
  { type: 'device', host: 'bob-laptop.example.net', deed: { does: 'sync' } },
  { type: 'turn', knob: { type: 'link', between: [HOST, 'client.example.net'], set: { latency: 1 } } },
  { type: 'turn', knob: { type: 'policy', host: HOST, set: { greylist: 1 } } },
  {
    type: 'turn',
    knob: {
      type: 'middlebox',
      host: HOST,
      to: 'client.example.net',
      set: { log: true, strip: ['STARTTLS'], inject: { after: 'a', octets: 'b' } },
    },
  },
  ...EDITS.map((edit): Input => ({ type: 'turn', knob: { type: 'people', host: HOST, edit } })),
  {
    type: 'turn',
    knob: {
      type: 'record',
      edit: { phase: 'add', line: 'a.example.com. A 192.0.2.1', instead: 'b.example.com. A 192.0.2.2' },
    },
  },
  { type: 'turn', knob: { type: 'fault', name: 'example.com', fault: 'servfail' } },
  { type: 'turn', knob: { type: 'resolver', latency: 3 } },
];
const ODD: readonly unknown[] = [
  undefined,
  null,
  true,
  -1,
  2.5,
  '',
  'x',
  [],
  [[]],
  ['bob'],
  {},
  { length: 9 },
  { toString: 1 },
];
const places = (value: unknown, at: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inside]) => [[...at, key], ...places(inside, [...at, key])])
    : [];
const spoilt = (value: unknown, [key, ...rest]: readonly string[], odd: unknown): unknown => {
  if (key === undefined) return odd;
  const inside: unknown = Reflect.get(value as object, key);
  const now = spoilt(inside, rest, odd);
  return Array.isArray(value)
    ? value.map((one: unknown, i) => (String(i) === key ? now : one))
    : { ...(value as object), [key]: now };
};
const nameOf = (input: Input): string =>
  input.type === 'turn' ? `turn ${input.knob.type} ${JSON.stringify(input.knob).slice(0, 60)}` : input.type;

describe.each(ENTRIES.map((input) => [nameOf(input), input] as const))('%s', (_, input) => {
  test('as it is, it is believed and done', () => {
    expect(believed(input)).toEqual(input);
    expect(step(lab.start, input).trace.filter(({ type }) => type === 'fault')).toEqual([]);
  });
  test('with one thing otherwise it is refused, or done without a fault', () => {
    const faults = places(input).flatMap((at) =>
      ODD.flatMap((odd) => {
        const other = spoilt(input, at, odd);
        // of a change the core trusts nothing either
        const asked = input.type === 'turn' || faultOf(() => believed(other)) === 'none';
        return asked ? step(lab.start, other as Input).trace.filter(({ type }) => type === 'fault') : [];
      }),
    );
    expect(faults).toEqual([]);
  });
});
test.each([{}, { phase: 'add' }, { line: 7, phase: 'add' }, null])(
  'a record changed by %j is told what would have been right',
  (edit) => {
    const odd = { type: 'turn', knob: { type: 'record', edit } } as unknown as Input;
    const [turned] = step(lab.start, odd).trace;
    expect(turned).toMatchObject({ type: 'turned', expected: 'a change that a world knows' });
  },
);
test('a file with such an entry is refused, and it is known which', async () => {
  const inputs = [ENTRIES[0], { type: 'turn', knob: { type: 'record', edit: {} } }];
  const branch = { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs };
  const file = JSON.stringify({
    kind: 'mailwire journal',
    version: 1,
    at: -1,
    seen: [],
    engine: ENGINE,
    world: 'standard',
    seed: 1,
    before: [],
    branch: 1,
    branches: [branch],
  });
  expect(await faultIn(openFile(lab, file))).toBe('wrong');
  await expect(openFile(lab, file)).rejects.toMatchObject({ entry: 2 });
});
