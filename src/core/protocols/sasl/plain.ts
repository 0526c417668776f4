import type { Dialogue } from '../../spec/protocol.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { isUtf8 } from './utf8.ts';
import { userNamed, verify } from './verify.ts';

type Plain = Sasl<{ readonly start: {} }>;
const { signal } = vocabulary<Plain>();

const message = signal({
  on: 'message',
  from: ['start'],
  rfc: '4616#2',
  summary: 'For whom, NUL, who I am, NUL, my password: all in one go.',
  outcomes: {
    granted: { to: 'granted', when: 'the password fits' },
    wrong: { to: 'refused', when: 'it does not, or nobody has that name', rfc: '4616#2' },
    another: { to: 'refused', when: 'the mail asked for is somebody else’s', rfc: '4616#2' },
    malformed: {
      to: 'malformed',
      when: 'not two NULs, an empty name or password, or no UTF-8',
      rfc: '4616#2',
    },
  },
  run({ host }, text, take) {
    const [forWhom = '', name = '', password = '', ...more] = text.split('\0');
    if (name === '' || password === '' || more.length > 0 || !isUtf8(text)) return take.malformed();
    const user = verify(host, name, password);
    if (!user) return take.wrong();
    if (forWhom !== '' && userNamed(host, forWhom) !== user) return take.another();
    return take.granted({ state: { user: user.name } });
  },
});
export const plain: Dialogue<Plain> = {
  id: 'sasl/plain',
  title: 'PLAIN',
  states: { start: { ...listening('Name and password', '4616#2'), secret: true }, ...verdicts },
  signals: [message],
};
