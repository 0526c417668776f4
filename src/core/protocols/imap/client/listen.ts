// While nothing is left to do: the server tells what happens, and a word of one's own ends it (RFC 2177).
import type { Cx } from '../../../spec/protocol.ts';
import type { Take, Taken } from '../../../spec/take.ts';
import { withDevice } from '../../device/shape.ts';
import { openFolder, pictureOf, told, type Picture } from './asides.ts';
import { response } from './response.ts';
import { signal, command, type Browsing } from './shape.ts';

const rouse = {
  rouse: {
    to: 'rousing',
    says: 'DONE',
    when: 'there is something to do: a new letter to fetch, or what somebody has clicked',
    rfc: '9051#6.3.13',
  },
} as const;
const hears = { ...rouse, noted: { to: 'same', when: 'it has told all there is to know' } } as const;
type Hears = Take<Browsing, 'listening', typeof hears>;
function hear(cx: Cx<Browsing, 'listening'>, p: Picture, take: Hears): Taken {
  const { device, session } = p;
  const patch = { host: withDevice(cx, device), session };
  const isNew = session.open.exists > (openFolder(p)?.letters.length ?? 0);
  const { settings, todo } = device;
  const busy = todo.length > 0 || !settings.online || !settings.watch || settings.access !== 'imap';
  return isNew || busy ? take.rouse(patch) : take.noted(patch);
}
export const happened = command({
  verb: '*',
  from: ['listening'],
  args: response,
  rfc: '9051#6.3.13',
  summary: 'Something has happened in the mailbox.',
  outcomes: hears,
  run: (cx, text, take) => hear(cx, told(pictureOf(cx), text), take),
});
export const clicked = signal({
  on: 'changed',
  from: ['listening'],
  rfc: '9051#6.3.13',
  summary: 'Somebody has clicked something on this device.',
  outcomes: hears,
  run: (cx, _changed, take) => hear(cx, pictureOf(cx), take),
});
/** Servers hang up after half an hour. */
export const longEnough = signal({
  on: 'late',
  from: ['listening'],
  rfc: '2177#3',
  summary: 'Nearly half an hour has passed.',
  outcomes: { rouse: { ...rouse.rouse, when: 'always: IDLE is said again, before the server hangs up' } },
  run: (_cx, _due, take) => take.rouse(),
});
