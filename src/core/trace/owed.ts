// What a server waits for that is no command: the rest of a literal, of a letter, an answer to what it has asked.
import type { Conn, World } from '../kernel/world.ts';
import { literalsIn } from '../wire/literal-lines.ts';
import { literalRole } from './literal-role.ts';
import { readers } from './protocols.ts';
import { contentIn, heldIn, stateIn, takenIn } from './status.ts';

export type Owed =
  /** `name`: the argument it is; '' where the command is lost already. */
  | { readonly kind: 'literal'; readonly left: number; readonly name: string }
  /** The literal is there, the command has not ended. */
  | { readonly kind: 'rest' }
  /** So much of a line has come, and not its end. */
  | { readonly kind: 'lineEnd'; readonly held: number }
  | { readonly kind: 'chunk'; readonly left: number }
  /** Lines up to a lone dot. */
  | { readonly kind: 'letter' }
  /** A line that the declaration of this state sums up. */
  | { readonly kind: 'answer'; readonly summary: string };

/** Undefined: a command. */
export function owedIn(world: World, conn: Conn): Owed | undefined {
  const content = contentIn(world, conn);
  if (content?.ends === 'dot') return { kind: 'letter' };
  if (content?.ends === 'count') return { kind: 'chunk', left: content.left };
  const held = content ? 0 : heldIn(conn).length;
  if (held > 0) return { kind: 'lineEnd', held };
  const taken = takenIn(conn);
  if (content) return { kind: 'literal', left: content.left, name: nameIn(conn, taken) };
  if (taken !== '') return { kind: 'rest' };
  const host = world.hosts[conn.b.host];
  const expects = host && readers.get(conn.b.machine)?.complete(conn.b.state, host, '')?.expects;
  return expects && { kind: 'answer', summary: expects.summary };
}
function nameIn(conn: Conn, taken: string): string {
  const reader = readers.get(conn.b.machine);
  const brace = literalsIn(taken).at(-1)?.from;
  return reader && brace !== undefined ? literalRole(reader, stateIn(conn), taken.slice(0, brace)) : '';
}
