// Domain names in any script: the samples of RFC 3492 §7.1, and Node's own table as an oracle.
import { domainToASCII } from 'node:url';
import * as fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { asciiDomain } from '../../../src/core/base/idna.ts';
import { utf8 } from '../../../src/core/base/octets.ts';

const samples: readonly (readonly [string, string])[] = [
  ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
  ['למההםפשוטלאמדבריםעברית', 'xn--4dbcagdahymbxekheh6e0a7fei0b'],
  ['なぜみんな日本語を話してくれないのか', 'xn--n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa'],
  ['почемужеонинеговорятпорусски', 'xn--b1abfaaepdrnnbgefbadotcwatmq2g4l'],
  ['3年b組金八先生', 'xn--3b-ww4c5e180e575a65lsy2b'],
  ['MajiでKoiする5秒前', 'xn--majikoi5-783gue6qz075azm5e'],
];
test.each(samples)('%s is %s', (name, ascii) => {
  expect(asciiDomain(utf8(name))).toBe(ascii);
});
test.each([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.Example', 'xn--bcher-kva.example'],
  ['bu\u0308cher.example', 'xn--bcher-kva.example'],
  ['ＡＢＣ.example', 'abc.example'],
  ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
  ['EXAMPLE.com', 'example.com'],
])('%s is %s', (name, ascii) => {
  expect(asciiDomain(utf8(name))).toBe(ascii);
});
test.each(['☃.example', 'a b ü.example'])('%s has no other name', (name) => {
  expect(asciiDomain(utf8(name))).toBe(utf8(name));
});
// it threw, and at half the length took as long as the square of it
it('leaves what is longer than any label as it is', () => {
  const name = utf8(
    Array.from({ length: 150_000 }, (_, i) => String.fromCodePoint(0x4e00 + (i % 20_000))).join(''),
  );
  expect(asciiDomain(name)).toBe(name);
});
it('agrees with Node about every label of small letters', () => {
  const letter = fc.constantFrom(...Array.from('abcxyz019äöüßñéèłšžαβγδжщыאבגسلم年中日語한글ไทย'));
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 12 }), (letters) => {
      const name = `${letters.join('')}.example`;
      const known = domainToASCII(name);
      fc.pre(known !== ''); // marks and directions have rules of their own there
      expect(asciiDomain(utf8(name))).toBe(known);
    }),
    { numRuns: 500 },
  );
});
