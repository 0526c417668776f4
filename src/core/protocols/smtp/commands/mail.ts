import { isDiskFull } from '../../../host/quota.ts';
import { belongsTo } from '../../../host/recipient.ts';
import { bracketed } from '../../../mail/mailbox.ts';
import { parameters, seq } from '../../../spec/grammar.ts';
import { expectedOf, isLoose } from '../leniency.ts';
import { outranks } from '../extensions/mt-priority.ts';
import { path } from '../path.ts';
import { command } from '../shape.ts';
import { completed, wantsTls, refusals } from '../submission.ts';

export const mail = command({
  verb: 'MAIL',
  from: ['ready'],
  args: seq({ from: path('FROM:', 'reverse-path'), parameters }),
  rfc: '5321#4.1.1.2',
  summary: 'Open an envelope, and say where it goes back to if it cannot be delivered.',
  wants: (_at, { role, user }) => role === 'submission' && user === '',
  outcomes: {
    ok: { to: 'mail', says: '250 2.1.0 {from} is the sender', when: 'nothing speaks against this sender' },
    lowered: {
      to: 'mail',
      says: '250 2.3.6 0 is the priority of strangers; {from} is the sender',
      when: 'the same, and a stranger has asked for a priority above the usual one',
      rfc: '6710#4.1',
    },
    loose: {
      to: 'same',
      says: '501 5.5.2 Write MAIL FROM:<address>: {expected}',
      when: 'a space, or no brackets, where this host does not tolerate it',
      rfc: '5321#3.3',
    },
    address: {
      to: 'same',
      says: '501 5.1.7 No sender can be called {address}: {why}',
      when: 'the address is not written as addresses are',
      rfc: '5321#4.1.2',
    },
    utf8: {
      to: 'same',
      says: '550 5.6.7 {from} has letters beyond ASCII; say SMTPUTF8 after it',
      when: 'such an address without the parameter SMTPUTF8',
      rfc: '6531#3.5',
    },
    full: {
      to: 'same',
      says: '452 4.3.1 No room for another letter; try again later',
      when: 'the disk is full',
      rfc: '5321#4.2.2',
    },
    enough: {
      to: 'closed',
      says: '421 4.7.0 {limit} letters are enough for one session; begin another',
      when: 'this session has had as many as this host allows',
      rfc: '5321#7.8',
    },
    ...refusals,
  },
  run({ session, host, now }, { from, parameters: given }, take) {
    if (isLoose(host.policy, from.loose)) return take.loose({ expected: expectedOf(from) });
    const { role, user } = session;
    if (role === 'submission' && user === '')
      return wantsTls(session, host) ? take.secureFirst() : take.loginFirst();
    const { mailbox: reversePath, wrong } = completed(from, role, host);
    if (wrong !== '') return take.address({ address: from.written, why: wrong });
    const name = bracketed(reversePath);
    if (from.utf8 && given['SMTPUTF8'] !== true) return take.utf8({ from: name });
    if (role === 'submission' && reversePath && !belongsTo(host, reversePath, user))
      return take.notYours({ address: name, user });
    const { transactions } = session;
    const { maxTransactions: limit } = host.policy;
    if (limit > 0 && transactions >= limit) return take.enough({ limit });
    if (isDiskFull(host)) return take.full();
    const lowered = outranks(given, session);
    const envelope = {
      reversePath,
      given: lowered ? { ...given, 'MT-PRIORITY': 0 } : given,
      since: now,
      recipients: [],
    };
    const utf8 = given['SMTPUTF8'] === true;
    const move = { state: { envelope }, session: { utf8, transactions: transactions + 1 } };
    return lowered ? take.lowered({ from: name }, move) : take.ok({ from: name }, move);
  },
});
