// Several clients of one server, and what a scene says of them.
import type { World } from '../../../src/core/kernel/world.ts';
import type { MailList } from '../../../src/core/trace/mail-list.ts';
import { mailList, numbered, viewsOf } from '../../../src/core/trace/mail-list.ts';
import { sceneAt, type Scene } from '../../../src/core/trace/scene.ts';
import type { SceneMailbox } from '../../../src/core/trace/scene-types.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { labOf, open, send, type Lab } from '../../transcript/lab.ts';

export type { TraceEvent } from '../../../src/core/trace/event.ts';
export const uidsIn = (list: MailList): readonly number[] =>
  Array.from({ length: list.length }, (_, i) => list.at(i)?.uid ?? 0);

export interface Bench {
  readonly lab: Lab;
  readonly start: World;
}
/** Clients of IMAP, logged in as bob; `SELECT` as they like. */
export function bench(start: World, clients: number): Bench & { readonly conns: readonly number[] } {
  const lab = labOf(start);
  const conns = Array.from({ length: clients }, () => {
    const conn = open(lab, 143);
    send(lab, conn, 'a LOGIN bob correct-horse\r\n');
    return conn;
  });
  return { lab, start, conns };
}
export const sceneOf = ({ start, lab }: Bench, trace: readonly TraceEvent[] = lab.trace): Scene =>
  sceneAt(start, trace, Infinity);
export function boxIn(scene: Scene, name: string): SceneMailbox {
  const found = scene.mailboxes.find((it) => it.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}
/** `UID: number in each session (what it does not know)`: one line a message. */
export function table(scene: Scene, name: string): readonly string[] {
  const box = boxIn(scene, name);
  const views = viewsOf(scene.views, box);
  const list = mailList(box, views);
  return uidsIn(list).map((uid) => {
    const cells = views.map((view) => {
      const { number, untold } = numbered(view, box, uid);
      return `${number || '-'}${untold === '' ? '' : ` ${untold}`}`;
    });
    return `${uid} ${list.at(list.indexOf(uid))?.flags.join(' ') ?? ''}: ${cells.join(', ')}`;
  });
}
