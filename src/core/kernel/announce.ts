// A host is no longer what it was: whoever waits for that is told, before time goes on.
import type { EventId, HostId } from '../base/ids.ts';
import type { DeviceFact } from '../host/device/device.ts';
import { shareStore, type Host } from '../host/host.ts';
import { dueAt, machineFor, plan, tell, type Work } from './work.ts';

export function announce(w: Work, host: Host, before: Host, cause: EventId): void {
  if (host.device !== before.device) tellDevice(w, host, before.device, cause);
  if (host.spool.jobs !== before.spool.jobs) rouse(w, host.id, cause);
  if (host.store.mailboxes !== before.store.mailboxes) tellSessions(w, host, cause);
}
/** The keeper of a queue, or of a mail client. */
function rouse(w: Work, host: HostId, cause: EventId): void {
  if (w.waking.includes(host)) return;
  w.waking.push(host);
  plan(w, w.now, dueAt(0, 'a', cause, { type: 'wake', host }));
}
/** Whatever a mail client has learnt or is to do: its keeper looks at it, and so does a client that stays connected. */
function tellDevice(w: Work, { id, device }: Host, old: Host['device'], cause: EventId): void {
  if (!device) return;
  const fact: DeviceFact = { type: 'device', device };
  const told = tell(w, { type: 'fact', id: w.next, at: w.now, cause, conn: 0, host: id, fact });
  if (device.line !== old?.line) rouse(w, id, told);
  if (device.todo === old?.todo && device.settings === old.settings) return;
  for (const { id: conn, a } of w.conns)
    if (a.host === id && a.machine !== 'console' && machineFor(w, a.machine)?.listens(a.state, 'changed'))
      plan(w, w.now, dueAt(conn, 'a', told, { type: 'changed' }));
}
/** Everybody who listens, on this host and on those that share its mail, is told that a mailbox changed. */
function tellSessions(w: Work, host: Host, cause: EventId): void {
  for (const { id, b } of w.conns)
    if (shares(w, b.host, host) && machineFor(w, b.machine)?.listens(b.state, 'changed'))
      plan(w, w.now, dueAt(id, 'b', cause, { type: 'changed' }));
}

const shares = (w: Work, id: HostId, host: Host): boolean => {
  const other = w.hosts[id];
  return other !== undefined && shareStore(other, host);
};
