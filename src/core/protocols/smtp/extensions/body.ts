// What octets a letter may have.
import { token } from '../../../spec/grammar.ts';
import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

const body = parameter({
  of: 'MAIL',
  name: 'BODY',
  from: ['ready'],
  args: token('body', /7BIT|8BITMIME|BINARYMIME/i, (it) => it.toUpperCase(), {
    rfc: '6152#2',
    expected: 'BODY=7BIT, BODY=8BITMIME or, with BDAT, BODY=BINARYMIME',
  }),
  rfc: '6152#2',
  summary: 'Whether there are octets above 127 in it, or lines that are none.',
  outcomes: {
    binary: {
      to: 'same',
      says: '504 5.5.4 BODY=BINARYMIME is not offered here; 8BITMIME is',
      when: 'this host does not know BINARYMIME',
      rfc: '3030#3',
    },
  },
  check: ({ host }, value, take) =>
    value === 'BINARYMIME' && binaryMimeHidden(host) ? take.binary() : undefined,
});
/** It is a value of 8BITMIME's parameter, and goes with CHUNKING alone (RFC 3030 §3). */
const binaryMimeHidden = ({ policy: { capsHide } }: Smtp['host']): boolean =>
  ['BINARYMIME', 'CHUNKING', '8BITMIME'].some((it) => capsHide.includes(it));

export const eightBitMime: Extension<Smtp> = {
  keyword: '8BITMIME',
  rfc: '6152#2',
  summary: 'A letter may have octets above 127 in its body.',
  adverts: () => '8BITMIME',
  parameters: [body],
};
/** Adds a value to BODY, which only BDAT can carry. */
export const binaryMime: Extension<Smtp> = {
  keyword: 'BINARYMIME',
  rfc: '3030#3',
  summary: 'A letter may be any octets at all, sent in chunks.',
  adverts: () => 'BINARYMIME',
  enabled: (host) => !binaryMimeHidden(host),
};
