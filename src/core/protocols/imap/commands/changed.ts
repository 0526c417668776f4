// Somebody has changed a mailbox of this host. Whoever has it open is told, as far as it may be told now: outside IDLE, and with no
// command under way, nothing may go (RFC 9051 §7.5.1).
import { whereabouts } from '../selected.ts';
import { signal } from '../shape.ts';
import { news } from '../untagged.ts';

export const changed = signal({
  on: 'changed',
  from: ['selected', 'idling'],
  rfc: '9051#5.2',
  summary: 'Another session, or a delivery, has changed a mailbox here.',
  outcomes: {
    told: { to: 'same', when: 'there is something new in the mailbox that is open, and it may be told now' },
    gone: {
      to: 'closed',
      says: '* BYE The mailbox you had open is not there any more',
      when: 'the mailbox that was open is deleted, or its UIDs mean something else now',
      rfc: '2180#3.3',
    },
  },
  run({ at, host, session }, _changed, take) {
    const selected = at.name === 'selected' ? at.data : at.data.selected;
    if (!selected) return [];
    const found = whereabouts(host, selected);
    if (!found) return take.gone();
    const told = news(selected, found, host, { session, mayExpunge: at.name === 'idling' });
    return told && told.say !== '' ? take.told() : [];
  },
});
