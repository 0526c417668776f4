// What a real client makes of the certificate that a server of the world shows, and what the world is told of it.
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { openBridge, type Bridge } from '../../../src/bridge/bridge.ts';
import { newAuthority } from '../../../src/bridge/cert.ts';
import { withSettings } from '../../../src/bridge/settings.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { POP, testWorld } from '../../world.ts';

const authority = newAuthority();
const DOOR = { host: POP, port: 995, at: 0, machine: 'pop3', tls: 'implicit', spare: false } as const;
let bridge: Bridge | undefined;
afterEach(() => bridge?.close());

/** What Node says of it, '' nothing; whose it is; and what is wrong with it, says the trace. */
async function shown(certificate: string) {
  const world = withSettings(testWorld(), [`${POP}:certificate=${certificate}`]);
  let told: (tls: unknown) => void = () => undefined;
  const secured = new Promise((resolve) => (told = resolve));
  const witness = (event: TraceEvent): void => {
    if (event.type === 'conn' && event.phase === 'secured') told(event.tls);
  };
  bridge = await openBridge(world, [DOOR], '127.0.0.1', authority, witness);
  const socket = connect({
    port: bridge.doors[0]?.at ?? 0,
    host: '127.0.0.1',
    servername: POP,
    ca: authority.certificate,
    rejectUnauthorized: false,
  });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  const error: unknown = socket.authorizationError;
  const why = error instanceof Error && 'code' in error ? error.code : error;
  const tls = await secured;
  socket.destroy();
  return { why, whose: subject.CN, tls };
}

test.each([
  ['good', null, POP, undefined],
  ['expired', 'CERT_HAS_EXPIRED', POP, 'expired'],
  ['self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT', POP, 'self-signed'],
  ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID', 'shared.hosting.example', 'wrong-name'],
])('%s: %s', async (certificate, why, whose, flaw) => {
  const seen = await shown(certificate);
  expect(seen).toMatchObject({ why, whose });
  expect(seen.tls).toHaveProperty('serverName', POP);
  expect(seen.tls).toEqual(expect.objectContaining(flaw === undefined ? {} : { flaw }));
  expect(Object.hasOwn(Object(seen.tls), 'flaw')).toBe(flaw !== undefined);
});

describe('--set', () => {
  const policy = (...settings: readonly string[]) => withSettings(testWorld(), settings).hosts[POP]?.policy;
  test('turns switches: words, numbers, yes and no, lists', () => {
    expect(
      policy(
        `${POP}:tls=off`,
        `${POP}:replyDelay=2`,
        `${POP}:authDown=true`,
        `${POP}:capsHide=["UIDL","TOP"]`,
      ),
    ).toMatchObject({ tls: 'off', replyDelay: 2, authDown: true, capsHide: ['UIDL', 'TOP'] });
  });
  test.each([
    ['tls=off', '--set wants HOST:SWITCH=VALUE, not tls=off'],
    ['nobody.example:tls=off', 'this world has no nobody.example'],
    ['constructor:tls=off', 'this world has no constructor'],
    [`${POP}:tls=maybe`, "tls wants 'required' or 'optional' or 'off'"],
    [`${POP}:replyDelay=1e9`, 'replyDelay wants a whole number from 0 to 240'],
    [`${POP}:nosuch=1`, 'nosuch wants a knob there is'],
  ])('%s', (setting, problem) => {
    expect(() => policy(setting)).toThrow(problem);
  });
});
