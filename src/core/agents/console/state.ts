// A console as plain data: who sits there, which program holds the terminal, and what nobody has read yet.
import type { ConsoleId } from '../../base/ids.ts';
import type { Octets } from '../../base/octets.ts';
import { NO_HISTORY, type History } from './history.ts';
import { personAt } from './person.ts';
import type { Mode } from './tool.ts';
import { modeOfProgram, type Running } from './programs.ts';

export interface ConsoleState {
  readonly id: ConsoleId;
  /** Null: the shell. */
  readonly program: Running | null;
  /** Typed, and not read yet: lines with their LF (without it when Ctrl-D ended them), Ctrl-D, Ctrl-]. */
  readonly ahead: readonly Octets[];
  /** The beginning of a line whose LF has not been typed. */
  readonly partial: Octets;
  /** What the program reads instead of the terminal. */
  readonly piped: readonly Octets[] | null;
  /** What the shell was told. */
  readonly history: History;
}
export const newConsole = (id: ConsoleId): ConsoleState => ({
  id,
  program: null,
  ahead: [],
  partial: '',
  piped: null,
  history: NO_HISTORY,
});
/** A world keeps its consoles' states as it keeps those of all machines: without their type. */
export const isConsoleState = (state: unknown): state is ConsoleState =>
  typeof state === 'object' && state !== null && 'program' in state && 'ahead' in state && 'history' in state;

const SHELL: Mode = { program: 'shell', phase: 'idle', eol: 'lf', tls: false };
/** What reads the next line, and how it would go out. */
export const modeOf = (state: unknown): Mode =>
  isConsoleState(state) && state.program ? modeOfProgram(state.program) : SHELL;

/** The prompt that waits for a line; '' while a program has the terminal to itself. */
export function promptOf(state: unknown, hostName: string): string {
  if (!isConsoleState(state)) return '';
  const { program, id } = state;
  if (program === null) return `${personAt(id, hostName)}:~$ `;
  if (program.program !== 'telnet' || !program.escaped) return '';
  return program.asking ? '(to) ' : 'telnet> ';
}
