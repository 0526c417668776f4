// OpenSSL and curl look at the certificate that a switch has spoilt, over TLS from the first octet and over STARTTLS.
import { afterEach, expect, test } from 'vitest';
import { withSettings } from '../../src/bridge/settings.ts';
import { standard } from '../../src/core/scenario/catalogue/standard/standard.ts';
import { outsideOf, type Outside } from './outside.ts';
import { run } from './tool.ts';

const HOST = 'submit.example.com';
let outside: Outside | undefined;
afterEach(() => outside?.close());

const words = (line: string): readonly string[] => line.split(' ');
const VERIFY = `-CAfile CA -verify_hostname ${HOST} -connect 127.0.0.1:PORT`;

test.each([
  ['good', '0 (ok)', 0, ''],
  ['expired', '10 (certificate has expired)', 60, 'certificate has expired'],
  ['self-signed', '18 (self-signed certificate)', 60, 'self-signed certificate'],
  ['wrong-name', '62 (hostname mismatch)', 60, 'no alternative certificate subject name matches'],
])('%s', { timeout: 30_000 }, async (certificate, code, exit, why) => {
  outside = await outsideOf(withSettings(standard(), [`${HOST}:certificate=${certificate}`]));
  const { ca } = outside;
  for (const [port, how] of [
    [465, ''],
    [587, '-starttls smtp '],
  ] as const) {
    const at = String(outside.portOf(HOST, port));
    const line = `s_client ${how}${VERIFY}`.replace('CA ', `${ca} `).replace('PORT', at);
    const { stdout } = await run('openssl', ...words(line));
    expect(stdout.toString()).toContain(`Verify return code: ${code}`);
    const scheme = port === 465 ? 'smtps' : 'smtp';
    const curl = await run(
      'curl',
      ...words(`-q -sS --noproxy * --ssl-reqd --cacert ${ca}`),
      ...words(`--resolve ${HOST}:${at}:127.0.0.1 -X NOOP ${scheme}://${HOST}:${at}`),
    );
    expect(curl.stderr).toContain(why);
    expect(curl.code).toBe(exit);
  }
});
