import { describe, expect, it } from 'vitest';
import { transcript } from '../../../src/core/trace/transcript.ts';
import { wiretap } from '../../../src/core/trace/wiretap.ts';
import { CLIENT, testWorld } from '../../world.ts';
import { drive, lines, sit } from './drive.ts';

const talk = ['USER bob', 'PASS correct-horse', 'RETR 1', 'QUIT'] as const;
const world = testWorld({ link: { latency: 20_000, segment: 1460 } });
const clear = drive(world, [sit(CLIENT), ...lines('dial 192.0.2.31 110', ...talk)]).trace;
const sealed = drive(world, [sit(CLIENT), ...lines('dial 192.0.2.31 995', 'seal', ...talk)]).trace;

describe('somebody between the two', () => {
  it('reads every line that is not in TLS', () => {
    const seen = wiretap(clear, 1);
    expect(seen.filter((s) => s.kind === 'text' && s.dir === 'a>b').map((s) => s.text)).toEqual(
      talk.map((line) => `${line}\r\n`),
    );
    expect(seen.map((s) => s.text)).toContain('Subject: Lunch\r\n');
    expect(seen[0]?.kind).toBe('dial');
    expect(seen.at(-1)?.kind).toBe('fin');
  });

  it('sees of TLS only records, their sizes, and the name that was asked for', () => {
    const seen = wiretap(sealed, 1);
    expect(seen.filter((s) => s.kind === 'text')).toEqual([]);
    expect(
      seen
        .filter((s) => s.kind === 'record')
        .map((s) => s.record)
        .slice(0, 4),
    ).toEqual(['ClientHello', 'ServerHello', 'Finished', 'NewSessionTicket']);
    expect(seen.find((s) => s.record === 'ClientHello')).toMatchObject({
      size: 517,
      serverName: 'pop.example.com',
    });
    const mine = seen.filter((s) => s.record === 'ApplicationData' && s.dir === 'a>b').map((s) => s.size);
    expect(mine).toEqual(talk.map((line) => line.length + 2 + 22));
  });

  it('is told nothing of what TLS hides', () => {
    const everything = JSON.stringify(wiretap(sealed, 1));
    for (const secret of ['correct-horse', 'bob', 'Lunch', '+OK', 'RETR'])
      expect(everything).not.toContain(secret);
  });

  it('sees a long letter as several records of at most 16384 octets', () => {
    const letter = `Subject: long\r\n\r\n${'x'.repeat(40_000)}\r\n`;
    const start = testWorld({ bob: [letter] });
    const { trace } = drive(start, [
      sit(CLIENT),
      ...lines('dial 192.0.2.31 995', 'seal', ...talk.slice(0, 3)),
    ]);
    const sizes = wiretap(trace, 1)
      .filter((s) => s.record === 'ApplicationData')
      .map((s) => s.size);
    expect(sizes.filter((size) => size === 16_384 + 22)).toHaveLength(2);
    const sent = trace.reduce((sum, e) => sum + (e.type === 'wire' ? e.octets.length : 0), 0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sent + sizes.length * 22);
  });
});

describe('a transcript', () => {
  it('is the session as a book prints it', () => {
    expect(transcript(clear, 1).split('\n').slice(1, 6)).toEqual([
      'C: USER bob',
      'S: +OK Now the password',
      'C: PASS correct-horse',
      'S: +OK 3 messages (236 octets)',
      'C: RETR 1',
    ]);
  });
  it('is the same inside TLS, and says where that began', () => {
    const [tls, ...rest] = transcript(sealed, 1).split('\n');
    expect(tls).toBe('(TLS)');
    expect(rest.slice(1)).toEqual(transcript(clear, 1).split('\n').slice(1));
  });
});
