import { SECOND } from '../../../base/time.ts';
import { attachesCodes } from '../extensions/enhancedstatuscodes.ts';
import { hello } from '../hello.ts';
import type { Cx } from '../../../spec/protocol.ts';
import { quoted } from '../path.ts';
import { anywhere, command, type Smtp } from '../shape.ts';

const isSmtp = ({ role }: Smtp['session']): boolean => role !== 'lmtp';
/** What a session is after a hello with extensions. */
const extended = ({ host, epoch, now }: Pick<Cx<Smtp>, 'host' | 'epoch' | 'now'>, client: string) => ({
  client,
  esmtp: true,
  since: epoch + Math.floor(now / SECOND),
  enhanced: attachesCodes(host),
  utf8: false,
});
/** No answer to a hello has an enhanced status code (RFC 2034 §4). */
const refused = {
  unnamed: {
    to: 'same',
    says: '501 {verb} takes {expected}',
    when: 'nothing follows',
    rfc: '5321#4.1.1.1',
  },
  name: {
    to: 'same',
    says: '501 {client} is no name of a machine; say {expected}',
    when: 'what follows is neither a domain nor an address in brackets',
    rfc: '5321#4.1.1.1',
  },
  lmtp: {
    to: 'same',
    says: '500 There is no {verb} in LMTP; say LHLO',
    when: 'the port is for LMTP: who mixes the two up finds out at once',
    rfc: '2033#4.1',
  },
} as const;

export const ehlo = command({
  verb: 'EHLO',
  from: anywhere,
  args: hello({ literal: true }),
  rfc: '5321#4.1.1.1',
  traits: { endsGroup: true },
  summary: 'Say which machine you are, and ask what this one can do.',
  outcomes: {
    ok: {
      to: 'ready',
      says: '250 {host} greets {client}\n{*keywords}',
      when: 'always; an envelope that was open is thrown away',
      rfc: '5321#4.1.4',
      makes: { session: { esmtp: true } },
    },
    ...refused,
    old: {
      to: 'same',
      says: '502 No extensions here; say HELO',
      when: 'this host knows no EHLO',
      rfc: '5321#3.2',
    },
  },
  offered: (session, { policy }) => isSmtp(session) && policy.esmtp,
  run(cx, { client, wrong }, take) {
    const { policy, id } = cx.host;
    if (!isSmtp(cx.session)) return take.lmtp({ verb: 'EHLO' });
    if (!policy.esmtp) return take.old();
    if (client === '') return take.unnamed({ verb: 'EHLO', expected: wrong });
    if (wrong !== '' && !policy.looseHello) return take.name({ client: quoted(client), expected: wrong });
    const session = extended(cx, client);
    return take.ok({ host: id, client, keywords: cx.adverts(session) }, { session });
  },
});
export const lhlo = command({
  verb: 'LHLO',
  from: anywhere,
  args: hello({ literal: true }),
  rfc: '2033#4.1',
  traits: { endsGroup: true },
  summary: 'EHLO, said to a server that answers for every recipient.',
  outcomes: {
    ok: {
      to: 'ready',
      says: '250 {host} greets {client}\n{*keywords}',
      when: 'always; an envelope that was open is thrown away',
      rfc: '2033#4.1',
      makes: { session: { esmtp: true } },
    },
    unnamed: refused.unnamed,
    name: refused.name,
    smtp: {
      to: 'same',
      says: '500 5.5.1 There is no LHLO in SMTP; say EHLO',
      when: 'the port is for SMTP',
      rfc: '2033#4.1',
    },
  },
  offered: (session) => !isSmtp(session),
  run(cx, { client, wrong }, take) {
    if (isSmtp(cx.session)) return take.smtp();
    if (client === '') return take.unnamed({ verb: 'LHLO', expected: wrong });
    if (wrong !== '' && !cx.host.policy.looseHello)
      return take.name({ client: quoted(client), expected: wrong });
    const session = extended(cx, client);
    return take.ok({ host: cx.host.id, client, keywords: cx.adverts(session) }, { session });
  },
});
export const helo = command({
  verb: 'HELO',
  from: anywhere,
  args: hello({ literal: false }),
  rfc: '5321#4.1.1.1',
  summary: 'The old hello: no extensions.',
  outcomes: {
    ok: {
      to: 'ready',
      says: '250 {host} greets {client}',
      when: 'always; an envelope that was open is thrown away',
      rfc: '5321#4.1.4',
      makes: { session: { esmtp: false } },
    },
    ...refused,
    name: {
      ...refused.name,
      when: 'what follows is no domain; an address in brackets is for EHLO',
    },
  },
  offered: isSmtp,
  run({ host, session: { role } }, { client, wrong }, take) {
    if (role === 'lmtp') return take.lmtp({ verb: 'HELO' });
    if (client === '') return take.unnamed({ verb: 'HELO', expected: wrong });
    if (wrong !== '' && !host.policy.looseHello)
      return take.name({ client: quoted(client), expected: wrong });
    const session = { client, esmtp: false, utf8: false };
    return take.ok({ host: host.id, client }, { session });
  },
});
