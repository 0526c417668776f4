// Numbers as strtoimax(3) reads them and printf(3) writes them.
import type { Octets } from '../../../base/octets.ts';

const MOST = 2n ** 63n - 1n;
interface Integer {
  readonly value: bigint;
  /** Nothing is left behind the number, and there is one. */
  readonly whole: boolean;
}
/** As much of the text as is a number. A leading quote stands for the octet after it. */
export function integer(text: Octets): Integer {
  if (text === '') return { value: 0n, whole: true };
  if (/^["']/.test(text)) return { value: BigInt(text.charCodeAt(1) || 0), whole: true };
  const [all = '', sign, hex, octal, decimal] =
    /^\s*([-+]?)(?:0[xX]([0-9a-fA-F]+)|0([0-7]*)|([1-9]\d*))/.exec(text) ?? [];
  const digits = hex ?? octal ?? decimal;
  if (digits === undefined) return { value: 0n, whole: false };
  const prefix = hex === undefined ? (octal === undefined ? '' : '0o0') : '0x';
  // Digits without end would take their time to read, and are out of range anyway.
  const value = digits.length > 40 ? MOST * 4n : BigInt(prefix + digits);
  return { value: sign === '-' ? -value : value, whole: all.length === text.length };
}
export function notNumber(text: Octets): string {
  const kind = /^0\d/.test(text) ? 'octal number' : text.startsWith('0x') ? 'hex number' : 'number';
  return `${text}: invalid ${kind}`;
}
const UNSIGNED = /[uxXo]/;
/** What 64 bits hold of it. */
export function bounded(value: bigint, kind: string): bigint {
  if (!UNSIGNED.test(kind)) return value > MOST ? MOST : value < -MOST - 1n ? -MOST - 1n : value;
  const most = MOST * 2n + 1n;
  return value > most || value < -most ? most : BigInt.asUintN(64, value);
}
const RADIX: Readonly<Record<string, number>> = { x: 16, X: 16, o: 8 };
const signOf = (value: bigint, kind: string, flags: string): string => {
  if (UNSIGNED.test(kind)) return '';
  if (value < 0) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
};
interface Size {
  readonly precision: number | undefined;
  /** Filled with zeros up to this many columns. */
  readonly zeros: number;
}
export function numeral(value: bigint, kind: string, flags: string, { precision, zeros }: Size): string {
  const sign = signOf(value, kind, flags);
  const digits =
    precision === 0 && value === 0n ? '' : (value < 0 ? -value : value).toString(RADIX[kind] ?? 10);
  const long = digits.padStart(precision ?? 0, '0');
  const hash = flags.includes('#');
  const prefix = hash && value !== 0n && /[xX]/.test(kind) ? '0x' : '';
  const octal = hash && kind === 'o' && !long.startsWith('0') ? '0' : '';
  const body = (octal + long).padStart(zeros - sign.length - prefix.length, '0');
  const all = sign + prefix + body;
  return kind === 'X' ? all.toUpperCase() : all;
}
