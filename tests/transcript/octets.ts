// How a transcript writes octets: escapes, repetitions, digests and what was captured before.
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encode64 } from '../../src/core/base/base64.ts';
import { toBytes, utf8, type Octets } from '../../src/core/base/octets.ts';
import { cram, scram } from './client.ts';

export type Captured = ReadonlyMap<string, string>;
const ESCAPE = /\\(?:x([0-9a-f]{2})|([0rnt\\]))/g;
const CONTROLS: Readonly<Record<string, string>> = { 0: '\0', r: '\r', n: '\n', t: '\t' };
const VARIABLE = /\$([a-z]\w*)/g;
const CALL = /\{(md5|base64|repeat|cram|scram-sha-1|scram-sha-256)(-signature)? ([^}]*)\}/g;

const unescape = (text: string): Octets =>
  utf8(text).replaceAll(ESCAPE, (_all, hex: string | undefined, one: string | undefined) =>
    hex === undefined ? (CONTROLS[one ?? ''] ?? one ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
const filled = (text: string, captured: Captured): string =>
  text.replaceAll(VARIABLE, (all, name: string) => captured.get(name) ?? all);

/** `{md5 a + b}`, `{base64 a}`, `{repeat 300 x}`, and what a client says or must hear in a mechanism. */
function call(name: string, given: string, signature: boolean): string {
  const parts = given.split(' + ').map(unescape);
  if (name === 'md5') return bytesToHex(md5(toBytes(parts.join(''))));
  if (name === 'base64') return encode64(unescape(given));
  if (name === 'cram') return cram(parts);
  if (name === 'scram-sha-1') return scram(sha1, parts)[signature ? 'signature' : 'response'];
  if (name === 'scram-sha-256') return scram(sha256, parts)[signature ? 'signature' : 'response'];
  const [times = '0', what = ''] = given.split(' ');
  return what.repeat(Number(times));
}
const called = (text: string): string =>
  text.replaceAll(CALL, (_all, name: string, signature: string | undefined, given: string) =>
    call(name, given, signature !== undefined),
  );
/** What a line of a transcript stands for. */
export const octetsOf = (text: string, captured: Captured): Octets =>
  unescape(called(filled(text, captured)));

const ANYTHING = utf8('…');
const plain = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Does a line from the server read as the transcript says? A `$name` seen for the first time takes what stands there; `…` is anything. */
export function matches(expected: string, line: Octets, captured: Map<string, string>): boolean {
  const names: string[] = [];
  const parts = called(filled(expected, captured)).split(VARIABLE); // even: words, odd: names
  const pattern = parts.map((part, i) => {
    if (i % 2 === 0) return plain(unescape(part)).replaceAll(ANYTHING, '.*');
    names.push(part);
    return String.raw`(\S+)`;
  });
  const found = new RegExp(`^${pattern.join('')}$`, 's').exec(line);
  if (!found) return false;
  for (const [i, name] of names.entries()) captured.set(name, found[i + 1] ?? '');
  return true;
}
