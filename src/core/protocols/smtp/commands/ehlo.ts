import { SECOND } from '../../../base/time.ts';
import { hello } from '../hello.ts';
import { anywhere, command } from '../shape.ts';

const refused = {
  name: {
    to: 'same',
    says: '501 5.5.4 {client} is no name of a machine; say {expected}',
    when: 'what follows is neither a domain nor an address in brackets',
    rfc: '5321#4.1.1.1',
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
    },
    ...refused,
    old: {
      to: 'same',
      says: '502 5.5.1 No extensions here; say HELO',
      when: 'this host knows no EHLO',
      rfc: '5321#3.2',
    },
  },
  run({ host, adverts, epoch, now }, { client, wrong }, take) {
    const { policy, id } = host;
    if (!policy.esmtp) return take.old();
    if (wrong !== '' && !policy.looseHello) return take.name({ client, expected: wrong });
    const enhanced = !policy.capsHide.includes('ENHANCEDSTATUSCODES');
    const since = epoch + Math.floor(now / SECOND);
    const session = { client, esmtp: true, since, enhanced, utf8: false };
    return take.ok({ host: id, client, keywords: adverts(session) }, { session });
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
    },
    ...refused,
  },
  run({ host }, { client, wrong }, take) {
    if (wrong !== '' && !host.policy.looseHello) return take.name({ client, expected: wrong });
    const session = { client, esmtp: false, enhanced: false, utf8: false };
    return take.ok({ host: host.id, client }, { session });
  },
});
