// md5sum as GNU coreutils prints it, and openssl md5.
import { md5 } from '@noble/hashes/legacy.js';
import { fromBytes, toBytes, type Octets } from '../../../base/octets.ts';
import type { Filter } from '../filter.ts';
import { hex } from '../x509.ts';

const digest = (input: Octets): string => hex(fromBytes(md5(toBytes(input))));
const refused = (args: readonly string[]): readonly string[] | undefined => {
  const wrong = args.find((arg) => arg !== '-');
  if (wrong === undefined) return undefined;
  return wrong.startsWith('-')
    ? [`md5sum: invalid option -- '${wrong.charAt(1)}'`, "Try 'md5sum --help' for more information."]
    : [`md5sum: ${wrong}: No such file or directory`];
};
export const md5sum: Filter = {
  waits: (args) => refused(args) === undefined,
  run(args, input) {
    const err = refused(args);
    return err ? { out: '', err } : { out: `${digest(input)}  -\n` };
  },
};
const unknown = (args: readonly string[]): string | undefined => args.find((arg) => arg !== '-r');
export const opensslMd5: Filter = {
  waits: (args) => unknown(args) === undefined,
  run(args, input) {
    const wrong = unknown(args);
    if (wrong?.startsWith('-'))
      return { out: '', err: [`dgst: Unknown option: ${wrong}`, 'dgst: Use -help for summary.'] };
    if (wrong !== undefined) return { out: '', err: [`${wrong}: No such file or directory`] };
    return { out: args.includes('-r') ? `${digest(input)} *stdin\n` : `MD5(stdin)= ${digest(input)}\n` };
  },
};
