// What each command of the shell is for, as data: `help`, completion and the usage line read it.
import { shelf } from '../../base/parts.ts';

export interface Option {
  readonly flag: string;
  /** The name of its value; absent: it takes none. */
  readonly value?: string;
  readonly summary: string;
}
/** What may stand where no option stands, in order. */
export type Operand =
  | 'host'
  | 'port'
  | 'host:port'
  | 'user'
  | 'verb'
  | 'name'
  | 'question'
  | 'type'
  | 'other';
export interface Manual {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly Option[];
  readonly operands: readonly Operand[];
}
/** By name; `core/parts` puts them here. */
export const MANUALS = shelf<Manual>('manuals');

export const TELNET: Manual = {
  name: 'telnet',
  usage: 'telnet HOST [PORT]',
  summary: 'Talk to a server in plain text; Enter sends CR LF, Ctrl-] leaves.',
  options: [],
  operands: ['host', 'port'],
};
/** The command a line begins with: the longest name that fits. */
export function manualOf(line: string): Manual | undefined {
  const [name] = MANUALS.names
    .filter((each) => `${line} `.startsWith(`${each} `))
    .toSorted((a, b) => b.length - a.length);
  return name === undefined ? undefined : MANUALS.get(name);
}
