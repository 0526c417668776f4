import type { Extension } from '../../../spec/protocol.ts';
import type { Smtp } from '../shape.ts';

/** Offered to who has said EHLO, by a host that knows EHLO and does not hide this extension. */
export const hideable = (it: Extension<Smtp>): Extension<Smtp> => ({
  ...it,
  adverts: (session, host) => (session.esmtp ? it.adverts(session, host) : undefined),
  enabled: (host) =>
    host.policy.esmtp && !host.policy.capsHide.includes(it.keyword) && it.enabled?.(host) !== false,
});
