import { CRLF } from '../../../../../src/core/base/octets.ts';
import { withMailbox, type Host } from '../../host.ts';
import { none, optional, seq } from '../../../../../src/core/spec/grammar.ts';
import { append as appendTo, expunge as expungeFrom } from '../../store.ts';
import { astring, flags, literalString } from '../grammar.ts';
import { command, loggedIn, signal } from '../shape.ts';

const named = (host: Host, user: string, name: string): string | undefined => {
  const key = `${user}/${name.toUpperCase() === 'INBOX' ? 'INBOX' : name}`;
  return Object.hasOwn(host.store.mailboxes, key) ? key : undefined;
};
export const select = command({
  verb: 'SELECT',
  from: loggedIn,
  args: astring('mailbox'),
  rfc: '9051#6.3.2',
  summary: 'Open a mailbox.',
  outcomes: {
    ok: { to: 'selected', says: 'OK [READ-WRITE] SELECT completed', when: 'there is such a mailbox' },
    none: {
      to: 'authenticated',
      says: 'NO [NONEXISTENT] No such mailbox',
      when: 'there is not; the old one is closed all the same',
      rfc: '9051#6.3.2',
    },
  },
  run({ host, session }, name, take) {
    const mailbox = named(host, session.user, name);
    const box = mailbox === undefined ? undefined : host.store.mailboxes[mailbox];
    if (mailbox === undefined || !box) return take.none();
    const say = [
      `* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)`,
      `* ${box.rows.length} EXISTS`,
      `* OK [UIDVALIDITY ${box.uidValidity}] UIDs valid`,
      `* OK [UIDNEXT ${box.uidNext}] Predicted next UID`,
    ];
    return take.ok({ state: { mailbox, view: box.rows }, say: say.map((l) => l + CRLF) });
  },
});
export const expunge = command({
  verb: 'EXPUNGE',
  from: ['selected'],
  args: none,
  rfc: '9051#6.4.3',
  summary: 'Remove what is marked \\Deleted.',
  outcomes: { ok: { to: 'same', says: 'OK EXPUNGE completed', when: 'always' } },
  run({ state, host }, _none, take) {
    const box = host.store.mailboxes[state.mailbox];
    if (!box) return take.ok();
    const uids = box.rows.chunks.flatMap((chunk) =>
      chunk.filter((row) => row.flags.includes('\\Deleted')).map((row) => row.uid),
    );
    return take.ok({
      host: withMailbox(
        host,
        state.mailbox,
        expungeFrom(box, (row) => row.flags.includes('\\Deleted')),
      ),
      facts: [{ type: 'expunge', mailbox: state.mailbox, uids }],
    });
  },
});
export const append = command({
  verb: 'APPEND',
  from: loggedIn,
  args: seq({ mailbox: astring('mailbox'), flags: optional(flags), body: literalString }),
  rfc: '9051#6.3.12',
  summary: 'Put a message into a mailbox.',
  outcomes: {
    ok: {
      to: 'same',
      says: 'OK [APPENDUID {validity} {uid}] APPEND completed',
      when: 'there is such a mailbox',
      rfc: '9051#7.1',
    },
    none: { to: 'same', says: 'NO [TRYCREATE] No such mailbox', when: 'there is not', rfc: '9051#6.3.12' },
  },
  run({ host, session }, { mailbox, flags, body }, take) {
    const name = named(host, session.user, mailbox);
    const box = name === undefined ? undefined : host.store.mailboxes[name];
    if (name === undefined || !box) return take.none();
    return take.ok(
      { validity: box.uidValidity, uid: box.uidNext },
      {
        host: withMailbox(host, name, appendTo(box, body, { flags: flags ?? [] })),
        facts: [{ type: 'append', mailbox: name, uids: [box.uidNext], letters: [] }],
      },
    );
  },
});
/** Also before login, and for every command: a literal is announced. */
export const literal = signal({
  on: 'literal',
  from: ['notAuthenticated', 'authenticated', 'selected'],
  rfc: '9051#4.3',
  summary: 'The client announces octets.',
  outcomes: {
    go: { to: 'same', says: '+ Ready for {size} octets', when: 'the client waits for us' },
    coming: { to: 'same', when: 'it does not wait', rfc: '7888#4' },
    tooBig: {
      to: 'same',
      says: 'NO [TOOBIG] {size} octets are too many',
      when: 'more than this host takes',
      then: 'refuse',
      rfc: '7888#4',
    },
  },
  run: ({ host }, { size, sync }, take) =>
    size > host.policy.literal ? take.tooBig({ size }) : sync ? take.go({ size }) : take.coming(),
});
