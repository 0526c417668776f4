import type { Scene } from '../../core/trace/scene-types.ts';
import { isChosen, type useChosen } from '../message/chosen.ts';
import type { Line } from './layout.ts';
import { MessageRow, type Placed } from './MessageRow.tsx';
import { PlaceRow, UserRow } from './PlaceRow.tsx';
import { sessionsOn, whoseConn, type standingsOf } from './sessions.ts';

/** What a row shows besides its own line. */
export interface Around {
  readonly conns: Scene['conns'];
  readonly standings: ReturnType<typeof standingsOf>;
  readonly shifts: ReadonlyMap<string, number>;
  readonly chosen: ReturnType<typeof useChosen>;
  readonly wide: boolean;
}
interface LineProps {
  readonly line: Line;
  readonly placed: Placed;
  readonly around: Around;
}
/** A user, a mailbox or a message. */
export function LineRow({ line, placed, around: { conns, standings, shifts, chosen, wide } }: LineProps) {
  if (line.kind === 'user') return <UserRow user={line.user} open={line.open} placed={placed} />;
  const { place } = line;
  const sessions = sessionsOn(place.views, conns, standings);
  if (line.kind === 'place') {
    const lock = place.box?.lockedBy ?? 0;
    return (
      <PlaceRow
        place={place}
        open={line.open}
        sessions={sessions}
        wide={wide}
        holder={lock === 0 ? '' : whoseConn(conns, lock)}
        shift={shifts.get(place.box?.store ?? '') ?? 0}
        placed={placed}
      />
    );
  }
  const { box, row } = line;
  return (
    <MessageRow
      box={box}
      row={row}
      views={place.views}
      who={sessions.map(({ who }) => who)}
      wide={wide}
      chosen={isChosen(chosen, { host: box.host, mailbox: box.name, uid: row.uid })}
      placed={placed}
    />
  );
}
