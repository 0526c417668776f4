// Whether a literal may come (RFC 9051 §4.3, RFC 7888). Refused, one the client waits with is not sent; one it does not wait with
// comes all the same, and is swallowed with the rest of its command.
import { signal, type Imap, anywhere } from '../shape.ts';
import { hear } from '../hear.ts';

/** Octets of a literal before the login: names and passwords are short. */
const EARLY = 1024;
/** Octets of a literal that is no message. */
const WORDS = 65_536;
/** Octets of a command with all its literals, and before the login. */
const TOTAL = 268_435_456;
const EARLY_TOTAL = 8192;
/** RFC 7888 §5. */
const SHORT = 4096;

export const literal = signal({
  on: 'literal',
  from: anywhere,
  rfc: '9051#4.3',
  summary: 'The client announces octets that may be anything.',
  outcomes: {
    go: { to: 'same', says: '+ Ready for {size} octets', when: 'the client waits to be told to go on' },
    coming: { to: 'same', when: 'the client does not wait, and need not', rfc: '7888#4' },
    tooBig: {
      to: 'same',
      says: 'NO [TOOBIG] {size} octets are too many; the most is {most}',
      when: 'more than this command may have',
      rfc: '4469#4.2',
      then: 'refuse',
    },
    long: {
      to: 'same',
      says: 'BAD [TOOBIG] Without waiting, at most {most} octets; write {bracketed} and wait for the plus',
      when: 'the client does not wait, and the literal is too long for that',
      rfc: '7888#5',
      then: 'refuse',
    },
    hasty: {
      to: 'same',
      says: 'BAD Write {bracketed}, without a plus, and wait for mine',
      when: 'the client does not wait, and this host wants it to',
      rfc: '9051#4.3',
      then: 'refuse',
    },
  },
  run({ session, host }, { head, length, size, sync }, take) {
    const { imapLiterals } = host.policy;
    const bracketed = `{${size}}`;
    if (!sync && imapLiterals === 'none') return take.hasty({ bracketed });
    // whatever else there is against it: the answer is BAD (§5)
    if (!sync && imapLiterals === 'LITERAL-' && size > SHORT) return take.long({ most: SHORT, bracketed });
    const left = (session.user === '' ? EARLY_TOTAL : TOTAL) - length;
    const most = Math.min(limitOf(session, host, hear(head).verb), Math.max(left, 0));
    if (size > most) return take.tooBig({ size, most });
    return sync ? take.go({ size }) : take.coming();
  },
});
function limitOf({ user }: Imap['session'], { policy }: Imap['host'], verb: string): number {
  if (user === '') return EARLY;
  return BRINGS_MAIL.has(verb) ? policy.maxSize : WORDS;
}
const BRINGS_MAIL: ReadonlySet<string> = new Set(['APPEND', 'REPLACE', 'UID REPLACE']);
