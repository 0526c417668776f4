// Every program that can hold the terminal, by the tag of its state.
import { dig, type Dig } from './tools/dig.ts';
import { filtering, type Filtering } from './tools/filtering.ts';
import { gnutlsCli, type GnutlsCli } from './tools/gnutls-cli.ts';
import { host, type HostLookup } from './tools/host.ts';
import { nc, type Nc } from './tools/nc.ts';
import { nslookup, type Nslookup } from './tools/nslookup.ts';
import { sClient, type SClient } from './tools/s_client.ts';
import { sleep, type Sleep } from './tools/sleep.ts';
import { telnet, type Telnet } from './tools/telnet.ts';
import { token, type TokenAsked } from './tools/token.ts';
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

/** Goes on with a program and its own state: the tag is the proof that they belong together. */
function withProgram<R>(running: Running, then: <S extends Running>(program: Program<S>, state: S) => R): R {
  switch (running.program) {
    case 'telnet':
      return then(telnet, running);
    case 'nc':
      return then(nc, running);
    case 's_client':
      return then(sClient, running);
    case 'gnutls-cli':
      return then(gnutlsCli, running);
    case 'sleep':
      return then(sleep, running);
    case 'token':
      return then(token, running);
    case 'dig':
      return then(dig, running);
    case 'host':
      return then(host, running);
    case 'nslookup':
      return then(nslookup, running);
    case 'filter':
      return then(filtering, running);
  }
}
export const stir = (running: Running, happening: Stir, cx: Cx): Turn<Running> =>
  withProgram<Turn<Running>>(running, (program, state) => program.on(state, happening, cx));
export const reads = (running: Running): boolean =>
  withProgram(running, (program, state) => program.reads(state));
export const modeOfProgram = (running: Running): Mode =>
  withProgram(running, (program, state) => program.mode(state));
