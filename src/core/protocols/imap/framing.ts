// What the octets of a client are cut into: commands with their literals, or plain lines.
import type { Host } from '../../host/host.ts';
import type { Leniency } from '../../spec/protocol.ts';
import { lines, type Framing } from '../../wire/framing.ts';
import { literalLines } from '../../wire/literal-lines.ts';
import type { Imap } from './shape.ts';

/** Octets of one line of a command; literals are not counted. */
export const LINE = 65_536;
/** How long a command may be with its literals is for each literal to be told (commands/literal.ts). */
const TOTAL = Number.MAX_SAFE_INTEGER;

export const bareLf: Leniency<Imap> = {
  name: 'commandLf',
  rfc: '9051#2.2',
  summary: 'A bare LF ends a line as CR LF does.',
  tolerated: ({ policy }) => policy.commandLf === 'accept',
};
type Reads = (data: unknown, host: Host) => Framing;
const either =
  (strict: Framing, lenient: Framing): Reads =>
  (_data, host) =>
    bareLf.tolerated(host) ? lenient : strict;
export const commandLines = either(
  literalLines({ line: LINE, total: TOTAL }),
  literalLines({ line: LINE, total: TOTAL, lf: true }),
);
/** As long as any mechanism in use needs. */
export const responseLines = either(lines(12_288, '9051#6.2.2'), lines(12_288, '9051#6.2.2', { lf: true }));
/** While idling one word is waited for. */
export const doneLines = either(lines(512, '9051#6.3.13'), lines(512, '9051#6.3.13', { lf: true }));
