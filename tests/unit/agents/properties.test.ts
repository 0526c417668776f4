import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isOctets } from '../../../src/core/base/octets.ts';
import type { Input } from '../../../src/core/kernel/world.ts';
import { feed, printed, SEAT, sent, sitDown, type Terminal } from './terminal.ts';

// Many runs on a busy machine: slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const octet = fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n));
const noise = fc.array(octet, { maxLength: 40 }).map((all) => all.join(''));
const lines = fc.constantFrom(
  'telnet pop.example.com 110\n',
  'telnet\n',
  'open pop.example.com 110\n',
  'nc -C -N pop.example.com 110\n',
  'nc pop.example.com 995\n',
  'openssl s_client -crlf -connect pop.example.com:995\n',
  'openssl s_client -quiet -crlf -connect pop.example.com:110\n',
  'openssl s_client -starttls pop3 -connect pop.example.com:110\n',
  'gnutls-cli --crlf --starttls -p 110 pop.example.com\n',
  'openssl s_client -starttls smtp -connect pop.example.com:110\n',
  'openssl s_client -starttls imap -connect pop.example.com:110\n',
  'gnutls-cli --starttls-proto pop3 -p 110 pop.example.com\n',
  'gnutls-cli --starttls-proto lmtp -p 110 pop.example.com\n',
  'gnutls-cli --crlf -p 995 pop.example.com\n',
  'nc -lv 2525\n',
  'nc -l -k -p 110\n',
  'base64 -d | md5sum\n',
  'sleep 10\n',
  'STLS\n',
  'QUIT\n',
  'Q\n',
  'R\n',
  'CAPA\n',
  'help\n',
  'hosts | base64\n',
  '\x03',
  '\x04',
  '\x1d',
);
const words = fc.constantFrom(
  'telnet',
  'nc',
  'openssl',
  's_client',
  'md5',
  'gnutls-cli',
  'base64',
  'printf',
  'echo',
  'sleep',
  'help',
);
const operands = fc.array(
  fc.oneof(
    fc.constantFrom('-d', '-w', '-C', '-p', '-connect', '-starttls', '--', '|', "'", '"', '%5', '%b', '%*d'),
    noise,
  ),
);
const commands = fc.tuple(words, operands).map(([word, rest]) => `${[word, ...rest].join(' ')}\n`);
const typing = fc.oneof(
  { weight: 4, arbitrary: lines },
  { weight: 2, arbitrary: commands },
  { weight: 2, arbitrary: noise },
);
const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: typing.map((octets): Input => ({ type: 'type', console: SEAT, octets })) },
  { weight: 4, arbitrary: fc.constant<Input>({ type: 'pass', until: 'quiet' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(30))
      .map(([conn, after]): Input => ({ type: 'cut', conn, after })),
  },
);
const lead = (inputs: readonly Input[]): Terminal => {
  const terminal = sitDown();
  feed(terminal, ...inputs);
  return terminal;
};

describe('whatever is typed', () => {
  test('nothing throws, nothing but octets is printed, ids stay dense', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 25 }), (inputs) => {
        const { trace } = lead(inputs);
        expect(trace.filter((event) => event.type === 'fault')).toEqual([]);
        expect(isOctets(printed(trace))).toBe(true);
        expect(trace.map(({ id }) => id)).toEqual(trace.map((_, i) => i + 1));
      }),
      { numRuns: 1000 },
    );
  });
  test('the state is plain data', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
        const { consoles } = lead(inputs).world;
        expect(JSON.parse(JSON.stringify(consoles))).toEqual(consoles);
      }),
      { numRuns: 300 },
    );
  });
  test('however it is cut into pieces, the same goes out', () => {
    const text = 'nc -C pop.example.com 110\nCAPA\nNOOP\nQUIT\n';
    const whole = lead([
      { type: 'type', console: SEAT, octets: text },
      { type: 'pass', until: 'quiet' },
    ]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: text.length - 1 })), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const inputs = at
          .slice(1)
          .map((to, i): Input => ({ type: 'type', console: SEAT, octets: text.slice(at[i], to) }));
        const pieces = lead([...inputs, { type: 'pass', until: 'quiet' }]);
        expect(sent(pieces.trace)).toEqual(sent(whole.trace));
        expect(printed(pieces.trace)).toBe(printed(whole.trace));
      }),
    );
  });
});
