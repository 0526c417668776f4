import { describe, expect, it } from 'vitest';
import { attemptsBefore, choicesOf, talksIn } from '../../../src/core/trace/talks.ts';
import { elsewhere } from '../../elsewhere.ts';
import { CLIENT, POP, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const MX = 'mx.example.org';
const others = ['mx', 'backup'].flatMap((name) => elsewhere[name] ?? []);
/** alice hands in a letter for dave; mx knows no EHLO, or takes no mail at all. */
const sent = (policy: object) =>
  drive(
    testWorld({
      takesMail: true,
      more: others.map(({ names }) => names).join('\n'),
      others: others.map(({ host }) =>
        host.id === MX ? { ...host, policy: { ...host.policy, ...policy } } : host,
      ),
    }),
    [
      sit(CLIENT),
      ...lines(
        'dial 192.0.2.31 587',
        'EHLO client.example.net',
        'AUTH PLAIN AGFsaWNlAHBhcGVyIGxhbnRlcm4=',
        'MAIL FROM:<alice@example.com>',
        'RCPT TO:<dave@example.org>',
        'DATA',
        'Subject: Lunch',
        '.',
      ),
      { type: 'pass', until: 'quiet' },
    ],
  ).trace;

describe('every session there was', () => {
  it('servers’ and clients’, whom each talks to, and whether it is over', () => {
    const trace = sent({});
    expect(talksIn(trace, trace.length - 1)).toMatchObject([
      { conn: 1, end: 'b', host: POP, peer: CLIENT, protocol: 'smtp', over: false },
      { conn: 2, end: 'a', host: POP, peer: MX, protocol: 'smtp-client', over: true },
      { conn: 2, end: 'b', host: MX, peer: POP, protocol: 'smtp', over: true },
    ]);
    expect(talksIn(trace, 0)).toEqual([]);
  });
});
describe('what a client has decided', () => {
  it('from EHLO back to HELO, and why', () => {
    const trace = sent({ esmtp: false });
    const choices = choicesOf(trace, { conn: 2, protocol: 'smtp-client' }, trace.length - 1);
    const heard = choices.map((it) => it.heard.slice(0, 3));
    const at = heard.findIndex((code) => code.startsWith('5'));
    expect(choices[at]).toMatchObject({
      about: 'The server does not know EHLO.',
      when: 'always: as before there were extensions',
      to: 'oldHello',
    });
    expect(choices.every(({ when }) => when !== '')).toBe(true);
  });
  it('what a server decides is told too, but no password', () => {
    const trace = sent({});
    const choices = choicesOf(trace, { conn: 1, protocol: 'smtp' }, trace.length - 1);
    expect(choices.map(({ heard }) => heard)).toContain('MAIL FROM:<alice@example.com>');
  });
});
describe('why a queue tries this machine', () => {
  it('the first of those the DNS names', () => {
    expect(attemptsBefore(sent({}), { conn: 2 })).toMatchObject([{ host: MX, preference: 10, reply: '' }]);
  });
  it('the next one, and what the one before has said', () => {
    expect(attemptsBefore(sent({ mail: 'none' }), { conn: 3 })).toMatchObject([
      { host: MX, preference: 10, reply: '521 mx.example.org does not accept mail' },
      { host: 'mx2.example.org', preference: 20, reply: '' },
    ]);
  });
  it('in a trace that begins later, as a lesson’s does, too', () => {
    const trace = sent({ mail: 'none' });
    const later = trace.map((it) => ({ ...it, id: it.id + 7, cause: it.cause === 0 ? 0 : it.cause + 7 }));
    expect(attemptsBefore(later, { conn: 3 })).toEqual(attemptsBefore(trace, { conn: 3 }));
    expect(attemptsBefore(later, { conn: 3 })).toHaveLength(2);
  });
  it('nobody has sent out whoever types', () => {
    expect(attemptsBefore(sent({}), { conn: 1 })).toEqual([]);
  });
});
