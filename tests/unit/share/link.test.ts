// A session as a link: short, opened again at its moment, and nothing from outside is believed further than its bounds.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  cut,
  engine,
  FIRST_CONSOLE,
  openConsole,
  setReduced,
  skip,
  turn,
  type,
  typeAll,
  undo,
} from '../../../src/app/engine.ts';
import { lab } from '../../../src/app/lab.ts';
import { resume } from '../../../src/app/autosave.ts';
import { enterShared, setOut, leaveLesson, returnToShared } from '../../../src/app/lessons.ts';
import { beginningOf } from '../../../src/app/restore.ts';
import { bringBack } from '../../../src/app/attic.ts';
import { attach, newSession } from '../../../src/app/sessions.ts';
import { codeOf, sharedIn } from '../../../src/app/share/code.ts';
import { DICTIONARIES } from '../../../src/app/share/dictionary.ts';
import { LIMITS } from '../../../src/app/share/limits.ts';
import { fileOf, linkCode, openCode, openFile, PRESENT } from '../../../src/app/share/open.ts';
import { hash } from '../../../src/app/share/seen.ts';
import { faultIn } from './faults.ts';
import type { Input } from '../../../src/core/kernel/world.ts';

/** Thirty lines as a learner types them: two letters, then bob's post. */
const THIRTY = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'RCPT TO:<nobody-at-all@example.com>',
  'DATA',
  'From: You <you@client.example.net>',
  'To: Carol <carol@example.com>',
  'Subject: Who gets this one?',
  '',
  'Dear Carol, your name is on the letter only.',
  '..a line with a dot',
  '.',
  'MAIL FROM:<you@client.example.net>',
  'DATA',
  'RSET',
  'QUIT',
  'openssl s_client -quiet -crlf -connect pop.example.com:995',
  'CAPA',
  'USER bob',
  'PASS wrong-password',
  'USER bob',
  'PASS correct-horse',
  'STAT',
  'LIST',
  'UIDL 7',
  'RETR 7',
  'DELE 7',
  'RETR 7',
  'QUIT',
];
const say = (...lines: readonly string[]): void => lines.forEach((line) => type(FIRST_CONSOLE, line));
const inputs = (): readonly Input[] => engine.getState().timeline.inputs;
beforeEach(() => {
  setReduced(false);
  engine.setState({ lab: undefined, waiting: [], attic: [], lesson: '' });
  attach(lab, undefined);
});

describe('a link', () => {
  test('holds a session of thirty lines in four hundred characters', () => {
    expect(THIRTY).toHaveLength(30);
    say(...THIRTY);
    const link = `https://mailwire.example/lab/#/shared/${linkCode(engine.getState(), PRESENT)}`;
    expect(link.length).toBeLessThanOrEqual(400);
  });
  test('opens as it was: the same inputs, the same trace, at its moment', async () => {
    say(...THIRTY.slice(0, 6));
    openConsole('bob-laptop.example.net');
    type('bob-laptop', 'telnet pop.example.com 110');
    typeAll('bob-laptop', ['USER bob', 'PASS correct-horse', 'STAT']);
    turn({ type: 'policy', host: 'mx1.example.com', set: { greylist: 300 } });
    type(FIRST_CONSOLE, 'ünï códe');
    type(FIRST_CONSOLE, '\x1b[A\x7f');
    cut(1, 40);
    skip();
    const { timeline } = engine.getState();
    const { session, at, changed } = await openCode(lab, linkCode(engine.getState(), 17));
    expect(session.branches[0]?.timeline.inputs).toEqual(timeline.inputs);
    expect(session.branches[0]?.timeline.trace).toEqual(timeline.trace);
    expect([session.world, at, changed]).toEqual(['standard', 17, []]);
  });
  test('of another engine is played all the same, and what is seen otherwise is named', async () => {
    say(...THIRTY.slice(0, 4));
    const shared = sharedIn(linkCode(engine.getState(), PRESENT));
    const seen = shared.seen.map((octet, i) => (i === 2 ? octet ^ 1 : octet));
    const opened = await openCode(lab, codeOf({ ...shared, engine: 999, seen }));
    expect([opened.engine, opened.changed]).toEqual([999, [2]]);
  });
  test('of which nobody says what was seen counts as seen otherwise', async () => {
    say(...THIRTY.slice(0, 4));
    const shared = sharedIn(linkCode(engine.getState(), PRESENT));
    const { changed } = await openCode(lab, codeOf({ ...shared, seen: shared.seen.slice(0, 2) }));
    expect(changed).toEqual([2, 3]);
  });
  test('with another seed begins in the same world with that seed', async () => {
    say('telnet pop.example.com 110');
    const shared = sharedIn(linkCode(engine.getState(), PRESENT));
    const { session } = await openCode(lab, codeOf({ ...shared, seed: 4711 }));
    expect(session.branches[0]?.timeline.worlds[0]?.seed).toBe(4711);
  });
  test('names its dictionary, and that one never changes', () => {
    const octets = DICTIONARIES[1] ?? new Uint8Array();
    expect(hash(Array.from(octets, (c) => String.fromCharCode(c)).join(''))).toBe(DICTIONARY_1);
  });
});
const DICTIONARY_1 = 3047746090;

