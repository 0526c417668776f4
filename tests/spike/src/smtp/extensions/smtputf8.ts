import type { Extension } from '../../../../../src/core/spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

/** No value, no veto: that it was given is read from the envelope with `valueOf(envelope.given, utf8)`. */
export const utf8 = parameter({
  of: 'MAIL',
  name: 'SMTPUTF8',
  from: ['ready'],
  rfc: '6531#3.4',
  summary: 'Addresses and headers may be UTF-8.',
  outcomes: {},
});
export const smtputf8: Extension<Smtp> = {
  keyword: 'SMTPUTF8',
  rfc: '6531#3.1',
  summary: 'Mail for addresses beyond ASCII.',
  adverts: () => 'SMTPUTF8',
  parameters: [utf8],
};
export const pipelining: Extension<Smtp> = {
  keyword: 'PIPELINING',
  rfc: '2920#3',
  summary: 'Commands in groups.',
  adverts: () => 'PIPELINING',
};
