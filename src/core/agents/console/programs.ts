// Every program that can hold the terminal, by the tag of its state; `core/parts` puts them here.
import { shelf } from '../../base/parts.ts';
import type { Dig } from './tools/dig.ts';
import type { Filtering } from './tools/filtering.ts';
import type { GnutlsCli } from './tools/gnutls-cli.ts';
import type { HostLookup } from './tools/host.ts';
import type { Nc } from './tools/nc.ts';
import type { Nslookup } from './tools/nslookup.ts';
import type { SClient } from './tools/s_client.ts';
import type { Sleep } from './tools/sleep.ts';
import type { Telnet } from './tools/telnet.ts';
import type { TokenAsked } from './tools/token.ts';
import type { Cx, Mode, Program, Stir, Turn } from './tool.ts';

export type Running =
  | Telnet
  | Nc
  | SClient
  | GnutlsCli
  | Sleep
  | Filtering
  | Dig
  | HostLookup
  | Nslookup
  | TokenAsked;
type Tag = Running['program'];
type StateOf<T extends Tag> = Extract<Running, { readonly program: T }>;

/** A program with its own state forgotten: the tag is the proof that they belong together. */
interface Installed {
  on(state: Running, stir: Stir, cx: Cx): Turn<Running>;
  reads(state: Running): boolean;
  mode(state: Running): Mode;
}
export const PROGRAMS = shelf<Installed>('programs');
const isOf = <T extends Tag>(tag: T, state: Running): state is StateOf<T> => state.program === tag;

export function install<T extends Tag>(tag: T, program: Program<StateOf<T>>): void {
  const own = (state: Running): StateOf<T> => {
    if (isOf(tag, state)) return state;
    throw new Error(`${tag} was given the state of ${state.program}`);
  };
  PROGRAMS.put(tag, {
    on: (state, stir, cx) => program.on(own(state), stir, cx),
    reads: (state) => program.reads(own(state)),
    mode: (state) => program.mode(own(state)),
  });
}
function programOf({ program }: Running): Installed {
  const it = PROGRAMS.get(program);
  if (!it) throw new Error(`there is no program ${program}`);
  return it;
}
export const stir = (running: Running, happening: Stir, cx: Cx): Turn<Running> =>
  programOf(running).on(running, happening, cx);
export const reads = (running: Running): boolean => programOf(running).reads(running);
export const modeOfProgram = (running: Running): Mode => programOf(running).mode(running);
