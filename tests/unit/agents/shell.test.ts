import { describe, expect, test } from 'vitest';
import { TYPES } from '../../../src/core/base/dns.ts';
import { completeShell, modeOf, promptOf, usageOf } from '../../../src/core/agents/console/console.ts';
import { MANUALS } from '../../../src/core/agents/console/manual.ts';
import { parse } from '../../../src/core/agents/console/parse.ts';
import { MINUTE } from '../../../src/core/base/time.ts';
import { usersNear } from '../../../src/core/host/directory.ts';
import { overviewRows, protocolRows, spoken, verbRows } from '../../../src/core/agents/console/protocols.ts';
import { pop3 } from '../../../src/core/protocols/pop3/protocol.ts';
import { commandsOf } from '../../../src/core/spec/compile.ts';
import { smtp } from '../../../src/core/protocols/smtp/protocol.ts';
import { CLIENT } from '../../world.ts';
import { entered, feed, KEY, SEAT, session, sitDown, state, type, typed, type Terminal } from './terminal.ts';

describe('words and quotes', () => {
  test.each([
    ['a  b\tc', [['a', 'b', 'c']]],
    [`'a b' "c d" e\\ f`, [['a b', 'c d', 'e f']]],
    [`a'b'"c"d`, [['abcd']]],
    [`'' ""`, [['', '']]],
    [String.raw`'\n' "\n" "\"\$\\" \n`, [[String.raw`\n`, String.raw`\n`, '"$\\', 'n']]],
    ['a|b | c', [['a'], ['b'], ['c']]],
    [`'a|b'`, [['a|b']]],
    ['a # b', [['a']]],
    ['a#b', [['a#b']]],
    ['# b', []],
    ['', []],
  ])('%s', (line, stages) => {
    expect(parse(line)).toEqual({ stages });
  });
  test.each([
    [`echo 'a`, "bash: unexpected EOF while looking for matching `''"],
    ['echo "a', 'bash: unexpected EOF while looking for matching `"\''],
    ['| a', "bash: syntax error near unexpected token `|'"],
    ['a | | b', "bash: syntax error near unexpected token `|'"],
    ['a |', 'bash: syntax error: unexpected end of file'],
    ['echo $HOME', "bash: this shell knows no variables: write '$' in single quotes"],
    ['echo "$HOME"', "bash: this shell knows no variables: write '$' in single quotes"],
    ['a; b', 'bash: one command a line: press Enter instead of ;'],
    ['a > b', 'bash: there are no files to write to here'],
  ])('%s', (line, error) => {
    expect(parse(line)).toEqual({ error });
  });
});

describe('the shell', () => {
  session('answers', [
    ['whoami', 'you'],
    ['hostname', 'client.example.net'],
    ['date', 'Tue Nov  3 09:00:00 UTC 2026'],
    ['hosts', '192.0.2.31  pop.example.com  pop3 110, pop3s 995'],
    ['nosuch', 'bash: nosuch: command not found', 'Type help for the commands of this shell.'],
    ['openssl nosuch', `Invalid command 'nosuch'; type "help" for a list.`],
    ['openssl', 'usage: openssl s_client | dgst | md5', 'Type help for the commands of this shell.'],
    [
      'telnet pop.example.com 110 | base64',
      'bash: telnet: in a pipe, only the last command may hold the terminal here',
    ],
    ['base64 | nc pop.example.com 110', 'bash: nc: here a pipe into it must begin with printf or echo'],
    ['echo a | undo', 'undo: it is about time, not about octets: type it alone, at the prompt'],
    ['hint me', 'hint: it is about the lesson, not about octets: type it alone, at the prompt'],
    ['redo 2', 'redo: it is about time, not about octets: type it alone, at the prompt'],
    [''],
    ['  '],
    [KEY.escape],
    [KEY.z],
    [KEY.c, '^C'],
    [KEY.d, '', 'There is nothing behind this shell: close its tab instead.'],
    ['exit', 'There is nothing behind this shell: close its tab instead.'],
  ]);
  session('remembers what it was told', [
    ['whoami', 'you'],
    ['echo  a', 'a'],
    ['history', '    1  whoami', '    2  echo  a', '    3  history'],
  ]);
  test('remembers the latest thousand lines by their numbers: one more costs no more than the first', () => {
    const terminal = sitDown();
    for (let n = 1; n <= 5000; n++) type(terminal, `echo ${n}\n`);
    const lines = type(terminal, 'history\n').split('\n');
    expect(lines.at(-2)).toBe(' 5001  history');
    expect(lines.at(-3)).toBe(' 5000  echo 5000');
    expect(lines.length).toBeGreaterThan(900);
    expect(lines.length).toBeLessThan(1100);
  });
  test('clears the screen', () => {
    expect(type(sitDown(), 'clear\n')).toBe('\x1b[2J\x1b[H');
  });
  test('reads UTF-8 octets as they are', () => {
    expect(type(sitDown(), 'echo gr\xc3\xb6\xc3\x9fe7\n')).toBe('gr\xc3\xb6\xc3\x9fe7\n');
  });
  test('joins a line that arrives in pieces, and Ctrl-C throws it away', () => {
    const terminal = sitDown();
    expect(['who', 'ami\n', 'nosuch', KEY.c, 'whoami\n'].map((octets) => type(terminal, octets))).toEqual([
      '',
      'you\n',
      '',
      '^C\n',
      'you\n',
    ]);
  });
});

