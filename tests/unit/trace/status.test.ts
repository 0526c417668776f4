import { describe, expect, it } from 'vitest';
import type { Input } from '../../../src/core/kernel/world.ts';
import { statusOf } from '../../../src/core/trace/status.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, quiet, sit } from './drive.ts';

const ME = 'you@client';
const link = { latency: 20_000, segment: 1460 };
const after = (...inputs: readonly Input[]) =>
  statusOf(drive(testWorld({ link }), [sit(CLIENT), ...inputs]).world, ME);
const typed = (octets: string): Input => ({ type: 'type', console: ME, octets });
const dial = lines('dial 192.0.2.31 110');
const until = (at: number): Input => ({ type: 'pass', until: at });

/** A program that has sent this and holds on to its connection. */
function heldOpen(sent: string) {
  const call = { type: 'open', from: CLIENT, to: 'pop.example.com', port: 110, tls: null } as const;
  const { world } = drive(testWorld(), [
    { type: 'outside', event: call },
    quiet,
    { type: 'outside', event: { type: 'data', conn: 1, octets: sent } },
    quiet,
  ]);
  return statusOf(
    { ...world, consoles: [{ id: ME, host: CLIENT, state: ME, conn: 1, wait: -1, listener: null }] },
    ME,
  );
}

describe('what a console waits for', () => {
  it('is nothing at a shell, and nothing is known of a console that is not there', () => {
    expect(after()).toEqual({ kind: 'shell' });
    expect(statusOf(testWorld(), ME)).toEqual({ kind: 'none' });
  });
  it('is an answer while dialling', () => {
    expect(after(typed('dial 192.0.2.31 110\n'))).toEqual({
      kind: 'dialling',
      to: 'pop.example.com',
      port: 110,
    });
  });
  it('is what is in flight', () => {
    expect(after(...dial, typed('USER bob\n'))).toEqual({ kind: 'flying', until: 100_000 });
    expect(after(...dial, typed('USER bob\n'), until(100_000))).toEqual({ kind: 'flying', until: 120_000 });
  });
  it('is you, until the server loses patience', () => {
    expect(after(...dial, ...lines('USER bob'))).toEqual({
      kind: 'yourTurn',
      protocol: 'pop3',
      state: 'named',
      until: 100_000 + 600_000_000,
    });
  });
  it('is the end of a line that has none', () => {
    expect(heldOpen('USER bob\n')).toEqual({ kind: 'noLineEnd', held: 9, lf: true });
    expect(heldOpen('USER bob')).toEqual({ kind: 'noLineEnd', held: 8, lf: false });
  });
  it('is nobody, when each waits for the other: clear text on a TLS port', () => {
    expect(after(...lines('dial 192.0.2.31 995'))).toEqual({
      kind: 'deadlock',
      port: 995,
      began: 'implicit',
    });
  });
  it('is nobody either when STLS was asked for and no handshake begins', () => {
    expect(after(...dial, ...lines('STLS'))).toEqual({ kind: 'deadlock', port: 110, began: 'asked' });
  });
  it('is the handshake while it runs', () => {
    expect(after(...dial, ...lines('STLS', 'seal')).kind).toBe('yourTurn');
    expect(after(...lines('dial 192.0.2.31 995'), typed('seal\n')).kind).toBe('flying');
  });
  it('is nothing any more when the server has said goodbye', () => {
    expect(heldOpen('QUIT\r\n')).toEqual({ kind: 'closed', how: 'close' });
    expect(after(...dial, ...lines('QUIT'))).toEqual({ kind: 'shell' });
  });
});
