import { vocabulary, type Dialogue } from '../../../../src/core/spec/protocol.ts';
import { line } from '../../../../src/core/wire/framing.ts';
import { verdicts, type Sasl } from './shape.ts';

type Plain = Sasl<{ readonly start: {} }>;
const { signal } = vocabulary<Plain>();

const message = signal({
  on: 'message',
  from: ['start'],
  rfc: '4616#2',
  summary: 'authzid NUL authcid NUL password, in one go.',
  outcomes: {
    granted: { to: 'granted', when: 'the password fits' },
    wrong: { to: 'refused', when: 'it does not, or nobody has that name' },
    malformed: { to: 'refused', when: 'there are not exactly two NULs', rfc: '4616#2' },
  },
  run({ host }, text, take) {
    const [, name = '', password, ...more] = text.split('\0');
    if (password === undefined || more.length > 0) return take.malformed();
    return host.store.users[name]?.password === password
      ? take.granted({ state: { user: name } })
      : take.wrong();
  },
});
export const plain: Dialogue<Plain> = {
  id: 'sasl/plain',
  title: 'PLAIN',
  states: { start: { title: 'Name and password', rfc: '4616#2', reads: line, as: 'message' }, ...verdicts },
  signals: [message],
};
