import type { Octets } from '../../base/octets.ts';

const COUNTED = /^(.*?)(\d{1,9})$/;

/** What the next line would begin with: a tag that counts on from the last one, as each should be another (RFC 9051 §2.2.1). */
export function begins({ tag, commands }: { readonly tag: string; readonly commands: number }): Octets {
  if (tag === '*' || tag === '') return `a${commands + 1} `;
  const [, word = tag, number = '0'] = COUNTED.exec(tag) ?? [];
  return `${word}${String(Number(number) + 1).padStart(number.length, '0')} `;
}
