import type { Extension } from '../../../spec/protocol.ts';
import type { Smtp } from '../shape.ts';

/**
 * Whether this host's replies have codes. Whatever hello is said, and before one is (§4): a session notes it when it begins, and again when
 * EHLO promises it; the encoder reads it there.
 */
export const attachesCodes = ({ policy }: Smtp['host']): boolean =>
  policy.esmtp && !policy.capsHide.includes('ENHANCEDSTATUSCODES');
export const enhancedStatusCodes: Extension<Smtp> = {
  keyword: 'ENHANCEDSTATUSCODES',
  rfc: '2034#4',
  summary: 'Replies say more exactly why, for programs.',
  adverts: () => 'ENHANCEDSTATUSCODES',
};
