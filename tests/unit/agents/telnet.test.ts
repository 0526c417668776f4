import { describe, expect, test } from 'vitest';
import { modeOf, promptOf } from '../../../src/core/agents/console/console.ts';
import {
  entered,
  feed,
  GREETING,
  KEY,
  printed,
  SEAT,
  sent,
  session,
  sitDown,
  state,
  type,
  typed,
  type Row,
} from './terminal.ts';

const TELNET: Row = [
  'telnet pop.example.com 110',
  'Trying 192.0.2.31...',
  'Connected to pop.example.com.',
  "Escape character is '^]'.",
  GREETING,
];
const STATUS = ['Operating in obsolete linemode', 'Local character echo', "Escape character is '^]'."];

const REFUSED = 'telnet: Unable to connect to remote host: Connection refused';
const TRY = "Try 'telnet --help' or 'telnet --usage' for more information.";

describe('telnet', () => {
  test('open alone asks where to', () => {
    const terminal = sitDown();
    const prompts = ['telnet', 'open', '', 'open', 'pop.example.com 110'].map((line) => {
      const seen = type(terminal, entered(line));
      return [promptOf(state(terminal), 'client.example.net'), seen];
    });
    expect(prompts).toEqual([
      ['telnet> ', ''],
      ['(to) ', ''],
      ['telnet> ', 'usage: open [-4] [-6] [-l user] [-b addr] [-a] host-name [port]\n'],
      ['(to) ', ''],
      ['', `${TELNET.slice(1).join('\n')}\n`],
    ]);
  });
  session('talks until the server has had enough', [
    TELNET,
    ['NOOP', '-ERR NOOP has to wait: USER and then PASS come first (or APOP, or AUTH)\r'],
    ['QUIT', '+OK Bye\r', 'Connection closed by foreign host.'],
    ['whoami', 'you'],
  ]);
  session('leaves by its escape', [
    TELNET,
    [KEY.escape, '^]'],
    ['status', 'Connected to pop.example.com.', ...STATUS],
    [KEY.escape, '^]'],
    [''],
    [KEY.escape, '^]'],
    ['foo', '?Invalid command'],
    ['quit', 'Connection closed.'],
    ['whoami', 'you'],
  ]);
  session('takes its commands abbreviated', [TELNET, [KEY.escape, '^]'], ['c', 'Connection closed.']]);
  session('waits at its own prompt when no host is named', [
    ['telnet'],
    ['status', 'No connection.', "Escape character is '^]'."],
    ['close', '?Need to be connected first.'],
    [
      'open pop.example.com 25',
      'Trying 192.0.2.31...',
      'telnet: Unable to connect to remote host: Connection refused',
    ],
    ['status', 'No connection.', "Escape character is '^]'."],
    ['open pop.example.com 110', ...TELNET.slice(1)],
    [KEY.escape, '^]'],
    ['open x 1', '?Already connected to pop.example.com'],
    [KEY.c, '^C'],
    [KEY.d, '', 'Connection closed.'],
    ['whoami', 'you'],
  ]);
  session('says why it does not get through', [
    [
      'telnet 192.0.2.31 25',
      'Trying 192.0.2.31...',
      'telnet: Unable to connect to remote host: Connection refused',
    ],
    [
      'telnet 198.51.100.9 110',
      'Trying 198.51.100.9...',
      'telnet: Unable to connect to remote host: No route to host',
    ],
    ['telnet nowhere.example', 'Server lookup failure:  nowhere.example:telnet, Name or service not known'],
    [
      'telnet pop.example.com foo',
      'Server lookup failure:  pop.example.com:foo, Servname not supported for ai_socktype',
    ],
    ['telnet pop.example.com 99999', 'Port number 99999 is out of range.'],
    ['telnet 999.1.1.1 25', 'Server lookup failure:  999.1.1.1:25, Name or service not known'],
    ['telnet 2001:zz 25', 'Server lookup failure:  2001:zz:25, Name or service not known'],
    ['telnet localhost 1', 'Trying 127.0.0.1...', REFUSED],
    ['telnet 0:0::1 1', 'Trying ::1...', REFUSED],
    ['telnet -4 ::1 25', 'Server lookup failure:  ::1:25, Address family for hostname not supported'],
    ['telnet -Q', "telnet: invalid option -- 'Q'", TRY],
    ['telnet -e', "telnet: option requires an argument -- 'e'", TRY],
    ['telnet --foo', "telnet: unrecognized option '--foo'", TRY],
    ['telnet -E pop.example.com', 'telnet: -E: not simulated here'],
    ['telnet pop.example.com 110 extra', 'telnet: too many arguments'],
  ]);
  session('lists its commands', [
    ['telnet'],
    [
      'help',
      'Commands may be abbreviated.  Commands are:',
      '',
      'close   \tclose current connection',
      'open    \tconnect to a site',
      'quit    \texit telnet',
      'status  \tprint status information',
      '?       \tprint help information',
      '',
      'Not simulated here: logout display mode send set unset toggle slc auth encrypt z ! environ',
    ],
    ['? quit', 'exit telnet'],
    ['? foo', '?Invalid help command foo'],
    ['send', '?send: not simulated here'],
    ['s', '?Ambiguous command'],
    [KEY.d, ''],
    ['telnet'],
    [KEY.c, '^C'],
    ['whoami', 'you'],
  ]);

  test('sends CR LF, Ctrl-D as it is, and Ctrl-C as an interrupt of its own protocol', () => {
    const terminal = sitDown();
    type(terminal, entered('telnet pop.example.com pop3'));
    const out = ['NOOP', KEY.d, KEY.c].map((text) => sent(typed(terminal, entered(text))));
    expect(out).toEqual([['NOOP\r\n'], ['\x04'], ['\xff\xf4\xff\xfd\x06']]);
    expect(modeOf(state(terminal))).toEqual({
      program: 'telnet',
      phase: 'open',
      host: 'pop.example.com',
      port: 110,
      eol: 'crlf',
      tls: false,
    });
  });

  test('shows what was said meanwhile when it comes back from its prompt', () => {
    const terminal = sitDown();
    type(terminal, entered('telnet pop.example.com 110'));
    feed(terminal, { type: 'type', console: SEAT, octets: `QUIT\n${KEY.escape}` });
    expect(promptOf(state(terminal), 'client.example.net')).toBe('telnet> ');
    expect(printed(feed(terminal, { type: 'pass', until: 'quiet' }))).toBe('');
    expect(type(terminal, '\n')).toBe('+OK Bye\r\nConnection closed by foreign host.\n');
  });

  test('Ctrl-C gives up connecting', () => {
    const terminal = sitDown();
    feed(terminal, { type: 'type', console: SEAT, octets: 'telnet pop.example.com 110\nwhoami\n' });
    expect(modeOf(state(terminal)).phase).toBe('connecting');
    expect(type(terminal, KEY.c)).toBe('^C\n');
    expect(type(terminal, 'whoami\n')).toBe('you\n');
  });
});
