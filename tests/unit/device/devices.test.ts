// A laptop with POP3 and a phone with IMAP, on the servers of the standard world.
import { describe, expect, test } from 'vitest';
import type { Deed } from '../../../src/core/base/device.ts';
import type { Device } from '../../../src/core/host/device/device.ts';
import { decode, encode } from '../../../src/core/kernel/codec.ts';
import { begin, record, type Timeline } from '../../../src/core/kernel/timeline.ts';
import type { World } from '../../../src/core/kernel/world.ts';
import { headerOf, fieldOf, unfolded } from '../../../src/core/mail/fields.ts';
import { deviceLog } from '../../../src/core/trace/device-log.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';

const LAPTOP = 'bob-laptop.example.net';
const PHONE = 'alice-phone.example.net';
const BOB = {
  address: 'bob@example.com',
  user: 'bob',
  password: 'correct-horse',
  pop3: 'pop.example.com',
  imap: 'imap.example.com',
  submission: 'submit.example.com',
};
interface Lab {
  readonly timeline: Timeline;
  world: World;
}
const start = (): Lab => ({ timeline: begin(standard()), world: standard() });
function does(lab: Lab, host: string, deed: Deed): void {
  record(lab.timeline, { type: 'device', host, deed });
  lab.world = record(lab.timeline, { type: 'pass', until: 'quiet' });
  expect(lab.timeline.trace.filter(({ type }) => type === 'fault')).toEqual([]);
}
const deviceAt = ({ world }: Lab, host: string): Device => {
  const device = world.hosts[host]?.device;
  if (!device) throw new Error(`${host} has no mail client`);
  return device;
};
const subjectOf = (octets: string): string => {
  const field = fieldOf(headerOf(octets), 'subject');
  return field ? unfolded(octets, field) : '';
};
/** What the client of a machine has said since, line by line, of these commands. */
const said = ({ timeline: { trace } }: Lab, host: string, from = 0): readonly string[] => {
  const conns = new Set(trace.flatMap((e) => (e.type === 'conn' && e.from === host ? [e.conn] : [])));
  return trace
    .slice(from)
    .flatMap((e) =>
      e.type === 'wire' && e.dir === 'a>b' && conns.has(e.conn) ? e.octets.trimEnd().split('\r\n') : [],
    );
};
const inbox = (lab: Lab, host: string) =>
  deviceAt(lab, host).imap.folders.find(({ name }) => name === 'INBOX')?.letters ?? [];
/** The phone is bob's, too. */
function both(): Lab {
  const lab = start();
  does(lab, PHONE, { does: 'account', account: BOB });
  return lab;
}

describe('TLS that is asked for', () => {
  const desk = { secure: false, upgrade: true } as const;
  test.each([
    ['pop3', LAPTOP, 'STLS'],
    ['imap', PHONE, 'STARTTLS'],
  ] as const)('%s: it comes before any name or password', (access, host, verb) => {
    const lab = both();
    does(lab, host, { does: 'set', settings: { access, ...desk } });
    does(lab, host, { does: 'sync' });
    expect(deviceAt(lab, host).trouble).toBeNull();
    const letters = access === 'pop3' ? deviceAt(lab, host).pop3.letters : inbox(lab, host);
    expect(letters).toHaveLength(6);
    const { trace } = lab.timeline;
    const readable = trace.flatMap((e) => (e.type === 'wire' && e.visible ? [e.octets] : [])).join('');
    expect(readable).toContain(verb);
    expect(readable).not.toContain('bob');
  });
  test('a letter goes out over port 587, behind STARTTLS', () => {
    const lab = both();
    does(lab, LAPTOP, { does: 'set', settings: desk });
    does(lab, LAPTOP, { does: 'send', draft: { to: 'bob@example.com', subject: 'Hi', text: '', re: null } });
    const { trace } = lab.timeline;
    expect(trace.some((e) => e.type === 'conn' && e.port === 587 && e.phase === 'secured')).toBe(true);
    expect(lab.world.hosts[LAPTOP]?.spool.jobs.kids).toEqual([]);
  });
  test('without any, a server that wants TLS is told no password', () => {
    const lab = both();
    does(lab, LAPTOP, { does: 'set', settings: { secure: false } });
    does(lab, LAPTOP, { does: 'send', draft: { to: 'bob@example.com', subject: 'Hi', text: '', re: null } });
    expect(said(lab, LAPTOP).filter((line) => /^(?:AUTH|STARTTLS)/.test(line))).toEqual([]);
    expect(lab.world.hosts[LAPTOP]?.spool.jobs.kids).not.toEqual([]);
  });
});
test('the log of a device is what crossed its wires, by click', () => {
  const lab = both();
  does(lab, LAPTOP, { does: 'sync' });
  does(lab, PHONE, { does: 'sync' });
  const { trace } = lab.timeline;
  const log = deviceLog(trace, LAPTOP, trace.length);
  const texts = log.filter(({ by }) => by === 'client').map(({ text }) => text);
  expect(log.slice(0, 3).map(({ by, text, port }) => [by, text, port])).toEqual([
    ['click', '', 0],
    ['call', 'pop.example.com', 995],
    ['secured', '', 0],
  ]);
  expect(texts).toEqual(said(lab, LAPTOP));
  expect(log.at(-1)?.by).toBe('hung');
  expect(log.every(({ event }, i) => event >= (log[i - 1]?.event ?? 0))).toBe(true);
  expect(deviceLog(trace, LAPTOP, 0)).toEqual([]);
  const all = log.flatMap(({ by, text }) => (by === 'server' ? [text] : []));
  expect(all.at(-1)).toMatch(/^\+OK/);
});

