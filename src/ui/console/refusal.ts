const REFUSAL = /^(?:-ERR\b|[45]\d\d[ -]|[^ *+]\S* (?:NO|BAD)\b|\* BAD\b)/;
const BYE = /^\* BYE\b/;
const DONE = /^[^ *+]\S* OK\b/;
/**
 * Does a server's line say no? Each protocol has its way of it (RFC 1939 §3, 5321 §4.2.1, 9051 §7.1). A BYE does, but for the one that was
 * asked for: after that LOGOUT's own OK comes `next` (§7.1.5).
 */
export const saysNo = (line: string, next = ''): boolean =>
  REFUSAL.test(line) || (BYE.test(line) && !DONE.test(next));

const ANSWER = /^(?:\d{3}[ -]|\+|-ERR\b|\* |\S+ (?:OK|NO|BAD)\b)/;
/** Of POP3: what follows a `+OK` and is none of these is data, up to a lone dot (RFC 1939 §3). */
const STATUS = /^(?:\+|-ERR\b)/;
/** Of IMAP: so many octets of data follow (RFC 9051 §4.3). */
const LITERAL = /\{(\d+)\}$/;

export interface Ear {
  /** One line after the other: does it say no? `size`: its octets, its end included. */
  readonly hear: (line: string, size: number, next: string | undefined) => boolean;
  /** So many octets are not looked at. */
  readonly skip: (octets: number) => void;
}
/** Which lines of a server answer, and which belong to a letter and may look like anything. Who does not begin with an answer is no server. */
export function listen(): Ear {
  let answers: boolean | undefined;
  let isData = false;
  let literal = 0;
  let goesOn = false;
  const announce = (line: string): void => {
    literal = Number(LITERAL.exec(line)?.[1] ?? 0);
    goesOn = literal > 0;
  };
  return {
    hear(line, size, next) {
      answers ??= ANSWER.test(line);
      if (!answers) return false;
      if (isData) isData = line !== '.';
      else if (literal >= size) literal -= size;
      else if (goesOn || line.startsWith('* ')) {
        const begins = !goesOn;
        announce(line);
        return begins && saysNo(line, next);
      } else {
        isData = line.startsWith('+OK') && next !== undefined && !STATUS.test(next);
        return saysNo(line, next);
      }
      return false;
    },
    skip(octets) {
      literal = Math.max(0, literal - octets);
    },
  };
}
