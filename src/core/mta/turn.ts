// One moment of the queue being worked on, and what it tells: local, mutable, gone when it is over.
import type { EventId } from '../base/ids.ts';
import type { HandOverFact, Moment } from '../host/hand-over.ts';
import type { Host } from '../host/host.ts';
import type { Caused, Effect, Env, Moved, Told } from '../spec/machine.ts';

export interface Turn {
  readonly env: Env<Host>;
  host: Host;
  readonly told: Told[];
  readonly effects: Caused[];
}
export const begin = (env: Env<Host>): Turn => ({ env, host: env.host, told: [], effects: [] });
export const end = ({ host, told, effects }: Turn): Moved<null, Host> => ({
  state: null,
  host,
  told,
  effects,
});

export const momentOf = ({ host, env: { now, epoch } }: Turn): Moment => ({ host, now, epoch });

export function tell({ env, told }: Turn, fact: HandOverFact, cause: EventId = env.cause): EventId {
  const id = env.next + told.length;
  told.push({ type: 'fact', id, at: env.now, cause, conn: 0, host: env.place, fact });
  return id;
}
export const perform = ({ effects }: Turn, effect: Effect, cause: EventId): void => {
  effects.push({ effect, cause });
};