describe('what somebody has shared', () => {
  const words = (): string =>
    inputs()
      .flatMap((i) => (i.type === 'type' ? [i.octets.trim()] : []))
      .join();
  test('is played beside one’s own, which waits; the one before it can be had back', async () => {
    vi.stubGlobal('navigator', {}); // one tab, no locks
    await resume(lab);
    say('hosts');
    const { session } = await openCode(lab, linkCode(engine.getState(), PRESENT));
    const other = await openFile(lab, fileOf(session, PRESENT));
    say('date');
    await enterShared(session, setOut());
    say('clear');
    expect(words()).toBe('hosts,clear');
    await enterShared(other.session, setOut());
    expect(words()).toBe('hosts');
    void bringBack();
    expect(words()).toBe('hosts,clear');
    await leaveLesson();
    expect(words()).toBe('hosts,date');
    expect(await returnToShared()).toBe(true);
    expect(words()).toBe('hosts,clear');
  });
  test('in a lesson begins where that lesson begins', async () => {
    const before: Input[] = [
      { type: 'turn', knob: { type: 'policy', host: 'mx1.example.com', set: { greylist: 300 } } },
    ];
    const start = await beginningOf(lab, 'standard', before);
    if (!start) throw new Error('no world');
    const session = newSession(lab, { lesson: 'S8', world: 'standard', before }, start);
    attach(lab, session);
    say(...THIRTY.slice(0, 4));
    const opened = await openCode(lab, linkCode(engine.getState(), PRESENT));
    expect(opened.session.before).toEqual(before);
    expect(opened.session.branches[0]?.timeline.trace).toEqual(engine.getState().trace);
    expect(opened.session.branches[0]?.timeline.inputs).toEqual(inputs());
  });
});

describe('a file', () => {
  test('keeps every branch', async () => {
    say(...THIRTY.slice(0, 3));
    undo();
    undo();
    say('EHLO [192.0.2.1]', 'RSET');
    const { branches, branch } = engine.getState();
    expect(branches).toHaveLength(2);
    const { session, at } = await openFile(lab, fileOf(engine.getState(), 9));
    expect([session.branch, at]).toEqual([branch, 9]);
    expect(session.branches.map(({ timeline }) => timeline.trace)).toEqual(
      branches.map(({ timeline }) => timeline.trace),
    );
  });
  test.each([
    ['', 'unreadable'],
    ['{}', 'unreadable'],
    ['[', 'unreadable'],
    ['['.repeat(100_000), 'too-much'],
    ['"'.padEnd(LIMITS.file + 1, 'x'), 'too-much'],
  ])('that is none is refused: %.20s', async (text, fault) => {
    expect(await faultIn(openFile(lab, text))).toBe(fault);
  });
  test.each([
    ['a world that is not here', { world: 'atlantis' }, 'no-world'],
    [
      'a branch of nothing',
      { branches: [{ id: 1, name: '', firstLine: '', parent: 7, forkedAt: 0, inputs: [] }] },
      'wrong',
    ],
    [
      'an input of no kind',
      {
        branches: [
          { id: 1, name: '', firstLine: '', parent: null, forkedAt: 0, inputs: [{ type: 'explode' }] },
        ],
      },
      'wrong',
    ],
    [
      'a thousand years',
      {
        branches: [
          {
            id: 1,
            name: '',
            firstLine: '',
            parent: null,
            forkedAt: 0,
            inputs: [{ type: 'pass', until: 3e16 }],
          },
        ],
      },
      'too-much',
    ],
  ])('with %s is refused', async (_, change, fault) => {
    say('hosts');
    const file: unknown = JSON.parse(fileOf(engine.getState(), PRESENT));
    const before = inputs();
    expect(await faultIn(openFile(lab, JSON.stringify({ ...(file as object), ...change })))).toBe(fault);
    expect(inputs()).toBe(before);
  });
});
