import { describe, expect, test } from 'vitest';
import { civil, SECOND } from '../../../src/core/base/time.ts';
import { utf8 } from '../../../src/core/base/octets.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { step } from '../../../src/core/kernel/step.ts';
import { ask, reverseName } from '../../../src/core/base/dns.ts';
import { lookUp } from '../../../src/core/net/dns/lookup.ts';
import { dataText } from '../../../src/core/net/dns/text.ts';
import { scenario, standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import { load } from '../../../src/core/scenario/load.ts';
import { octetsOf, type Body } from '../../../src/core/store/body.ts';
import type { Host } from '../../../src/core/host/host.ts';
import { PERSONALITIES, usual } from '../../../src/core/host/policy.ts';

const world = standard();
const pop = (): Host => {
  const host = world.hosts['pop.example.com'];
  if (!host) throw new Error('no pop.example.com');
  return host;
};
const bodies = (user: string): readonly Body[] =>
  pop()
    .store.mailboxes[`${user}/INBOX`]?.rows.chunks.flat()
    .map(({ body }) => body) ?? [];
const every = (): readonly string[] => ['alice', 'bob', 'carol', 'erin'].flatMap(bodies).map(octetsOf);

describe('the standard world', () => {
  test('is what a scenario must be', () => {
    expect(load(scenario).problems ?? []).toEqual([]);
  });

  test('begins on Tuesday, 3 November 2026, at 09:00 UTC', () => {
    const begin = { year: 2026, month: 11, day: 3, weekday: 2, hour: 9, minute: 0, second: 0 };
    expect(civil(world.epoch)).toEqual(begin);
  });

  test('is plain data, and the same each time', () => {
    expect(JSON.parse(JSON.stringify(world))).toEqual(standard());
  });

  test('keeps octets where people wrote letters', () => {
    expect(pop().store.users['erin']?.password).toBe(utf8('größe7'));
  });

  test('knows the addresses of all its hosts, and their names by their addresses', () => {
    // nobody gave the attacker's address a name
    const known = Object.values(world.hosts).filter(({ id }) => id !== 'x.mallory.test');
    for (const { id, addresses } of known)
      for (const address of addresses) {
        const type = address.includes(':') ? 'AAAA' : 'A';
        const { records } = lookUp(world.names, ask(type, id));
        expect(records).toEqual([{ name: `${id}.`, ttl: 300, type, address }]);
        const back = lookUp(world.names, ask('PTR', reverseName(address) ?? ''));
        expect(back.records.map(dataText)).toEqual([`${id}.`]);
      }
  });

  test('a bare LF ends a command at the university alone, and a letter at smuggle.test alone (RFC 5321 §2.3.8)', () => {
    const where = (is: (host: Host) => boolean): readonly string[] =>
      Object.values(world.hosts)
        .filter(is)
        .map(({ id }) => id);
    expect(where(({ policy }) => policy.commandLf === 'accept')).toEqual([
      'mx.example.org',
      'mail.example.org',
    ]);
    expect(where(({ policy }) => policy.lfTolerant)).toEqual(['smuggle.test']);
    expect(PERSONALITIES).toMatchObject({ 'postfix-like': { commandLf: 'accept' } });
    expect(usual.commandLf).toBe('reject');
    expect('commandLf' in PERSONALITIES.old).toBe(false);
  });

  test('you sit at the client and see the mail server from there', () => {
    expect(world.consoles.map(({ id, host }) => ({ id, host }))).toEqual([
      { id: 'you@client', host: 'client.example.net' },
    ]);
    expect(world.hosts['client.example.net']?.neighbours.slice(0, 1)).toEqual([
      {
        name: 'pop.example.com',
        address: '192.0.2.31',
        services: [
          { name: 'pop3', port: 110 },
          { name: 'pop3s', port: 995 },
          { name: 'lmtp', port: 24 },
        ],
      },
    ]);
  });

  test('bob has six letters of 3,163,120 octets, and a server says so over TLS', () => {
    const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', serverName: 'pop.example.com' };
    const inputs: readonly Input[] = [
      {
        type: 'outside',
        event: { type: 'open', from: 'client.example.net', to: 'pop.example.com', port: 995, tls },
      },
      {
        type: 'outside',
        event: { type: 'data', conn: 1, octets: 'USER bob\r\nPASS correct-horse\r\nSTAT\r\n' },
      },
      { type: 'pass', until: 2 * SECOND },
    ];
    let now = world;
    const said = inputs.flatMap((input) => {
      const { world: next, trace } = step(now, input);
      now = next;
      return trace.flatMap((event) => (event.type === 'wire' && event.dir === 'b>a' ? [event.octets] : []));
    });
    expect(said.join('')).toContain('+OK 6 3163120\r\n');
  });

  test('erin has the same letter twice, octet for octet; carol has none', () => {
    const [one, two] = bodies('erin');
    expect(bodies('erin')).toHaveLength(2);
    expect(one).toBe(two);
    expect(bodies('carol')).toEqual([]);
  });
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const DATE = /\b(\w{3}), (\d{1,2}) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)\b/g;
/** Unix seconds of each date in a text, newest header field first. Throws at a weekday that is not that day's. */
const datesIn = (text: string): readonly number[] =>
  [...text.matchAll(DATE)].map(([whole, weekday = '', day, month = '', year, h, m, s, sign, zh, zm]) => {
    const zone = (sign === '-' ? -1 : 1) * (Number(zh) * 60 + Number(zm)) * 60;
    const local = Date.UTC(Number(year), MONTHS.indexOf(month), Number(day), Number(h), Number(m), Number(s));
    const unix = local / 1000;
    if (DAYS[civil(unix).weekday] !== weekday) throw new Error(`${whole} is no ${weekday}`);
    return unix - zone;
  });
const headOf = (letter: string): string => letter.slice(0, letter.indexOf('\r\n\r\n'));

describe('every letter', () => {
  test.each(every().map((letter) => [/Subject: (.*)/.exec(letter)?.[1] ?? '', letter] as const))(
    '%s: is a well-formed message',
    (_subject, letter) => {
      expect(letter).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
      expect(letter.endsWith('\r\n')).toBe(true);
      expect(Math.max(...letter.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
      const fields = headOf(letter)
        .replaceAll(/\r\n[ \t]+/g, ' ')
        .split('\r\n');
      for (const field of fields) expect(field).toMatch(/^[!-9;-~]+: [ -~]+$/);
      const names = fields.map((field) => field.slice(0, field.indexOf(':')));
      expect(names[0]).toBe('Return-Path');
      for (const once of ['Date', 'From', 'To', 'Subject', 'Message-ID'])
        expect(names.filter((name) => name === once)).toEqual([once]);
    },
  );

  test.each(every().map((letter) => [/Subject: (.*)/.exec(letter)?.[1] ?? '', letter] as const))(
    '%s: travelled forward in time, and arrived before the world began',
    (_subject, letter) => {
      const dates = datesIn(headOf(letter));
      expect(dates.length).toBeGreaterThanOrEqual(2);
      expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      expect(dates[0]).toBeLessThan(world.epoch);
    },
  );

  test('names nobody outside the reserved names and addresses', () => {
    const reserved = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test)$/;
    for (const letter of every()) {
      const names = [...letter.matchAll(/(?<=[@/ (])(?:[a-z0-9-]+\.)+[a-z]+(?=[>\s/":\])])/g)].map(
        ([it]) => it,
      );
      expect(names.filter((name) => !reserved.test(name) && name !== 'catalogue.sealed')).toEqual([]);
      for (const [address] of letter.matchAll(/\d+\.\d+\.\d+\.\d+/g))
        expect(address).toMatch(/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./);
    }
  });

  test('arrived in the order of its number', () => {
    const arrivals = bodies('bob').map((body) => datesIn(headOf(octetsOf(body)))[0]);
    expect(arrivals).toEqual(arrivals.toSorted((a = 0, b = 0) => a - b));
  });
});

describe('bob’s letters are what lessons need', () => {
  const letter = (number: number): string => octetsOf(bodies('bob')[number - 1] ?? '');
  const bodyOf = (number: number): string => letter(number).slice(headOf(letter(number)).length + 4);

  test('1 is short text', () => {
    expect(letter(1).length).toBeLessThan(1000);
  });
  test('2 has two lines', () => {
    expect(bodyOf(2).split('\r\n')).toHaveLength(3);
    expect(bodyOf(2)).toMatch(/^hi,\r\n/);
  });
  test('3 says the same in plain text and in HTML', () => {
    const parts = bodyOf(3).split('--=_november');
    expect(parts).toHaveLength(4);
    expect(parts[1]).toMatch(/^\r\nContent-Type: text\/plain/);
    expect(parts[2]).toMatch(/^\r\nContent-Type: text\/html/);
    expect(parts[3]).toBe('--\r\n');
  });
  test('4 has six lines that begin with a dot, one of them nothing else', () => {
    const dotted = bodyOf(4)
      .split('\r\n')
      .filter((line) => line.startsWith('.'));
    expect(dotted).toEqual(['.', '..x', '...', '.night falls', '..on the', '.river']);
  });
  test('5 carries three million octets, and is kept as its recipe', () => {
    expect(letter(5)).toHaveLength(3_158_426);
    expect(JSON.stringify(bodies('bob')[4]).length).toBeLessThan(2000);
  });
  test('6 comes from a domain that only looks like ours', () => {
    expect(letter(6)).toMatch(/^From: "Lantern Books Postmaster" <postmaster@example-com\.test>/m);
    expect(letter(6)).toContain('http://mail.example.com.mallory.test/');
  });
});
