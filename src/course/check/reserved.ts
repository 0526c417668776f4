// Lessons name nobody real: only names and addresses kept for documentation (RFC 2606, RFC 6761, RFC 5737, RFC 3849).
import type { Point } from '../yaml.ts';

export interface Named {
  readonly name: string;
  readonly at: Point;
}
const DOMAIN =
  /\b(?:[a-z0-9_-]+\.)+(?:com|org|net|edu|gov|mil|int|info|io|dev|app|co|uk|de|eu|fr|ch|at|nl|us|me)\b/gi;
const IPV4 = /(?<![\d.#§])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g;
const IPV6 = /\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}\b/gi;
const isDocumented = {
  domain: (name: string): boolean => /(?:^|\.)example\.(?:com|org|net)$/i.test(name),
  ipv4: (name: string): boolean => /^(?:192\.0\.2|198\.51\.100|203\.0\.113|127\.0\.0)\./.test(name),
  /** A time of day looks much the same. */
  ipv6: (name: string): boolean => /^2001:db8:/i.test(name) || /^\d\d:\d\d:\d\d$/.test(name),
};

/** The name of an address has it the wrong way round (RFC 1035 §3.5); it is as long the right way. */
const turned = (line: string): string =>
  line.replaceAll(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?=\.in-addr\.arpa)/g, '$4.$3.$2.$1');

/** The names in this text that belong, or may belong, to somebody. */
export function unreserved(text: string): readonly Named[] {
  return text.split('\n').flatMap((line, i) =>
    (
      [
        [DOMAIN, isDocumented.domain],
        [IPV4, isDocumented.ipv4],
        [IPV6, isDocumented.ipv6],
      ] as const
    ).flatMap(([pattern, good]) =>
      [...turned(line).matchAll(pattern)].flatMap(({ 0: name, index }) =>
        good(name) ? [] : [{ name, at: { line: i + 1, column: index + 1 } }],
      ),
    ),
  );
}
