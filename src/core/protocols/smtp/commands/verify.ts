import { isOurs, membersOf, targetsOf } from '../../../host/recipient.ts';
import { mailboxOf } from '../../../mail/mailbox.ts';
import { needed } from '../arguments.ts';
import { anywhere, command } from '../shape.ts';

export const vrfy = command({
  verb: 'VRFY',
  from: anywhere,
  args: needed('string', 'a name or an address'),
  rfc: '5321#4.1.1.6',
  traits: { endsGroup: true },
  summary: 'Is there somebody of that name?',
  outcomes: {
    ok: { to: 'same', says: '250 2.1.5 <{address}>', when: 'there is, and this host tells' },
    cannot: {
      to: 'same',
      says: '252 2.1.5 I do not say who is here, but I will take mail and try',
      when: 'this host does not tell',
      rfc: '5321#3.5.3',
    },
    nobody: {
      to: 'same',
      says: '550 5.1.1 Nobody here is called {name}',
      when: 'there is nobody, and this host tells',
    },
  },
  run({ host }, given, take) {
    if (host.policy.verify === 'guarded') return take.cannot();
    const { local, domain } = mailboxOf(given.replace(/^<(.*)>$/, '$1'));
    const here = domain === '' || isOurs(host, domain);
    return here && targetsOf(host, local)
      ? take.ok({ address: `${local}@${host.domain}` })
      : take.nobody({ name: given });
  },
});
export const expn = command({
  verb: 'EXPN',
  from: anywhere,
  args: needed('string', 'the name of a list'),
  rfc: '5321#4.1.1.7',
  traits: { endsGroup: true },
  summary: 'Who is on that list?',
  outcomes: {
    ok: {
      to: 'same',
      says: '250 2.1.5 On {name} are:\n{*members}',
      when: 'it is a list, and this host tells',
    },
    off: {
      to: 'same',
      says: '502 5.7.0 EXPN is switched off here: who is on a list is not told',
      when: 'this host does not tell',
      rfc: '5321#7.3',
    },
    noList: { to: 'same', says: '550 5.1.1 No list here is called {name}', when: 'it is no list' },
  },
  run({ host }, name, take) {
    if (host.policy.verify === 'guarded') return take.off();
    const { local, domain } = mailboxOf(name.replace(/^<(.*)>$/, '$1'));
    const members = domain === '' || isOurs(host, domain) ? membersOf(host, local) : undefined;
    if (!members) return take.noList({ name });
    return take.ok({
      name: local,
      members: members.map((it) => `<${it.includes('@') ? it : `${it}@${host.domain}`}>`),
    });
  },
});
