import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

/** No value, no veto: whoever wants to know looks into the envelope. */
const asked = parameter({
  of: 'MAIL',
  name: 'SMTPUTF8',
  from: ['ready'],
  rfc: '6531#3.4',
  summary: 'Addresses and header fields may be UTF-8.',
  outcomes: {},
});
export const smtpUtf8: Extension<Smtp> = {
  keyword: 'SMTPUTF8',
  rfc: '6531#3.1',
  summary: 'Mail to and from addresses in any script.',
  adverts: () => 'SMTPUTF8',
  parameters: [asked],
};
