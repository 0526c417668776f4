// printf as bash has it: the format is used again until no argument is left.
import type { Octets } from '../../../base/octets.ts';
import { unescape } from '../escapes.ts';
import type { Filter, Filtered } from '../filter.ts';
import { bounded, integer, notNumber, numeral } from './printf.numbers.ts';

/** Length modifiers and the apostrophe are read, and change nothing. */
const SPEC = /%(?:%|([-+ 0#']*)(\*|\d*)(?:\.(\*|\d*))?[hlLjtz]*([^]?))/g;
/** Wider than any line here has use for; more would only fill memory. */
const WIDEST = 4096;
interface Literal {
  readonly literal: Octets;
  readonly err: readonly string[];
}
interface Spec {
  /** As it stands in the format. */
  readonly whole: string;
  readonly flags: string;
  /** `*`: the next argument tells. */
  readonly width: string;
  readonly precision: string | undefined;
  /** '': the format ends here. */
  readonly kind: string;
}
function pieces(format: Octets): readonly (Literal | Spec)[] {
  const out: (Literal | Spec)[] = [];
  let at = 0;
  const literal = (text: Octets): void => {
    const { out: read, err } = unescape(text, 'format');
    out.push({ literal: read, err: err.map(complaint) });
  };
  for (const found of format.matchAll(SPEC)) {
    const [whole, flags = '', width = '', precision, kind = ''] = found;
    literal(format.slice(at, found.index));
    out.push(whole === '%%' ? { literal: '%', err: [] } : { whole, flags, width, precision, kind });
    at = found.index + whole.length;
  }
  literal(format.slice(at));
  return out;
}
const complaint = (words: string): string => `bash: printf: ${words}`;
const most = (count: bigint): number => Number(count > WIDEST ? WIDEST : count);

/** The arguments, one after the other; a missing one is empty. */
interface Rest {
  readonly args: readonly string[];
  next: number;
  readonly err: string[];
}
const take = (rest: Rest): Octets => rest.args[rest.next++] ?? '';
function number(rest: Rest, kind: string): bigint {
  const argument = take(rest);
  const { value, whole } = integer(argument);
  const within = bounded(value, kind);
  if (!whole) rest.err.push(complaint(notNumber(argument)));
  else if (within !== value && !(value < 0 && within === BigInt.asUintN(64, value)))
    rest.err.push(complaint(`warning: ${argument}: Numerical result out of range`));
  return within;
}
function field({ flags, width }: Spec, rest: Rest): { readonly left: boolean; readonly columns: number } {
  const wide = width === '*' ? number(rest, 'd') : BigInt(width || '0');
  return { left: flags.includes('-') || wide < 0, columns: most(wide < 0 ? -wide : wide) };
}
function precisionOf({ precision }: Spec, rest: Rest): number | undefined {
  if (precision === undefined) return undefined;
  const digits = precision === '*' ? number(rest, 'd') : BigInt(precision || '0');
  return digits < 0 ? undefined : most(digits);
}
interface Made {
  readonly text: Octets;
  readonly stop?: boolean;
}
function convert(spec: Spec, rest: Rest): Made {
  const { flags, kind } = spec;
  const { left, columns } = field(spec, rest);
  const precision = precisionOf(spec, rest);
  const padded = (text: Octets): Octets => (left ? text.padEnd(columns) : text.padStart(columns));
  if (kind === 's') return { text: padded(take(rest).slice(0, precision)) };
  if (kind === 'c') return { text: padded(take(rest).slice(0, 1) || '\0') };
  if (kind === 'b') {
    const { out, stop, err } = unescape(take(rest), 'text');
    rest.err.push(...err.map(complaint));
    return { text: padded(out.slice(0, precision)), stop };
  }
  const zeros = flags.includes('0') && !left && precision === undefined ? columns : 0;
  return { text: padded(numeral(number(rest, kind), kind, flags, { precision, zeros })) };
}
/** What cannot be done with it, in bash's words or in ours. */
function refused({ kind, whole }: Spec): string | undefined {
  if (kind === '') return complaint(`\`${whole.length > 1 ? whole : '%'}': missing format character`);
  if (/[eEfFgGaAqQn(]/.test(kind)) return complaint(`%${kind} is not simulated here`);
  return /[sbcdiuxXo]/.test(kind) ? undefined : complaint(`\`${kind}': invalid format character`);
}
const USAGE = 'printf: usage: printf [-v var] format [arguments]';

function run([first, ...others]: readonly string[]): Filtered {
  const format = first === '--' ? others[0] : first;
  const args = first === '--' ? others.slice(1) : others;
  if (format === undefined) return { out: '', err: [USAGE] };
  if (first === '-v') return { out: '', err: [complaint('-v: this shell knows no variables')] };
  if (/^-./.test(format) && first !== '--')
    return { out: '', err: [complaint(`${format.slice(0, 2)}: invalid option`), USAGE] };
  const parts = pieces(format);
  const rest: Rest = { args, next: 0, err: [] };
  let out = '';
  let before = -1;
  while (before < 0 || (rest.next > before && rest.next < args.length)) {
    before = rest.next;
    for (const piece of parts) {
      if ('literal' in piece) {
        out += piece.literal;
        rest.err.push(...piece.err);
        continue;
      }
      const wrong = refused(piece);
      if (wrong !== undefined) return { out, err: [...rest.err, wrong] };
      const { text, stop } = convert(piece, rest);
      out += text;
      if (stop) return { out, err: rest.err };
    }
  }
  return { out, err: rest.err };
}
export const printf: Filter = { waits: () => false, run };
