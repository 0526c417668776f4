// A slip of the pen in whatever is to be one of a closed list: told at that very word, with what there is instead.
import { describe, expect, it } from 'vitest';
import { source } from './p1.ts';
import { deed, refused, slipped, type Slip } from './slips.ts';

const scene = (text: string): readonly [string, string] => [
  '  console: you@client',
  `${text}\n  console: you@client`,
];
const hint = (text: string): readonly [string, string] => [
  'hints:\n',
  `hints:\n  - {id: extra, text: So, when: ${text}}\n`,
];
const quiz = (text: string): readonly [string, string] => ['options:\n', `options:\n      - ${text}\n`];
const asks = (text: string): readonly [string, string] => [
  'hints:\n',
  `asks:\n  - {id: extra, q: So, ${text}}\nhints:\n`,
];
const asked = (text: string): readonly [string, string] => [
  'hints:\n',
  `asks:\n  - {id: extra, q: So, measure: ${text}}\nhints:\n`,
];

it('P1 is not refused', async () => {
  expect(await refused(source)).toEqual([]);
});

const IN_DEEDS: readonly Slip[] = [
  [
    'who types',
    deed('{at: you@clint, type: STAT}'),
    'you@clint',
    /nobody sits at you@clint.*; there is you@client/,
  ],
  ['whose cable is cut', deed('{cut: nobody}'), 'nobody', /nobody sits at nobody.*you@client/],
  ['who gets up', deed('{shut: nobody}'), 'nobody', /nobody sits at nobody.*you@client/],
  [
    'where somebody sits down',
    deed('{open: bob-laptop, host: bob-lapto.example.net}'),
    'bob-lapto.',
    /no host bob-lapto.example.net; there are bob-laptop.example.net/,
  ],
  [
    'whose mail client',
    deed('{on: bob-lapto.example.net, click: sync}'),
    'bob-lapto.',
    /no mail client on bob-lapto.example.net; there are bob-laptop.example.net/,
  ],
  [
    'which click',
    deed('{on: bob-laptop.example.net, click: synk}'),
    'synk',
    /must be one of sync, read, flag/,
  ],
  [
    'which letter',
    deed('{on: bob-laptop.example.net, click: read, letter: lantrn}'),
    'lantrn',
    /no letter "lantrn" lies on bob-laptop.example.net by then/,
  ],
  [
    'which letter is answered',
    deed('{on: bob-laptop.example.net, click: send, to: bob@example.com, letter: lantrn}'),
    'lantrn',
    /no letter "lantrn" lies on/,
  ],
  ['no letter at all', deed('{on: bob-laptop.example.net, click: read}'), 'read}', /read needs one: letter/],
  [
    'a setting',
    deed('{on: bob-laptop.example.net, click: set, settings: {acess: imap}}'),
    'acess',
    /acess is no key of this block; there are access,/,
  ],
  [
    'its value',
    deed('{on: bob-laptop.example.net, click: set, settings: {access: imp}}'),
    'imp}',
    /must be one of pop3, imap/,
  ],
  ['a button', deed('{act: knok}'), 'knok', /no step up to here has a button knok/],
  [
    'a knob',
    deed('{turn: {policy: pop.example.com, set: {tlz: optional}}}'),
    'tlz',
    /there is no knob tlz; there are tls,/,
  ],
  [
    'its value',
    deed('{turn: {policy: pop.example.com, set: {tls: optionl}}}'),
    'optionl',
    /tls: expected .*optional/,
  ],
  [
    'whose knob',
    deed('{turn: {policy: pop.exmple.com, set: {tls: optional}}}'),
    'pop.exmple.com',
    /no host pop.exmple.com; there are pop.example.com/,
  ],
  [
    'which cable',
    deed('{turn: {link: [client.example.net, pop.exmple.com], set: {latency: 5}}}'),
    'pop.exmple.com',
    /no host pop.exmple.com; there are pop.example.com/,
  ],
  [
    'whose names fail',
    deed('{turn: {fault: exmaple.org, is: servfail}}'),
    'exmaple.org',
    /nobody answers for exmaple.org in the DNS; there are example.org/,
  ],
  [
    'how they fail',
    deed('{turn: {fault: example.org, is: servfall}}'),
    'servfall',
    /must be one of .*servfail/,
  ],
  [
    'what is turned',
    deed('{turn: {polcy: pop.example.com, set: {}}}'),
    '{polcy',
    /must be one of policy, link, fault, record/,
  ],
  [
    'what is done',
    deed('{typ: STAT}'),
    '{typ:',
    /must be one of type, cut, wait, open, shut, turn, click, act/,
  ],
  ['how long', deed('{wait: 3 min}'), '3 min', /must be a time: 30s/],
];
const ELSEWHERE: readonly Slip[] = [
  [
    'an option that is there twice',
    quiz('So\n      - So'),
    'So\n      - 6 mess',
    /this is there already: So/,
  ],
  [
    'a bin that is there twice',
    asks('sort: {bins: [one, two, one], items: [{text: a, bin: 0}, {text: b, bin: 1}]}'),
    'one], items',
    /this is there already: one/,
  ],
  [
    'an item that is there twice',
    asks('sort: {bins: [one, two], items: [{text: a, bin: 0}, {text: b, bin: 1}, {text: a, bin: 1}]}'),
    '{text: a, bin: 1}',
    /this is there already: a/,
  ],
  [
    'an id that every record has',
    hint('{all: [{answer: constructor}]}'),
    'constructor',
    /must be a slug.*not constructor/,
  ],
  ['a panel', ['watch: [mailboxes', 'watch: [mailboxs'], 'mailboxs', /must be one of sequence, mailboxes/],
  ['a machine of the scene', scene('  consoles: [{id: bob, host: bob}]'), 'bob}', /no host bob; there are/],
  ['the track', ['track: pop3', 'track: klingon'], 'klingon', /there is no track klingon; there are .*pop3/],
  [
    'what must be known before',
    ['prereqs: [F3]', 'prereqs: [F3, Z99]'],
    'Z99',
    /there is no lesson Z99; there are .*F3/,
  ],
  [
    'a section',
    ['rfc: ["1939#6"]', 'rfc: ["1939#99.9"]'],
    '"1939#99.9"',
    /RFC 1939 has no section 99.9; there are 9/,
  ],
  ['an RFC', ['rfc: ["1939#6"]', 'rfc: ["1940#6"]'], '"1940#6"', /RFC 1940 is not in .*; there are .*1939/],
  ['how long it takes', ['minutes: 12', 'minutes: 1e99'], '1e99', /must not be more than 240/],
  [
    'a misconception of an option',
    quiz('{text: So, m: M99}'),
    'M99',
    /the bank has no misconception M99; there are M/,
  ],
  [
    'two hints of one id',
    ['  - id: in-the-clear', '  - {id: in-the-clear, text: So}\n  - id: in-the-clear'],
    'in-the-clear\n',
    /two hints of this step are called in-the-clear/,
  ],
  [
    'whose lock',
    hint('{tls: pop.exmple.com}'),
    'pop.exmple.com',
    /no host pop.exmple.com; there are pop.example.com/,
  ],
  [
    'whose wire',
    hint('{wire: {octets: x, on: pop.exmple.com}}'),
    'pop.exmple.com',
    /no host pop.exmple.com; there are pop.example.com/,
  ],
  ['who asks', hint('{dns: {name: x.test, by: clint}}'), 'clint}', /no host clint; there are/],
  ['what is asked', hint('{dns: {name: x.test, type: MXX}}'), 'MXX', /must be one of A, AAAA, MX/],
  [
    'what is open',
    hint('{outcome: imap/FETCH/ok, in: alice/INBX}'),
    'alice/INBX',
    /no host of this world has a mailbox alice\/INBX; there are .*alice\/INBOX/,
  ],
  [
    'a flag',
    hint('{stored: {mailbox: bob/INBOX, flags: ["\\\\Sene"]}}'),
    '"\\\\Sene"',
    /there is no flag \\Sene; there are \\Seen/,
  ],
  [
    'a status',
    hint('{reply: {to: STAT, status: okay}}'),
    'okay',
    /no server answers okay; there are codes such as 250/,
  ],
  [
    'who is counted',
    asked('{connections: pop.exmple.com}'),
    'pop.exmple.com',
    /no host pop.exmple.com; there are pop.example.com/,
  ],
  ['which protocol', asked('{commands: pop}'), 'pop}', /there is no protocol pop; there are pop3,/],
  ['whose lines', asked('{lines: ELHO}'), 'ELHO', /no protocol has a command ELHO; there are .*EHLO/],
  [
    'whose header',
    asked('{header: To, in: bbo/INBOX}'),
    'bbo/INBOX',
    /no host of this world has a mailbox bbo\/INBOX; there are .*bob\/INBOX/,
  ],
  ['a key', ['minutes: 12', 'minuts: 12'], 'minuts', /minuts is no key of this block; there are minutes,/],
  [
    'text that YAML takes for a number',
    ['title: Collect the post', 'title: 1939'],
    '1939',
    /title: must be text: write "1939"/,
  ],
  [
    'a pattern that looks back',
    hint('{sent: {line: "(a+)\\\\1$"}}'),
    '"(a+)',
    /must not refer back to a group/,
  ],
  [
    'a pattern without measure',
    hint('{sent: {line: "(?:a{99}){99}"}}'),
    '"(?:a',
    /must be shorter, or repeat less/,
  ],
  ['a tag of YAML', ['minutes: 12', 'minutes: !twelve 12'], '!twelve', /Unresolved tag/],
];
describe('the word that is not there is said, and those that are', () => {
  it.each<Slip>([...IN_DEEDS, ...ELSEWHERE])('%s: %j', async (...slip) => {
    const { place, said } = await slipped(slip);
    expect(said).toMatch(slip[3]);
    expect(said.split(' ')[0]).toBe(place);
  });
});

describe('one fault is said once', () => {
  it.each<readonly [string, string, number]>([
    ['a key without its value', source.replace('teacher:\n', ''), 1],
    ['a fence that is never closed', source.replace('```\n\n## Say who', '\n\n## Say who'), 1],
    [
      'a solution of the first step',
      source.replace('\nshow:\n', '\nshow:\n  - hosts\n').replace(/(show:\n {2}- hosts\n) {2}- .*\n/, '$1'),
      1,
    ],
    ['a front matter without end', source.replace('\n---\n', '\n'), 1],
  ])('%s', async (_name, text, many) => {
    expect(text).not.toBe(source);
    expect(await refused(text)).toHaveLength(many);
  });
});

it('lines may end as on any machine, and the file begin with a mark', async () => {
  for (const text of [`\uFEFF${source}`, source.replaceAll('\n', '\r\n'), source.replaceAll('\n', '\r')])
    expect(await refused(text)).toEqual([]);
});
