// base64 as GNU coreutils has it.
import { decode64, encode64 } from '../../../base/base64.ts';
import type { Octets } from '../../../base/octets.ts';
import type { Filter, Filtered } from '../filter.ts';
import { helpOf } from '../manuals.ts';

const TRY = "Try 'base64 --help' for more information.";
interface Wanted {
  readonly decode: boolean;
  readonly ignore: boolean;
  readonly wrap: number;
}
const LONG: Readonly<Record<string, string>> = { '--decode': '-d', '--ignore-garbage': '-i', '--wrap': '-w' };
/** Or the words of the refusal. */
function read(args: readonly string[]): Wanted | readonly string[] {
  const wanted = { decode: false, ignore: false, wrap: 76 };
  const left = args.flatMap((arg) => {
    const [name = '', value] = arg.startsWith('--') ? arg.split('=') : [arg];
    return value === undefined ? [LONG[name] ?? name] : [LONG[name] ?? name, value];
  });
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '-') continue;
    if (!arg.startsWith('-')) return [`base64: ${arg}: No such file or directory`];
    if (arg === '--version') return ['base64: --version: not simulated here'];
    if (arg.startsWith('--')) return [`base64: unrecognized option '${arg}'`, TRY];
    for (let rest = arg.slice(1); rest !== ''; rest = rest.slice(1)) {
      const flag = rest.charAt(0);
      if (flag === 'd' || flag === 'D') wanted.decode = true;
      else if (flag === 'i') wanted.ignore = true;
      else if (flag !== 'w') return [`base64: invalid option -- '${flag}'`, TRY];
      else {
        const columns = rest.length > 1 ? rest.slice(1) : left.shift();
        if (columns === undefined) return ["base64: option requires an argument -- 'w'", TRY];
        if (!/^\d{1,9}$/.test(columns))
          return [`base64: invalid wrap size: \xe2\x80\x98${columns}\xe2\x80\x99`];
        wanted.wrap = Number(columns);
        break;
      }
    }
  }
  return wanted;
}
function encode(input: Octets, wrap: number): Octets {
  const text = encode64(input);
  if (wrap === 0) return text;
  let out = '';
  for (let at = 0; at < text.length; at += wrap) out += `${text.slice(at, at + wrap)}\n`;
  return out;
}
/** What can be read is written, and then what cannot is complained about. */
function decode(input: Octets, ignore: boolean): Filtered {
  const text = ignore ? input.replaceAll(/[^A-Za-z0-9+/=]/g, '') : input.replaceAll('\n', '');
  const end = text.search(/[^A-Za-z0-9+/]/);
  const letters = end < 0 ? text : text.slice(0, end);
  const tail = letters.length % 4;
  const padded = letters + '='.repeat(tail < 2 ? 0 : 4 - tail);
  const out = decode64(tail === 1 ? letters.slice(0, -1) : padded) ?? '';
  return text === padded && tail !== 1 ? { out } : { out, err: ['base64: invalid input'], late: true };
}
export const base64: Filter = {
  waits: (args) => !args.includes('--help') && 'decode' in read(args),
  run(args, input) {
    if (args.includes('--help')) return { out: helpOf('base64') };
    const wanted = read(args);
    if (!('decode' in wanted)) return { out: '', err: wanted };
    return wanted.decode ? decode(input, wanted.ignore) : { out: encode(input, wanted.wrap) };
  },
};
