// --starttls-proto as gnutls-cli 3.7.9 did it, and --starttls with the same servers, by hand.
import { describe, expect, test } from 'vitest';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import { SECOND } from '../../../src/core/base/time.ts';
import { KEY } from './terminal.ts';
import { talk, type Script } from './peer.ts';

const start = (options: string): string => `gnutls-cli ${options} -p 25 pop.example.com\n`;
const FIRST = [
  'Processed 1 CA certificate(s).',
  "Resolving 'pop.example.com:25'...",
  "Connecting to '192.0.2.31:25'...",
  '',
].join('\n');
/** Without what it says of the certificates. */
const after = (text: string): string =>
  text.replace(FIRST, '').replace(/- Certificate type[^]*?- Options:\n/, '');
const SIMPLE = '\n- Simple Client Mode:\n\n';
const DONE = `- Handshake was completed\n${SIMPLE}`;
const SMTP: Script = ['220-hello\r\n220 mail\r\n', '250-mail\r\n250 STARTTLS\r\n', '220 go\r\n', 'TLS'];
const IMAP: Script = ['* OK\r\n', '* CAPABILITY x\r\na OK done\r\n', 'a OK go\r\n', 'TLS'];

describe('gnutls-cli --starttls-proto', () => {
  test.each<readonly [string, Script, readonly string[]]>([
    ['smtp', SMTP, ['EHLO pop.example.com\r\n', 'STARTTLS\r\n']],
    ['submission', SMTP, ['EHLO pop.example.com\r\n', 'STARTTLS\r\n']],
    ['lmtp', SMTP, ['LHLO pop.example.com\r\n', 'STARTTLS\r\n']],
    ['imap', IMAP, ['a CAPABILITY\r\n', 'a STARTTLS\r\n']],
    ['pop3', ['+OK\r\n', '+OK go\r\n', 'TLS'], ['STLS\r\n']],
  ])('%s', (protocol, script, sent) => {
    const whole = talk(script, [start(`--starttls-proto=${protocol}`)]);
    expect(whole.sent).toEqual(sent);
    expect(after(whole.printed)).toBe(DONE);
    expect(modeOf(whole.world.consoles[0]?.state)).toMatchObject({ phase: 'open', tls: true });
    const pieces = { link: { latency: 20_000, segment: 3 } };
    expect(talk(script, [start(`--starttls-proto=${protocol}`)], pieces).sent).toEqual(sent);
  });
  test.each<readonly [string, Script, string, number]>([
    ['EHLO is refused', ['220 a\r\n', '502 no\r\n'], "error receiving '250 ': Timeout\n", 10],
    [
      'STARTTLS is refused',
      ['220 a\r\n', '250 a\r\n', '454 no\r\n'],
      "error receiving '220 ': Timeout\n",
      10,
    ],
    ['no service', ['554 no\r\n'], "error receiving '220 ': Timeout\n", 10],
    ['the text is inside a line', ['hello 220 a\r\n220 a\r\n'], "error receiving '220 ': Timeout\n", 10],
    ['goodbye', ['554 no\r\n', 'CLOSE'], "error receiving '220 ': Timeout\n", 0],
    ['reset', ['220 a\r\n', '', 'RESET'], "error receiving '250 ': Connection reset by peer\n", 0],
  ])('gives up: %s', (_name, script, words, seconds) => {
    const { printed, world } = talk(script, [start('--starttls-proto smtp')]);
    expect(after(printed)).toBe(words);
    expect(Math.floor(world.now / SECOND)).toBe(seconds);
    expect(modeOf(world.consoles[0]?.state).program).toBe('shell');
  });
  test('a protocol nobody knows has no words: TLS at once', () => {
    const { printed, sent } = talk(['220 a\r\n'], [start('--starttls-proto foo')]);
    expect(after(printed)).toBe(
      "unknown protocol 'foo'\n|<1>| Received record packet of unknown type 43\n" +
        '*** Fatal error: An unexpected TLS packet was received.\n',
    );
    expect(sent).toEqual([]);
  });
  test.each([
    [
      '--starttls-proto smtp --starttls h',
      "gnutls-cli: the 'starttls-proto' and 'starttls' options conflict",
    ],
    ['--starttls-proto ftp h', 'gnutls-cli: --starttls-proto=ftp: not simulated here'],
    ['--starttls-proto', "gnutls-cli: option '--starttls-proto' requires an argument"],
    ['--starttls-proto smtp nowhere.example', "Resolving 'nowhere.example:smtp'..."],
    ['--starttls-proto imap nowhere.example', "Resolving 'nowhere.example:imap2'..."],
    ['--starttls-proto lmtp nowhere.example', "Resolving 'nowhere.example:443'..."],
    ['--starttls-proto pop3 -p 25 nowhere.example', "Resolving 'nowhere.example:25'..."],
  ])('%s', (options, words) => {
    expect(talk([], [`gnutls-cli ${options}\n`]).printed.split('\n')).toContain(words);
  });
  test('Ctrl-C ends the waiting', () => {
    const { printed, world } = talk([''], [start('--starttls-proto smtp').replace('\n', `\n${KEY.c}`)]);
    expect(printed.endsWith('^C\n')).toBe(true);
    expect(world.now).toBeLessThan(SECOND);
  });
});
describe('gnutls-cli --starttls', () => {
  test.each<readonly [string, Script, readonly string[]]>([
    ['SMTP', SMTP, ['EHLO you', 'STARTTLS']],
    ['IMAP', IMAP, ['a CAPABILITY', 'a STARTTLS']],
  ])('talks %s plainly until Ctrl-D', (_name, script, lines) => {
    const { printed, sent } = talk(script, [
      start('--crlf --starttls'),
      ...lines.map((line) => `${line}\n`),
      KEY.d,
    ]);
    const said = script.filter((part) => part !== 'TLS').join('');
    expect(after(printed)).toBe(`${SIMPLE}${said}*** Starting TLS handshake\n`);
    expect(sent).toEqual(lines.map((line) => `${line}\r\n`));
  });
});