describe('help', () => {
  const help = (of: string): readonly string[] => type(sitDown(), `help ${of}\n`).split('\n').slice(0, -1);
  test('names every command and every verb', () => {
    const text = help('').join('\n');
    for (const name of MANUALS.names) expect(text).toContain(`  ${name} `);
    for (const { rule } of commandsOf(pop3)) expect(text).toMatch(new RegExp(`\\b${rule.verb}\\b`));
  });
  test('tells of a verb what its declaration says', () => {
    const retr = commandsOf(pop3).find(({ rule }) => rule.verb === 'RETR')?.rule;
    const section = retr?.rfc.replace('#', ', section ');
    const usage = `RETR ${retr?.args.usage}`;
    expect(help('retr')).toEqual([
      usage,
      `  ${retr?.summary}`,
      `  POP3: RFC ${section}`,
      `  in: ${pop3.states.transaction.title}`,
    ]);
  });
  test('tells of a command how it is used', () => {
    expect(help('openssl s_client').slice(0, 3)).toEqual([
      'openssl s_client -connect HOST:PORT [-starttls PROTOCOL] [-crlf] [-quiet]',
      '  Talk to a server inside TLS.',
      ' -connect HOST:PORT     where to',
    ]);
  });
  test('lists the verbs of a protocol', () => {
    const rows = help('pop3');
    expect(rows).toHaveLength(commandsOf(pop3).length);
    for (const [i, { rule }] of commandsOf(pop3).entries())
      expect(rows[i]).toMatch(new RegExp(`^  ${rule.verb} .*${rule.summary.slice(0, 9)}`));
  });
  test('tells of a verb that several protocols have what it means in each', () => {
    const both = [spoken(pop3), spoken(smtp)];
    const rows = verbRows(both, 'quit').filter((row) => /: RFC/.test(row));
    expect(rows.map((row) => row.slice(0, 12))).toEqual(['  POP3: RFC ', '  SMTP: RFC ']);
    expect(verbRows(both, 'RETR').filter((row) => /: RFC/.test(row))).toHaveLength(1);
    expect(verbRows(both, 'toString')).toEqual([]);
    expect(protocolRows(both, 'smtp')).toHaveLength(spoken(smtp).verbs.length);
    expect(overviewRows(both).map((row) => row.split(':')[0])).toEqual(['  POP3', '  SMTP']);
  });
  test('does not know everything', () => {
    expect(help('nosuch')).toEqual([
      'help: no command of this shell, no protocol, and no verb of one: nosuch',
    ]);
  });
});

describe('sleep', () => {
  test('lets virtual time pass', () => {
    const terminal = sitDown();
    expect(type(terminal, 'sleep 30m\n')).toBe('');
    expect(terminal.world.now).toBe(30 * MINUTE);
    expect(type(terminal, 'sleep 1h .5m 30\n')).toBe('');
    expect(terminal.world.now).toBe(91 * MINUTE);
    expect(type(terminal, 'date\n')).toBe('Tue Nov  3 10:31:00 UTC 2026\n');
  });
  test('what is typed meanwhile waits; Ctrl-C wakes it and throws that away', () => {
    const terminal = sitDown();
    const look = (octets: string): Terminal => {
      feed(terminal, { type: 'type', console: SEAT, octets });
      return terminal;
    };
    expect(modeOf(state(look('sleep 1d\nwhoami\n')))).toMatchObject({ program: 'sleep', phase: 'waiting' });
    expect(type(terminal, KEY.c)).toBe('^C\n');
    expect(modeOf(state(look('sleep 1\nwhoami\n'))).program).toBe('sleep');
    expect(type(terminal, '')).toBe('you\n');
  });
  session('says what it does not understand', [
    ['sleep', 'sleep: missing operand', "Try 'sleep --help' for more information."],
    [
      'sleep 1x',
      'sleep: invalid time interval \xe2\x80\x981x\xe2\x80\x99',
      "Try 'sleep --help' for more information.",
    ],
    ['sleep --foo', "sleep: unrecognized option '--foo'", "Try 'sleep --help' for more information."],
    ['sleep --help', 'sleep NUMBER[s|m|h|d]...', '  Let virtual time pass.'],
    ['sleep -5', "sleep: invalid option -- '5'", "Try 'sleep --help' for more information."],
  ]);
});

