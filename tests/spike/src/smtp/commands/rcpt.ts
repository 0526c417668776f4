import { localUser } from '../../host.ts';
import { after, parameters, seq } from '../../../../../src/core/spec/grammar.ts';
import { command } from '../shape.ts';
import { forwardPath } from '../path.ts';

export const rcpt = command({
  verb: 'RCPT',
  from: ['mail', 'recipients'],
  args: seq({ to: after('TO:', forwardPath), parameters }),
  rfc: '5321#4.1.1.3',
  summary: 'Add one recipient to the envelope. Each stands alone.',
  outcomes: {
    ok: { to: 'recipients', says: '250 2.1.5 <{to}> will receive it', when: 'the mailbox is here' },
    onward: {
      to: 'recipients',
      says: '250 2.1.5 <{to}> will be passed on',
      when: 'you may relay through this host',
    },
    unknown: {
      to: 'same',
      says: '550 5.1.1 No mailbox <{to}> here',
      when: 'the domain is ours, the mailbox is not',
    },
    relay: {
      to: 'same',
      says: '550 5.7.1 Relaying denied',
      when: 'the domain is not ours and you are a stranger',
      rfc: '5321#3.6.2',
    },
    tooMany: {
      to: 'same',
      says: '452 4.5.3 Too many recipients',
      when: '100 are in the envelope',
      rfc: '5321#4.5.3.1.10',
    },
  },
  run({ state: { envelope }, host, session }, { to }, take) {
    if (envelope.to.length >= 100) return take.tooMany();
    const state = { envelope: { ...envelope, to: [...envelope.to, to] } };
    if (localUser(host, to) !== undefined) return take.ok({ to }, { state });
    const domain = to.slice(to.indexOf('@') + 1);
    if (domain === host.domain) return take.unknown({ to });
    return session.user !== '' || Object.hasOwn(host.policy.relays, domain)
      ? take.onward({ to }, { state })
      : take.relay();
  },
});
