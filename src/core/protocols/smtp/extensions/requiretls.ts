import type { Extension } from '../../../spec/protocol.ts';
import { parameter, type Smtp } from '../shape.ts';

/** No value: who passes the letter on looks into the envelope. */
const asked = parameter({
  of: 'MAIL',
  name: 'REQUIRETLS',
  from: ['ready'],
  rfc: '8689#2',
  summary: 'Return it rather than ever send it without TLS.',
  outcomes: {},
});
export const requireTls: Extension<Smtp> = {
  keyword: 'REQUIRETLS',
  rfc: '8689#2',
  summary: 'A letter may insist on TLS all the way.',
  // never before TLS (§2)
  adverts: ({ tls }) => (tls ? 'REQUIRETLS' : undefined),
  parameters: [asked],
};
