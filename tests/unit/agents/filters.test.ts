// Each row was run through bash's builtins, GNU coreutils and OpenSSL too (but the field of 20 nines, which bash refuses, and what is not simulated).
import { describe, expect, test } from 'vitest';
import { entered, KEY, sitDown, type } from './terminal.ts';

const run = (line: string): string => type(sitDown(), entered(line));

describe('printf', () => {
  test.each([
    [String.raw`printf '\0bob\0correct-horse'`, '\0bob\0correct-horse'],
    [
      String.raw`printf '%s %d %x %o %c|%5s|%-5s|%%\n' abc 42 255 8 xyz a b`,
      'abc 42 ff 10 x|    a|b    |%\n',
    ],
    [String.raw`printf '%d|%+5d|%05d|%-5d|%o\n' 0 7 -42 3 010`, '0|   +7|-0042|3    |10\n'],
    [String.raw`printf '%X %x %.2s %d\n' 255 -1 abcdef "'A"`, 'FF ffffffffffffffff ab 65\n'],
    [String.raw`printf '\x41\101\u00e9\a\b\f\v\\\"\q\n'`, 'AA\xc3\xa9\x07\b\f\v\\"\\q\n'],
    [String.raw`printf '%s\n' a b c`, 'a\nb\nc\n'],
    [String.raw`printf '%s-%s\n' a b c`, 'a-b\nc-\n'],
    [String.raw`printf '%b\n' 'a\0101b'`, 'aAb\n'],
    [String.raw`printf '%b!\n' 'stop\chere'`, 'stop'],
    [String.raw`printf '\0101'`, '\b1'],
    [String.raw`printf '%d\n' abc`, 'bash: printf: abc: invalid number\n0\n'],
    [
      String.raw`printf '%x %u %d' 18446744073709551615 -1 -9223372036854775808`,
      'ffffffffffffffff 18446744073709551615 -9223372036854775808',
    ],
    [
      String.raw`printf '%.3d|% d|%#x|%#o|%.0d|%08.3d|%+.3d' 5 5 255 8 0 5 7`,
      '005| 5|0xff|010||     005|+007',
    ],
    [String.raw`printf '%ld|%-05d|%#X|%#.5x' 5 5 255 255`, '5|5    |0XFF|0x000ff'],
    [String.raw`printf '%*d|%-*d|%*d|%.*d' 5 3 5 3 -5 3 4 7`, '    3|3    |3    |0007'],
    [String.raw`printf '%d' 12abc`, 'bash: printf: 12abc: invalid number\n12'],
    [String.raw`printf '%d' 08`, 'bash: printf: 08: invalid octal number\n0'],
    [String.raw`printf '%d' 0xzz`, 'bash: printf: 0xzz: invalid hex number\n0'],
    [
      String.raw`printf '%u' -99999999999999999999`,
      'bash: printf: warning: -99999999999999999999: Numerical result out of range\n18446744073709551615',
    ],
    [String.raw`printf 'abc%'`, "bash: printf: `%': missing format character\nabc"],
    [String.raw`printf '%5'`, "bash: printf: `%5': missing format character\n"],
    [String.raw`printf '%5%'`, "bash: printf: `%': invalid format character\n"],
    [String.raw`printf '%y'`, "bash: printf: `y': invalid format character\n"],
    [String.raw`printf '\xzz'`, 'bash: printf: missing hex digit for \\x\n\\xzz'],
    [String.raw`printf '%b' '\u'`, 'bash: printf: missing unicode digit for \\u\n\\u'],
    [String.raw`printf '%c' ''`, '\0'],
    [String.raw`printf '%q' a`, 'bash: printf: %q is not simulated here\n'],
    [String.raw`printf '%.2f' 1`, 'bash: printf: %f is not simulated here\n'],
    ['printf', 'printf: usage: printf [-v var] format [arguments]\n'],
    [`printf '%${'9'.repeat(20)}s' x`, `${' '.repeat(4095)}x`],
    [
      `printf '%d' ${'9'.repeat(30)}`,
      `bash: printf: warning: ${'9'.repeat(30)}: Numerical result out of range\n9223372036854775807`,
    ],
  ])('%s', (line, out) => {
    expect(run(line)).toBe(out);
  });
});

describe('echo', () => {
  test.each([
    ['echo a   b', 'a b\n'],
    ['echo -n hi', 'hi'],
    [String.raw`echo 'a\n'`, 'a\\n\n'],
    [String.raw`echo -e 'a\x41\0101\tb\c'`, 'aAA\tb'],
    [String.raw`echo -eE 'a\n'`, 'a\\n\n'],
    ['echo -x', '-x\n'],
    ['echo', '\n'],
  ])('%s', (line, out) => {
    expect(run(line)).toBe(out);
  });
});

