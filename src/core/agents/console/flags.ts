// Short options as getopt(3) reads them: bundled, with values, and until `--`.
export interface Flags {
  readonly flags: readonly string[];
  /** By letter; the last one counts. */
  readonly values: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
  /** The first letter that is no option. */
  readonly unknown: string | undefined;
  /** The first option whose value is not there. */
  readonly missing: string | undefined;
}
/** `known`: the letters, each with `:` after it when it takes a value. */
export function flagsOf(args: readonly string[], known: string): Flags {
  const flags: string[] = [];
  const values = new Map<string, string>();
  const operands: string[] = [];
  const read: { unknown: string | undefined; missing: string | undefined } = {
    unknown: undefined,
    missing: undefined,
  };
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    if (arg === '--') return { flags, values, operands: [...operands, ...left], ...read };
    if (!/^-./.test(arg)) operands.push(arg);
    else
      for (let rest = arg.slice(1); rest !== ''; rest = rest.slice(1)) {
        const letter = rest.charAt(0);
        const at = letter === ':' ? -1 : known.indexOf(letter);
        if (at < 0) read.unknown ??= letter;
        flags.push(letter);
        if (at < 0 || known.charAt(at + 1) !== ':') continue;
        const value = rest.length > 1 ? rest.slice(1) : left.shift();
        if (value === undefined) read.missing ??= letter;
        else values.set(letter, value);
        break;
      }
  }
  return { flags, values, operands, ...read };
}
