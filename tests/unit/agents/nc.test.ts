import { describe, expect, test } from 'vitest';
import { manualOf } from '../../../src/core/agents/console/manual.ts';
import { optionRows } from '../../../src/core/agents/console/manuals.ts';
import { SECOND } from '../../../src/core/base/time.ts';
import { modeOf } from '../../../src/core/agents/console/console.ts';
import { entered, feed, GREETING, KEY, sent, session, sitDown, state, type, typed } from './terminal.ts';

const USAGE = [
  'usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]',
  '\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]',
  '\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]',
  '\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]',
  '\t  [destination] [port]',
];

describe('nc', () => {
  session('stays after the server has gone, until the next line breaks the pipe', [
    ['nc -C pop.example.com 110', GREETING],
    ['QUIT', '+OK Bye\r'],
    ['x', 'nc: write failed (0/2): Broken pipe'],
    ['whoami', 'you'],
  ]);
  session('is ended by Ctrl-D once the server has gone', [
    [
      'nc -C -v pop.example.com pop3',
      'Connection to pop.example.com (192.0.2.31) 110 port [tcp/pop3] succeeded!',
      GREETING,
    ],
    ['QUIT', '+OK Bye\r'],
    [KEY.d],
    ['whoami', 'you'],
  ]);
  session('a bare LF is no line end of POP3: silence', [
    ['nc pop.example.com 110', GREETING],
    ['NOOP'],
    ['NOOP'],
    [KEY.c, '^C'],
  ]);
  session(
    'without -C one write goes out, and the reset alone ends it',
    [['nc pop.example.com 110', GREETING], ['QUIT', '+OK Bye\r'], ['x'], ['whoami', 'you']],
    { commandLf: 'accept' },
  );
  session('is deaf after Ctrl-D', [
    ['nc -C pop.example.com 110', GREETING],
    [KEY.d],
    ['QUIT'],
    [KEY.c, '^C'],
    ['whoami', 'you'],
  ]);
  session('with -N, Ctrl-D says that nothing more will come', [
    ['nc -C -N pop.example.com 110', GREETING],
    [KEY.d],
    ['whoami', 'you'],
  ]);
  session('says little about what went wrong', [
    ['nc pop.example.com 25'],
    [
      'nc -v pop.example.com 25',
      'nc: connect to pop.example.com (192.0.2.31) port 25 (tcp) failed: Connection refused',
    ],
    ['nc -v 192.0.2.31 25', 'nc: connect to 192.0.2.31 port 25 (tcp) failed: Connection refused'],
    [
      'nc nowhere.example 110',
      'nc: getaddrinfo for host "nowhere.example" port 110: Name or service not known',
    ],
    ['nc pop.example.com', 'nc: missing port number'],
    ['nc pop.example.com foo', 'nc: port number invalid: foo'],
    ['nc pop.example.com 99999', 'nc: port number too large: 99999'],
    ['nc', ...USAGE],
    ['nc -x', "nc: option requires an argument -- 'x'", ...USAGE],
    ['nc -Q', "nc: invalid option -- 'Q'", ...USAGE],
    ['nc -u pop.example.com 110', 'nc: -u: not simulated here'],
    ['nc -zv pop.example.com 110-112', 'nc: several ports at a time are not simulated here'],
    ['nc -w abc pop.example.com 110', 'nc: timeout invalid: abc'],
    ['nc -w -1 pop.example.com 110', 'nc: timeout too small: -1'],
    ['nc -q abc pop.example.com 110', 'nc: quit timer invalid: abc'],
    [
      'nc -4 2001:db8::1 25',
      'nc: getaddrinfo for host "2001:db8::1" port 25: Address family for hostname not supported',
    ],
    [
      'nc -6 192.0.2.31 25',
      'nc: getaddrinfo for host "192.0.2.31" port 25: Address family for hostname not supported',
    ],
    [
      'nc -n pop.example.com 110',
      'nc: getaddrinfo for host "pop.example.com" port 110: Name or service not known',
    ],
    ['nc 999.1.1.1 25', 'nc: getaddrinfo for host "999.1.1.1" port 25: Name or service not known'],
    ['nc localhost 1'],
    ['nc -v localhost 1', 'nc: connect to localhost (127.0.0.1) port 1 (tcp) failed: Connection refused'],
    ['nc -v 0:0::1 1', 'nc: connect to 0:0::1 (::1) port 1 (tcp) failed: Connection refused'],
  ]);
  session('with -z only looks whether somebody listens', [
    ['nc -z pop.example.com 110'],
    ['nc -zvw3 192.0.2.31 110', 'Connection to 192.0.2.31 110 port [tcp/pop3] succeeded!'],
    ['nc -vz 192.0.2.31 25', 'nc: connect to 192.0.2.31 port 25 (tcp) failed: Connection refused'],
    ['whoami', 'you'],
  ]);

  test.each([
    ['nc pop.example.com 110', 'NOOP\n', 'lf'],
    ['nc -C pop.example.com 110', 'NOOP\r\n', 'crlf'],
  ])('%s', (command, out, eol) => {
    const terminal = sitDown();
    type(terminal, entered(command));
    expect(sent(typed(terminal, 'NOOP\n'))).toEqual([out]);
    expect(modeOf(state(terminal)).eol).toBe(eol);
  });

  test('a cut cable ends it without a word', () => {
    const terminal = sitDown();
    type(terminal, entered('nc -C pop.example.com 110'));
    feed(terminal, { type: 'cut', conn: 1, after: 0 }, { type: 'pass', until: 'quiet' });
    expect(modeOf(state(terminal)).program).toBe('shell');
  });

  test.each(['-w 3', '-q 3'])('%s: once nothing more is typed, it leaves by itself', (option) => {
    const terminal = sitDown();
    type(terminal, entered(`nc -C ${option} pop.example.com 110`));
    expect(modeOf(state(terminal)).program).toBe('nc');
    const before = terminal.world.now;
    type(terminal, KEY.d);
    expect(modeOf(state(terminal)).program).toBe('shell');
    expect(terminal.world.now - before).toBeGreaterThanOrEqual(3 * SECOND);
  });
  test('-h lists what is simulated', () => {
    expect(type(sitDown(), 'nc -h\n')).toBe(
      [...USAGE, ...optionRows(manualOf('nc')?.options ?? []), ''].join('\n'),
    );
  });

  test('what comes through a pipe goes out at once, and then it only listens', () => {
    const terminal = sitDown();
    const trace = typed(terminal, "printf 'CAPA\\r\\nQUIT\\r\\n' | nc pop.example.com 110\n");
    expect(sent(trace)).toEqual(['CAPA\r\nQUIT\r\n']);
    expect(modeOf(state(terminal)).program).toBe('shell');
  });
});
