import type { Extension } from '../../../spec/protocol.ts';
import type { Smtp } from '../shape.ts';

const only = (it: Extension<Smtp>, known: (host: Smtp['host']) => boolean): Extension<Smtp> => ({
  ...it,
  enabled: (host) => known(host) && it.enabled?.(host) !== false,
});
/** Offered to who has said EHLO, by a host that knows EHLO and does not hide this extension. */
export const hideable = (it: Extension<Smtp>): Extension<Smtp> =>
  only(
    { ...it, adverts: (session, host) => (session.esmtp ? it.adverts(session, host) : undefined) },
    ({ policy }) => policy.esmtp && !policy.capsHide.includes(it.keyword),
  );
/** Known to those few hosts that show it. */
export const rare = (it: Extension<Smtp>): Extension<Smtp> =>
  only(it, ({ policy }) => policy.capsShow.includes(it.keyword));
