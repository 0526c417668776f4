// Short options as getopt(3) reads them: bundled, and until `--`.
export interface Flags {
  readonly flags: readonly string[];
  readonly operands: readonly string[];
  /** The first letter that is no option here. */
  readonly unknown: string | undefined;
}
export function flagsOf(args: readonly string[], known: string): Flags {
  const cut = args.indexOf('--');
  const open = cut < 0 ? args : args.slice(0, cut);
  const isFlags = (arg: string): boolean => /^-./.test(arg);
  const flags = open.filter(isFlags).flatMap((arg) => arg.slice(1).split(''));
  return {
    flags,
    operands: [...open.filter((arg) => !isFlags(arg)), ...(cut < 0 ? [] : args.slice(cut + 1))],
    unknown: flags.find((flag) => !known.includes(flag)),
  };
}
