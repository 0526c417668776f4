import type { Extension } from '../../../spec/protocol.ts';
import type { Smtp } from '../shape.ts';

/** EHLO notes it in the session, and the encoder reads it there. */
export const enhancedStatusCodes: Extension<Smtp> = {
  keyword: 'ENHANCEDSTATUSCODES',
  rfc: '2034#4',
  summary: 'Replies say more exactly why, for programs.',
  adverts: () => 'ENHANCEDSTATUSCODES',
};
