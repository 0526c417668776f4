// Whatever a server says, a mail client neither throws nor stays; and what a browser keeps of a click is read back.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'valibot';
import { inputSchema } from '../../../src/app/restore.ts';
import type { Deed } from '../../../src/core/base/device.ts';
import { MACHINES } from '../../../src/core/kernel/machines.ts';
import { standard } from '../../../src/core/scenario/catalogue/standard/standard.ts';
import type { Env, Happening } from '../../../src/core/spec/machine.ts';
import type { Host } from '../../../src/core/host/host.ts';

const PHONE = 'alice-phone.example.net';
const word = fc.constantFrom(
  '* ',
  '+ ',
  '+OK',
  '-ERR [IN-USE]',
  'A1 ',
  'A2 ',
  'OK ',
  'NO ',
  'BAD',
  'BYE',
  'PREAUTH',
  '[TRYCREATE] ',

  'FETCH (',
  'UID 7 ',
  'FLAGS (\\Seen)',
  'BODY[] {5}',
  'BODY[HEADER] "a"',
  'MODSEQ (9)',
  ') ',
  '3 EXISTS',
  '1 EXPUNGE',

  'VANISHED (EARLIER) 1:*',
  'LIST () "/" INBOX',
  '[UIDVALIDITY 3]',
  '[HIGHESTMODSEQ 9]',
  'CAPABILITY IDLE QRESYNC ENABLE',
  '1 aa',
  '.',
  '..',
  '\r\n',
  '\r\n',
  '\r\n',
  '\r',
  '\n',
  '\0',
  '\xff',
  '99999999999999999999 ',
);
const happening = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .array(word, { maxLength: 12 })
      .map((words): Happening => ({ type: 'received', octets: words.join('') })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ type: 'changed' }, { type: 'due' }) },
);
const deviceHost = (access: 'pop3' | 'imap'): Host => {
  const host = standard().hosts[PHONE];
  if (!host?.device) throw new Error('the phone has a mail client');
  const { device } = host;
  return {
    ...host,
    device: {
      ...device,
      line: 'talking',
      settings: { ...device.settings, access },
      todo: [
        { does: 'refresh', folder: 'INBOX' },
        { does: 'flag', folder: 'INBOX', uid: 7, flag: '\\Seen', on: true },
        { does: 'move', folder: 'INBOX', uid: 7, to: 'Work' },
        { does: 'file', folder: 'Sent', body: 'a\r\n' },
      ],
    },
  };
};
test.each(['pop3', 'imap'] as const)('%s: nothing a server says is a fault', (access) => {
  const machine = MACHINES.get(`${access}-client`);
  if (!machine) throw new Error('there is such a client');
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 20 }), (happenings) => {
      let host = deviceHost(access);
      let state = machine.start({ secure: false }, 0);
      const opened: Happening = { type: 'opened', peer: '192.0.2.30', tls: null };
      for (const next of [opened, ...happenings]) {
        const env: Env<Host> = { conn: 1, host, place: PHONE, now: 0, epoch: 0, seed: 1, cause: 0, next: 1 };
        if (next.type !== 'due' && !machine.listens(state, next.type)) continue;
        const moved = machine.on(state, next, env);
        expect(moved.told.filter(({ type }) => type === 'fault')).toEqual([]);
        ({ state } = moved);
        host = moved.host;
      }
      const gone = { type: 'closed', how: 'reset' } as const;
      const env: Env<Host> = { conn: 1, host, place: PHONE, now: 0, epoch: 0, seed: 1, cause: 0, next: 1 };
      const last = machine.listens(state, 'closed') ? machine.on(state, gone, env).host : host;
      expect(last.device?.line).toBe('no');
    }),
    { numRuns: 250 },
  );
});
const letter = { folder: 'INBOX', id: '7' };
const deeds: readonly Deed[] = [
  { does: 'sync' },
  { does: 'forget' },
  { does: 'set', settings: { access: 'imap', keep: 'days', days: 3, online: false } },
  { does: 'look', folder: 'Sent' },
  { does: 'make', folder: 'Work' },
  { does: 'read', letter },
  { does: 'delete', letter },
  { does: 'move', letter, to: 'Work' },
  { does: 'flag', letter, flag: '\\Flagged', on: true },
  { does: 'send', draft: { to: 'a@example.com', subject: '', text: 'x\n', re: letter } },
  { does: 'discard', job: 'OUTBOX-1' },
];
test.each(deeds)('what is kept of $does is read back', (deed) => {
  const input = { type: 'device', host: PHONE, deed };
  expect(JSON.parse(JSON.stringify(parse(inputSchema, input)))).toEqual(input);
});