describe('two devices of one person', () => {
  test('POP3 brings whole letters, IMAP their headers; the server keeps all', () => {
    const lab = both();
    does(lab, LAPTOP, { does: 'sync' });
    does(lab, PHONE, { does: 'sync' });
    expect(deviceAt(lab, LAPTOP).trouble).toBeNull();
    expect(deviceAt(lab, LAPTOP).pop3.letters).toHaveLength(6);
    expect(inbox(lab, PHONE)).toHaveLength(6);
    expect(inbox(lab, PHONE).map(({ head }) => subjectOf(head))).toEqual(
      deviceAt(lab, LAPTOP).pop3.letters.map(({ body }) => subjectOf(body)),
    );
    expect(inbox(lab, PHONE).every(({ body }) => body === null)).toBe(true);
    expect(lab.world.hosts['pop.example.com']?.store.mailboxes['bob/INBOX']?.rows.length).toBe(6);
  });
  test('what is read and flagged with IMAP is so on the server, with POP3 nowhere else', () => {
    const lab = both();
    does(lab, LAPTOP, { does: 'sync' });
    does(lab, PHONE, { does: 'sync' });
    const [kept] = deviceAt(lab, LAPTOP).pop3.letters;
    const before = lab.timeline.trace.length;
    does(lab, LAPTOP, { does: 'read', letter: { folder: 'INBOX', id: kept?.id ?? '' } });
    expect(said(lab, LAPTOP, before)).toEqual([]);
    expect(deviceAt(lab, LAPTOP).pop3.letters[0]?.flags).toEqual(['\\Seen']);
    expect(inbox(lab, PHONE)[0]?.flags).toEqual([]);
    const clicked = lab.timeline.trace.length;
    does(lab, PHONE, { does: 'read', letter: { folder: 'INBOX', id: '2' } });
    expect(said(lab, PHONE, clicked).map((line) => line.replace(/^A\d+ /, ''))).toEqual([
      'DONE',
      'UID FETCH 2 (UID BODY.PEEK[])',
      'UID STORE 2 +FLAGS (\\Seen)',
      'IDLE',
    ]);
    const row = lab.world.hosts['imap.example.com']?.store.mailboxes['bob/INBOX']?.rows.chunks.flat()[1];
    expect(row?.flags).toEqual(['\\Seen']);
  });
  test('IDLE shows at once what the other one has taken away', () => {
    const lab = both();
    does(lab, LAPTOP, { does: 'set', settings: { keep: 'mirror' } });
    does(lab, LAPTOP, { does: 'sync' });
    does(lab, PHONE, { does: 'sync' });
    const [kept] = deviceAt(lab, LAPTOP).pop3.letters;
    does(lab, LAPTOP, { does: 'delete', letter: { folder: 'INBOX', id: kept?.id ?? '' } });
    expect(inbox(lab, PHONE)).toHaveLength(6);
    does(lab, LAPTOP, { does: 'sync' });
    expect(deviceAt(lab, LAPTOP).pop3.letters).toHaveLength(5);
    expect(inbox(lab, PHONE).map(({ uid }) => uid)).toEqual([2, 3, 4, 5, 6]);
  });
  test('a letter that is sent is filed by the client, and comes to the other one live', () => {
    const lab = start();
    does(lab, LAPTOP, { does: 'set', settings: { access: 'imap' } });
    does(lab, LAPTOP, { does: 'sync' });
    does(lab, PHONE, { does: 'sync' });
    const before = inbox(lab, LAPTOP).length;
    const draft = {
      to: 'bob@example.com',
      subject: 'From my phone',
      text: 'Gr\xc3\xbc\xc3\x9fe\n',
      re: null,
    };
    does(lab, PHONE, { does: 'send', draft });
    expect(said(lab, PHONE).some((line) => line.startsWith('AUTH PLAIN '))).toBe(true);
    expect(inbox(lab, LAPTOP)).toHaveLength(before + 1);
    expect(subjectOf(inbox(lab, LAPTOP).at(-1)?.head ?? '')).toBe('From my phone');
    expect(said(lab, PHONE).some((line) => /APPEND Sent /.test(line))).toBe(true);
    expect(lab.world.hosts[PHONE]?.spool.jobs.kids).toEqual([]);
  });
  test('with QRESYNC a resync is one command, and a move one more', () => {
    const lab = both();
    does(lab, PHONE, { does: 'make', folder: 'Work' });
    does(lab, PHONE, { does: 'sync' });
    does(lab, PHONE, { does: 'set', settings: { online: false } });
    does(lab, PHONE, { does: 'move', letter: { folder: 'INBOX', id: '3' }, to: 'Work' });
    const before = lab.timeline.trace.length;
    does(lab, PHONE, { does: 'set', settings: { online: true } });
    const lines = said(lab, PHONE, before).map((line) => line.replace(/^A\d+ /, ''));
    expect(lines.find((line) => line.startsWith('SELECT INBOX'))).toMatch(
      /^SELECT INBOX \(QRESYNC \(\d+ \d+\)\)$/,
    );
    expect(lines).toContain('UID MOVE 3 Work');
    expect(lines.filter((line) => line.startsWith('UID FETCH'))).toEqual([]);
    expect(inbox(lab, PHONE).map(({ uid }) => uid)).toEqual([1, 2, 4, 5, 6]);
    expect(decode(encode(lab.world))).toEqual(lab.world);
  });
});
