import { isAscii, type Octets } from '../../../base/octets.ts';
import type { Host } from '../../../host/host.ts';
import { isOurs, membersOf, movedTo, relaysFor, targetsOf } from '../../../host/recipient.ts';
import { mailboxOf, written, type Mailbox } from '../../../mail/mailbox.ts';
import { inAnyScript } from '../arguments.ts';
import { anywhere, command, type Smtp } from '../shape.ts';

/** Was SMTPUTF8 said where it is not known? */
const isStrange = (utf8: boolean, { esmtp }: Smtp['session'], { policy }: Host): boolean =>
  utf8 && !(esmtp && policy.esmtp && !policy.capsHide.includes('SMTPUTF8'));
const asked = (text: Octets): Mailbox => mailboxOf(text.replace(/^<(.*)>$/, '$1'));
const strange = {
  strange: {
    to: 'same',
    says: '504 5.5.4 {verb} takes no parameter here',
    when: 'SMTPUTF8 comes after it, which this host does not know',
    rfc: '6531#3.7.4.2',
  },
} as const;

export const vrfy = command({
  verb: 'VRFY',
  from: anywhere,
  args: inAnyScript('string', 'a name or an address'),
  rfc: '5321#4.1.1.6',
  traits: { endsGroup: true },
  summary: 'Is there somebody of that name?',
  outcomes: {
    ok: { to: 'same', says: '250 2.1.5 <{address}>', when: 'there is, and this host tells' },
    forwards: {
      to: 'same',
      says: '251 2.1.5 {name} has moved; mail is passed on to <{address}>',
      when: 'somebody has moved, and this host tells',
      rfc: '5321#3.4',
    },
    gone: {
      to: 'same',
      says: '551 5.1.6 {name} has moved; write to <{address}>',
      when: 'the same, and nothing is passed on',
      rfc: '5321#3.4',
    },
    cannot: {
      to: 'same',
      says: '252 2.1.5 I do not say who is here, but I will take mail and try',
      when: 'this host does not tell',
      rfc: '5321#3.5.3',
    },
    elsewhere: {
      to: 'same',
      says: '252 2.1.5 {name} is not here, but I will take mail and pass it on',
      when: 'it is an address of a domain whose mail this host passes on',
      rfc: '5321#3.5.3',
    },
    unshown: {
      to: 'same',
      says: '252 2.6.8 There is somebody whose name is not ASCII; say SMTPUTF8 after it to see it',
      when: 'the address could not be shown',
      rfc: '6531#3.7.4.2',
    },
    nobody: {
      to: 'same',
      says: '550 5.1.1 Nobody here is called {name}',
      when: 'there is nobody, and this host tells',
    },
    ...strange,
  },
  run({ session, host }, { text: name, utf8 }, take) {
    if (isStrange(utf8, session, host)) return take.strange({ verb: 'VRFY' });
    if (host.policy.verify === 'guarded') return take.cannot();
    const { local, domain } = asked(name);
    if (domain !== '' && !isOurs(host, domain))
      return relaysFor(host, domain) ? take.elsewhere({ name }) : take.nobody({ name });
    if (!targetsOf(host, local)) return take.nobody({ name });
    const moved = movedTo(host, local);
    const address = written(moved ?? { local, domain: host.domain });
    if (!isAscii(address) && !utf8) return take.unshown();
    const aloud = { utf8 };
    if (!moved) return take.ok({ address }, { aloud });
    return host.policy.moved === 'refuse'
      ? take.gone({ name, address }, { aloud })
      : take.forwards({ name, address }, { aloud });
  },
});
export const expn = command({
  verb: 'EXPN',
  from: anywhere,
  args: inAnyScript('string', 'the name of a list'),
  rfc: '5321#4.1.1.7',
  traits: { endsGroup: true },
  summary: 'Who is on that list?',
  offered: (_session, { policy }) => policy.verify !== 'guarded',
  outcomes: {
    ok: {
      to: 'same',
      says: '250 2.1.5 On {name} are:\n{*members}',
      when: 'it is a list, and this host tells',
    },
    off: {
      to: 'same',
      says: '252 2.1.5 I do not say who is on a list, but I will take mail for one and try',
      when: 'this host does not tell',
      rfc: '5321#7.3',
    },
    unshown: {
      to: 'same',
      says: '550 5.6.8 Somebody on that list has a name that is not ASCII; say SMTPUTF8 after it to see it',
      when: 'the addresses could not be shown',
      rfc: '6531#3.7.4.2',
    },
    noList: { to: 'same', says: '550 5.1.1 No list here is called {name}', when: 'it is no list' },
    ...strange,
  },
  run({ session, host }, { text: name, utf8 }, take) {
    if (isStrange(utf8, session, host)) return take.strange({ verb: 'EXPN' });
    if (host.policy.verify === 'guarded') return take.off();
    const { local, domain } = asked(name);
    const found = domain === '' || isOurs(host, domain) ? membersOf(host, local) : undefined;
    if (!found) return take.noList({ name });
    const members = found.map((it) => `<${it.includes('@') ? it : `${it}@${host.domain}`}>`);
    if (!utf8 && !members.every(isAscii)) return take.unshown();
    return take.ok({ name: local, members }, { aloud: { utf8 } });
  },
});
