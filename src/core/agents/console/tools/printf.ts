// printf as bash has it: the format is used again until no argument is left.
import type { Octets } from '../../../base/octets.ts';
import { unescape } from '../escapes.ts';
import type { Filter, Filtered } from '../filter.ts';

const SPEC = /%([-+ 0#]*)(\d*)(?:\.(\d*))?([a-zA-Z%])?/g;
/** Wider than any line here has use for; more would only fill memory. */
const WIDEST = 4096;
interface Piece {
  readonly literal: Octets;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  /** '': the format ends here. */
  readonly kind: string;
}
function pieces(format: Octets): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const found of format.matchAll(SPEC)) {
    const [all, flags = '', width = '', precision, kind = ''] = found;
    const literal = unescape(format.slice(at, found.index), 'format').out;
    const most = (digits: string): number => Math.min(WIDEST, Number(digits));
    out.push({
      literal,
      flags,
      width: most(width),
      precision: precision === undefined ? undefined : most(precision),
      kind: kind || '?',
    });
    at = found.index + all.length;
  }
  const literal = unescape(format.slice(at), 'format').out;
  return [...out, { literal, flags: '', width: 0, precision: undefined, kind: '' }];
}
function padded(text: Octets, { flags, width, kind }: Piece): Octets {
  if (flags.includes('-')) return text.padEnd(width);
  const zeros = flags.includes('0') && /[diuxXo]/.test(kind);
  return zeros
    ? text.replace(/\d|[a-f]/i, (first) => first.padStart(width - text.length + 1, '0'))
    : text.padStart(width);
}
const MOST = 2n ** 63n - 1n;
/** Undefined: not a number. A leading quote stands for the octet after it. */
function integer(text: Octets): bigint | undefined {
  if (text === '') return 0n;
  if (/^["']./.test(text)) return BigInt(text.charCodeAt(1));
  const [, sign, hex, octal, decimal] =
    /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0([0-7]*)|([1-9]\d*))$/.exec(text.trim()) ?? [];
  const digits = hex ?? octal ?? decimal;
  if (digits === undefined) return undefined;
  const prefix = hex === undefined ? (octal === undefined ? '' : '0o0') : '0x';
  // Digits without end would take their time to read, and are out of range anyway.
  const value = digits.length > 40 ? MOST * 4n : BigInt(prefix + digits);
  return sign === '-' ? -value : value;
}
const UNSIGNED = /[uxXo]/;
function bounded(value: bigint, kind: string): bigint {
  const most = UNSIGNED.test(kind) ? MOST * 2n + 1n : MOST;
  return value > most ? most : value < -MOST - 1n ? -MOST - 1n : value;
}
const RADIX: Readonly<Record<string, number>> = { x: 16, X: 16, o: 8 };
function numeral(value: bigint, { kind, flags }: Piece): string {
  const radix = RADIX[kind] ?? 10;
  const digits = (UNSIGNED.test(kind) ? BigInt.asUintN(64, value) : value).toString(radix);
  const signed = flags.includes('+') && value >= 0 && /[di]/.test(kind) ? `+${digits}` : digits;
  return kind === 'X' ? signed.toUpperCase() : signed;
}
interface Made {
  readonly text: Octets;
  readonly err?: string;
  readonly stop?: boolean;
}
function convert(piece: Piece, argument: Octets): Made {
  const { kind, precision } = piece;
  if (kind === 's') return { text: padded(argument.slice(0, precision), piece) };
  if (kind === 'c') return { text: padded(argument.slice(0, 1), piece) };
  if (kind === 'b') {
    const { out, stop } = unescape(argument, 'text');
    return { text: padded(out.slice(0, precision), piece), stop };
  }
  const value = integer(argument);
  const whole = bounded(value ?? 0n, kind);
  const text = padded(numeral(whole, piece), piece);
  if (value === undefined) return { text, err: `bash: printf: ${argument}: invalid number` };
  const warning = `bash: printf: warning: ${argument}: Numerical result out of range`;
  return whole === value ? { text } : { text, err: warning };
}
const KNOWN = /[sbcdiuxXo]/;

function run([first, ...rest]: readonly string[]): Filtered {
  const [format, ...args] = first === '--' ? rest : [first, ...rest];
  if (format === undefined) return { out: '', err: ['printf: usage: printf [-v var] format [arguments]'] };
  if (/^-./.test(format) && first !== '--')
    return {
      out: '',
      err: [
        `bash: printf: ${format.slice(0, 2)}: invalid option`,
        'printf: usage: printf [-v var] format [arguments]',
      ],
    };
  const parts = pieces(format);
  const err: string[] = [];
  let out = '';
  let next = 0;
  do {
    const before = next;
    for (const piece of parts) {
      out += piece.literal;
      if (piece.kind === '') continue;
      if (piece.kind === '%') {
        out += '%';
        continue;
      }
      if (!KNOWN.test(piece.kind))
        return {
          out,
          err: [
            ...err,
            `bash: printf: \`${piece.kind === '?' ? '%' : piece.kind}': invalid format character`,
          ],
        };
      const made = convert(piece, args[next++] ?? '');
      out += made.text;
      if (made.err !== undefined) err.push(made.err);
      if (made.stop) return { out, err };
    }
    if (next === before) break;
  } while (next < args.length);
  return { out, err };
}
export const printf: Filter = { waits: () => false, run };