describe('base64', () => {
  const a40 = 'a'.repeat(40);
  test.each([
    [String.raw`printf '\0bob\0correct-horse' | base64`, 'AGJvYgBjb3JyZWN0LWhvcnNl\n'],
    [`printf ${a40} | base64 -w 20`, 'YWFhYWFhYWFhYWFhYWFh\nYWFhYWFhYWFhYWFhYWFh\nYWFhYWFhYWFhYQ==\n'],
    [`printf ${a40}${a40} | base64`, `${'YWFh'.repeat(19)}\n${'YWFh'.repeat(7)}YWE=\n`],
    [`printf ${a40} | base64 -w0`, `${'YWFh'.repeat(13)}YQ==`],
    [`printf ${a40} | base64 --wrap=999999999`, `${'YWFh'.repeat(13)}YQ==\n`],
    ['echo AGJvYg== | base64 -d', '\0bob'],
    ['echo aGk= | base64 --decode', 'hi'],
    ["echo 'AGJvYg==!' | base64 -d", '\0bobbase64: invalid input\n'],
    ['echo AGJvY | base64 -d', '\0bobase64: invalid input\n'],
    ['echo AGJvY | base64 -d | base64', 'base64: invalid input\nAGJv\n'],
    ["echo 'a!Gk=' | base64 -di", 'hi'],
    ['echo A | base64 -d', 'base64: invalid input\n'],
    ['base64 --foo', "base64: unrecognized option '--foo'\nTry 'base64 --help' for more information.\n"],
    [
      'base64 --help',
      'base64 [-d] [-i] [-w COLUMNS]\n  Write what comes in as base64 (RFC 4648), or with -d read it.\n' +
        ' -d                     decode\n -i                     when decoding, skip what is not base64\n' +
        ' -w COLUMNS             break lines there; 0: never\n',
    ],
    ['base64 -x', "base64: invalid option -- 'x'\nTry 'base64 --help' for more information.\n"],
    ['base64 nofile', 'base64: nofile: No such file or directory\n'],
  ])('%s', (line, out) => {
    expect(run(line)).toBe(out);
  });
});

describe('digests', () => {
  test.each([
    ['echo -n abc | md5sum', '900150983cd24fb0d6963f7d28e17f72  -\n'],
    ['echo -n abc | openssl md5', 'MD5(stdin)= 900150983cd24fb0d6963f7d28e17f72\n'],
    ['echo -n abc | openssl md5 -r', '900150983cd24fb0d6963f7d28e17f72 *stdin\n'],
    ['md5sum nofile', 'md5sum: nofile: No such file or directory\n'],
    ['echo -n abc | openssl dgst -md5', 'MD5(stdin)= 900150983cd24fb0d6963f7d28e17f72\n'],
    ['echo -n abc | openssl dgst -md5 -r', '900150983cd24fb0d6963f7d28e17f72 *stdin\n'],
    ['echo -n abc | openssl dgst -md5 -binary | base64', 'kAFQmDzST7DWlj99KOF/cg==\n'],
    ['echo -n a | openssl dgst -sha1', 'SHA1(stdin)= 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8\n'],
    [
      'echo -n abc | openssl dgst',
      'SHA256(stdin)= ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n',
    ],
    ['openssl dgst -hmac', 'dgst: -hmac: not simulated here\n'],
    ['echo a | md5sum -b', '60b725f10c9c85c70d97880dfe8191b3 *-\n'],
    ['md5sum -c', 'md5sum: -c: not simulated here\n'],
    ['md5sum --foo', "md5sum: unrecognized option '--foo'\nTry 'md5sum --help' for more information.\n"],
    ['md5sum -x', "md5sum: invalid option -- 'x'\nTry 'md5sum --help' for more information.\n"],
  ])('%s', (line, out) => {
    expect(run(line)).toBe(out);
  });
  test("RFC 1939's own example of APOP", () => {
    expect(run("printf '<1896.697170952@dbc.mtview.ca.us>tanstaaf' | md5sum")).toBe(
      'c4c9334bac560ecc979e58001b3e22fb  -\n',
    );
  });
});

test('a filter without input reads the terminal until Ctrl-D', () => {
  const terminal = sitDown();
  const seen = ['base64 -d | md5sum', 'YW', 'Jj', KEY.d, 'whoami'].map((line) =>
    type(terminal, entered(line)),
  );
  expect(seen).toEqual(['', '', '', '900150983cd24fb0d6963f7d28e17f72  -\n', 'you\n']);
});
test('Ctrl-D after text hands the text over as it is', () => {
  const terminal = sitDown();
  const seen = ['md5sum\n', `abc${KEY.d}`, KEY.d].map((octets) => type(terminal, octets));
  expect(seen).toEqual(['', '', '900150983cd24fb0d6963f7d28e17f72  -\n']);
});
test('Ctrl-C ends it without a result', () => {
  const terminal = sitDown();
  expect(['base64', 'abc', KEY.c].map((line) => type(terminal, entered(line)))).toEqual(['', '', '^C\n']);
});