describe('prompts', () => {
  test.each([
    ['you@client', 'client.example.net', 'you@client:~$ '],
    ['you@client/2', 'client.example.net', 'you@client:~$ '],
    ['bob-laptop', 'bob-laptop.example.net', 'bob@bob-laptop:~$ '],
    ['alice-phone/3', 'alice-phone.example.net', 'alice@alice-phone:~$ '],
  ])('%s', (id, host, prompt) => {
    const terminal = sitDown();
    feed(terminal, { type: 'open', console: id, host: CLIENT });
    const seat = terminal.world.consoles.find((c) => c.id === id);
    expect(promptOf(seat?.state, host)).toBe(prompt);
  });
  test('none while a program has the terminal', () => {
    const terminal = sitDown();
    typed(terminal, 'nc pop.example.com 110\n');
    expect(promptOf(state(terminal), CLIENT)).toBe('');
  });
  test('a state of somebody else is no console', () => {
    expect([promptOf(null, CLIENT), modeOf({}).program]).toEqual(['', 'shell']);
  });
});

const NAMES = ['example.com', 'mx1.example.com', 'ns1.example.com', 'example.org'];
const DIG = ['+short', '-x', '-t', '-q', '+noall', '+answer', '+tries=1'];
describe('completion', () => {
  const { hosts } = sitDown().world;
  const host = hosts[CLIENT];
  test.each([
    ['te', ['telnet']],
    ['to', ['token']],
    ['token ', ['alice', 'bob', 'carol', 'erin', 'full']],
    ['token b', ['bob']],
    ['token bob ', []],
    ['telnet ', ['pop.example.com']],
    ['telnet p', ['pop.example.com']],
    ['telnet pop.example.com ', ['110', '995']],
    ['nc -C pop.example.com 9', ['995']],
    ['nc -', ['-l', '-k', '-p', '-C', '-v', '-N', '-z', '-q', '-w', '-4', '-6', '-n']],
    ['nc -C -', ['-l', '-k', '-p', '-v', '-N', '-z', '-q', '-w', '-4', '-6', '-n']],
    ['openssl ', ['s_client', 'md5', 'dgst']],
    ['openssl s_client -qu', ['-quiet']],
    ['openssl s_client -crlf -connect ', ['pop.example.com:110', 'pop.example.com:995']],
    ['openssl s_client -starttls ', ['smtp', 'pop3', 'imap', 'lmtp']],
    ['openssl s_client -starttls pop3 -connect pop.example.com:9', ['pop.example.com:995']],
    ['gnutls-cli --starttls-proto i', ['imap']],
    ['nc -l -', ['-k', '-p', '-C', '-v', '-N', '-z', '-q', '-w', '-4', '-6', '-n']],
    ['help PO', ['POP3']],
    ['gnutls-cli -p ', ['110', '995']],
    ['gnutls-cli -p 995 ', ['pop.example.com', '--crlf', '--starttls', '--starttls-proto']],
    ['printf x | ba', ['base64']],
    ['help RE', ['RETR']],
    ['nosuch ', []],
    ['telnet', []],
    ['dig example.com', []],
    ['dig M', ['MX']],
    ['dig MX mx', ['mx1.example.com']],
    ['dig MX ', ['example.com', 'example.org', ...DIG]],
    ['dig mx1.example.com ', [...TYPES, 'example.com', 'example.org', ...DIG]],
    ['dig +s', ['+short']],
    ['dig @n', ['@ns1.example.com']],
    ['dig -t T', ['TXT', 'TLSA']],
    ['host -t MX example.o', ['example.org']],
    ['nslookup mx', ['mx1.example.com']],
  ])('%s', (text, words) => {
    expect(host && completeShell(text, { host, users: usersNear(hosts, CLIENT), names: NAMES })).toEqual(
      words,
    );
  });
  test('usage of the command, meaning of the option', () => {
    expect(usageOf('nc -C')).toEqual({
      usage: 'nc [-C] [-v] [-N] [-z] HOST PORT | nc -l [-k] [-C] [-v] PORT',
      summary: '-C: send CR LF for Enter, not LF',
    });
    expect(usageOf('echo x | openssl s_client')?.usage).toMatch(/^openssl s_client -connect/);
    expect(usageOf('nosuch')).toBeUndefined();
  });
  test('every completion of a name has its manual', () => {
    for (const name of MANUALS.names)
      expect(usageOf(entered(name).trim())?.usage).toMatch(new RegExp(`^${name}`));
  });
});
