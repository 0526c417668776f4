import { describe, expect, test } from 'vitest';
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

  test('what comes through a pipe goes out at once, and then it only listens', () => {
    const terminal = sitDown();
    const trace = typed(terminal, "printf 'CAPA\\r\\nQUIT\\r\\n' | nc pop.example.com 110\n");
    expect(sent(trace)).toEqual(['CAPA\r\nQUIT\r\n']);
    expect(modeOf(state(terminal)).program).toBe('shell');
  });
});
