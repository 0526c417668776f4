// md5sum as GNU coreutils prints it, and openssl's digests.
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBytes, toBytes, type Octets } from '../../../base/octets.ts';
import type { Filter, Filtered } from '../filter.ts';
import { helpOf } from '../manuals.ts';
import type { Cx } from '../tool.ts';
import { hex } from '../../../net/x509.ts';
import { errorLine } from './s_client.words.ts';

const TRY = "Try 'md5sum --help' for more information.";
const ABSENT_LONG = /^--(?:check|tag|zero|ignore-missing|quiet|status|strict|warn|version)$/;
function md5sumRefuses(args: readonly string[]): readonly string[] | undefined {
  const wrong = args.find((arg) => !/^(?:-[bt]*|--binary|--text)$/.test(arg));
  if (wrong === undefined) return undefined;
  if (!wrong.startsWith('-')) return [`md5sum: ${wrong}: No such file or directory`];
  const letter = /[^-bt]/.exec(wrong)?.[0] ?? '';
  if (ABSENT_LONG.test(wrong) || (!wrong.startsWith('--') && /[cwz]/.test(letter)))
    return [`md5sum: ${wrong}: not simulated here`];
  return [
    wrong.startsWith('--')
      ? `md5sum: unrecognized option '${wrong}'`
      : `md5sum: invalid option -- '${letter}'`,
    TRY,
  ];
}
export const md5sum: Filter = {
  waits: (args) => md5sumRefuses(args) === undefined,
  run(args, input) {
    if (args.includes('--help')) return { out: helpOf('md5sum') };
    const err = md5sumRefuses(args);
    const binary = args.some((arg) => arg === '--binary' || /^-t*b/.test(arg));
    return err
      ? { out: '', err }
      : { out: `${hex(fromBytes(md5(toBytes(input))))} ${binary ? '*' : ' '}-\n` };
  },
};

const DIGESTS = { md5, sha1, sha256 } as const;
type DigestName = keyof typeof DIGESTS;
const isDigest = (name: string): name is DigestName => Object.hasOwn(DIGESTS, name);
const REAL =
  /^(?:c|d|debug|sign|verify|prverify|signature|hmac|mac|macopt|sigopt|out|xoflen|keyform|passin|list|engine|provider|sha512|sha384|sha224|sha3-256)$/;
interface Wanted {
  digest: DigestName;
  print: 'hex' | 'reverse' | 'binary';
}
/** Or the words of the refusal. One dash or two are the same to openssl. */
function read(tool: string, args: readonly string[], cx?: Cx): Readonly<Wanted> | readonly string[] {
  const wanted: Wanted = { digest: tool === 'dgst' ? 'sha256' : 'md5', print: 'hex' };
  for (const arg of args) {
    const name = arg.replace(/^--?/, '');
    if (!arg.startsWith('-')) return [`${arg}: No such file or directory`];
    if (name === 'help') return helpOf(`openssl ${tool}`).trimEnd().split('\n');
    if (isDigest(name)) wanted.digest = name;
    else if (name === 'r') wanted.print = 'reverse';
    else if (name === 'binary') wanted.print = 'binary';
    else if (name === 'hex') wanted.print = 'hex';
    else if (REAL.test(name)) return [`${tool}: -${name}: not simulated here`];
    else
      return [
        `${tool}: Unknown option or message digest: ${name}`,
        `${tool}: Use -help for summary.`,
        ...fetch(name, cx),
      ];
  }
  return wanted;
}
const fetch = (name: string, cx: Cx | undefined): readonly string[] =>
  cx === undefined
    ? []
    : [
        errorLine(
          cx,
          '0308010C:digital envelope routines:inner_evp_generic_fetch:unsupported:../crypto/evp/evp_fetch.c:386:' +
            `Global default library context, Algorithm (${name} : 0), Properties (<null>)`,
        ),
      ];
function print({ digest, print: how }: Readonly<Wanted>, input: Octets): Filtered {
  const out = fromBytes(DIGESTS[digest](toBytes(input)));
  if (how === 'binary') return { out };
  return {
    out: how === 'reverse' ? `${hex(out)} *stdin\n` : `${digest.toUpperCase()}(stdin)= ${hex(out)}\n`,
  };
}
const dgst = (tool: string): Filter => ({
  waits: (args) => 'digest' in read(tool, args),
  run(args, input, cx) {
    const wanted = read(tool, args, cx);
    return 'digest' in wanted ? print(wanted, input) : { out: '', err: wanted };
  },
});
export const opensslMd5 = dgst('md5');
export const opensslDgst = dgst('dgst');
