import { assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import type { Pop3 } from '../../../src/core/protocols/pop3/shape.ts';
import { complete, help, helpAll, legalNow } from '../../../src/core/spec/describe.ts';
import type { At } from '../../../src/core/spec/take.ts';
import { named, open, place, start } from './place.ts';

const verbs = (...given: Parameters<typeof place>) =>
  legalNow(pop3, place(...given)).flatMap(({ verb, why }) => (why ? [] : [verb]));
const whyOf = (verb: string, ...given: Parameters<typeof place>) =>
  legalNow(pop3, place(...given)).find((it) => it.verb === verb)?.why;

describe('what may be typed now', () => {
  it.each([
    ['authorization', start, ['APOP', 'CAPA', 'QUIT', 'USER', 'AUTH', 'STLS', 'UTF8', 'LANG']],
    ['named', named, ['APOP', 'CAPA', 'QUIT', 'USER', 'PASS', 'AUTH', 'STLS']],
    ['transaction', open, 'CAPA STAT LIST RETR DELE NOOP RSET QUIT TOP UIDL LANG'.split(' ')],
  ] as const)('in %s', (_state, at, legal) => {
    expect(verbs(at)).toEqual(legal);
  });

  it('says for the others what would unlock them, the usual way first', () => {
    expect(whyOf('STAT', start)).toEqual({
      kind: 'state',
      state: 'authorization',
      unlock: [['USER', 'PASS'], ['APOP'], ['AUTH']],
      secure: undefined,
    });
    expect(whyOf('PASS', start)).toMatchObject({ unlock: [['USER']] });
    expect(whyOf('USER', open)).toMatchObject({ kind: 'state', unlock: [] });
  });

  it('says what the host does not offer at the moment', () => {
    expect(whyOf('STLS', start, { tls: true })).toEqual({
      kind: 'notOffered',
      by: 'STLS',
      secure: undefined,
      unlock: [],
    });
    expect(whyOf('USER', start, { policy: 'required', tls: true })).toBeUndefined();
  });
  it('names TLS where nothing goes on without it', () => {
    const clear = { policy: 'required' } as const;
    expect(verbs(start, clear)).toEqual(['CAPA', 'QUIT', 'STLS', 'UTF8', 'LANG']);
    expect(whyOf('USER', start, clear)).toEqual({
      kind: 'notOffered',
      by: 'USER',
      secure: 'STLS',
      unlock: [],
    });
    expect(whyOf('APOP', start, clear)).toEqual({
      kind: 'notOffered',
      by: 'APOP',
      secure: 'STLS',
      unlock: [],
    });
    expect(whyOf('PASS', start, clear)).toMatchObject({ unlock: [['USER']], secure: 'STLS' });
    expect(whyOf('RETR', start, clear)).toMatchObject({
      unlock: [['USER', 'PASS'], ['APOP'], ['AUTH']],
      secure: 'STLS',
    });
  });
});

const at = (text: string, ...given: Parameters<typeof place>) => complete(pop3, place(...given), text);
describe('completing a verb', () => {
  it('offers the legal ones first, in either case', () => {
    expect(at('r', open).suggestions.map((s) => s.text)).toEqual(['RETR', 'RSET']);
    expect(
      at('', start)
        .suggestions.map((s) => s.text)
        .slice(0, 2),
    ).toEqual(['APOP', 'CAPA']);
  });
  it('ghosts the rest of the first legal one', () => {
    expect(at('RE', open).ghost).toBe('TR');
    expect(at('RE', start).ghost).toBe('');
    expect(at('', open).ghost).toBe('');
  });
  it('takes the ghosted one for the command that is meant', () => {
    expect(at('CAP', start)).toMatchObject({ ghost: 'A', command: { verb: 'CAPA' } });
    expect(at('', start).command).toBeUndefined();
  });
  it('marks an illegal one before it is sent', () => {
    expect(at('STAT', start).command?.why?.kind).toBe('state');
    expect(at('STAT', open).command).toMatchObject({ why: undefined, rfc: '1939#5' });
    expect(at('FETCH', open)).toMatchObject({ command: undefined, suggestions: [] });
  });
});

describe('completing an argument', () => {
  it('offers the messages that can still be named', () => {
    expect(at('RETR ', open).suggestions.map((s) => s.text)).toEqual(['1', '3']);
    expect(at('RETR 3', open).suggestions.map((s) => s.text)).toEqual(['3']);
    expect(at('TOP 1 ', open).suggestions).toEqual([]);
  });
  it('offers mechanisms', () => {
    expect(at('AUTH P', start)).toMatchObject({ from: 5, ghost: 'LAIN', suggestions: [{ text: 'PLAIN' }] });
    expect(at('AUTH OAUTH', start).ghost).toBe('');
    expect(at('AUTH OAUTH', start, { tls: true }).ghost).toBe('BEARER');
  });
  it('marks the argument at the caret in the usage', () => {
    const current = (text: string, caret?: number) =>
      complete(pop3, place(open), text, caret)
        .usage.filter((part) => part.current)
        .map((part) => part.text);
    expect(current('TOP ')).toEqual(['<message>']);
    expect(current('TOP 1')).toEqual(['<message>']);
    expect(current('TOP 1 ')).toEqual(['<lines>']);
    expect(current('TOP 1 20', 5)).toEqual(['<message>']);
    expect(at('TOP 1 2', open).usage.map((part) => part.text)).toEqual(['TOP', '<message>', '<lines>']);
  });
  it('tells a line that is wrong from one that is not finished', () => {
    expect(at('RETR ', open)).toMatchObject({ incomplete: true });
    expect(at('RETR x', open)).toMatchObject({
      incomplete: false,
      problem: { at: 5, expected: 'one message number' },
    });
    expect(at('RETR 1', open).problem).toBeUndefined();
  });
  it('knows a credential, and offers nothing there', () => {
    expect(at('PASS correct', named)).toMatchObject({ secret: true, suggestions: [], ghost: '' });
    expect(at('USER bob', start).secret).toBe(false);
  });
});

describe('in a state that does not read commands', () => {
  it('says what it reads instead', () => {
    const exchange = { mechanism: 'PLAIN', at: { name: 'start', data: {} } };
    const answering: At<Pop3> = { name: 'authenticating', data: { exchange } };
    expect(at('AGJvYg', answering)).toMatchObject({
      secret: true,
      suggestions: [],
      expects: { summary: 'The client answers the challenge.', rfc: '5034#4' },
    });
  });
  it.each([
    ['PLAIN', 'start', true],
    ['LOGIN', 'naming', false],
    ['LOGIN', 'named', true],
    ['CRAM-MD5', 'challenged', false],
    ['SCRAM-SHA-256', 'start', false],
    ['SCRAM-SHA-256', 'challenged', false],
    ['OAUTHBEARER', 'start', true],
    ['OAUTHBEARER', 'failing', false],
  ] as const)('%s, %s: is it a credential? %s', (mechanism, name, secret) => {
    const exchange = { mechanism, at: { name, data: {} } };
    expect(at('AGJvYg', { name: 'authenticating', data: { exchange } }).secret).toBe(secret);
  });
});

it('never throws, whatever is typed and wherever the caret stands', () => {
  const words = constantFrom('RETR ', 'TOP 1 ', 'PASS ', 'USER', 'AUTH PLAIN =', '');
  assert(
    property(words, string(), nat(20), constantFrom(start, named, open), (word, more, caret, where) => {
      const text = word + more;
      const { from, ghost } = complete(pop3, place(where), text, Math.min(caret, text.length));
      expect(from).toBeLessThanOrEqual(text.length);
      expect(typeof ghost).toBe('string');
    }),
  );
});

describe('help', () => {
  it('has every verb once', () => {
    expect(
      helpAll(pop3)
        .map((it) => it.verb)
        .toSorted(),
    ).toEqual(
      'APOP AUTH CAPA DELE LANG LIST NOOP PASS QUIT RETR RSET STAT STLS TOP UIDL USER UTF8'.split(' '),
    );
  });
  it('says for one verb what it may lead to', () => {
    expect(help(pop3, 'pass')).toMatchObject({
      usage: 'PASS <password>',
      rfc: '1939#7',
      where: ['And the password?'],
    });
    expect(help(pop3, 'PASS')?.outcomes.map((o) => o.name)).toEqual([
      'ok',
      'wrong',
      'locked',
      'broken',
      'down',
      'exposed',
    ]);
    expect(help(pop3, 'EHLO')).toBeUndefined();
  });
});
