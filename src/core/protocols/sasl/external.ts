import type { Dialogue } from '../../spec/protocol.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { isUtf8 } from './utf8.ts';

type External = Sasl<{ readonly start: {} }>;
const { signal } = vocabulary<External>();

const message = signal({
  on: 'message',
  from: ['start'],
  rfc: '4422#A',
  summary: 'Whose mail I want; who I am was shown elsewhere, as by a certificate in TLS.',
  outcomes: {
    unshown: { to: 'refused', when: 'no client here ever shows a certificate', rfc: '4422#A' },
    malformed: { to: 'malformed', when: 'a NUL in the name, or no UTF-8', rfc: '4422#A' },
  },
  run: (_cx, text, take) => (text.includes('\0') || !isUtf8(text) ? take.malformed() : take.unshown()),
});
/** Known so that it can be refused in its own way. */
export const external: Dialogue<External> = {
  id: 'sasl/external',
  title: 'EXTERNAL',
  states: { start: listening('Shown elsewhere', '4422#A'), ...verdicts },
  signals: [message],
};
