// Older than any RFC and written down in none: two questions, two answers. Clients that send the name at once are heard too.
import type { Dialogue } from '../../spec/protocol.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { isUtf8 } from './utf8.ts';
import { verify } from './verify.ts';

type Login = Sasl<{
  readonly start: {};
  readonly naming: {};
  readonly named: { readonly name: string };
}>;
const { signal } = vocabulary<Login>();

const begin = signal({
  on: 'begin',
  from: ['start'],
  rfc: '4422#5',
  summary: 'The server asks first.',
  outcomes: { ask: { to: 'naming', says: 'Username:', when: 'always' } },
  run: (_cx, _nothing, take) => take.ask(),
});
const name = signal({
  on: 'message',
  from: ['start', 'naming'],
  rfc: '4422#5',
  summary: 'My name, and nothing else.',
  outcomes: {
    named: { to: 'named', says: 'Password:', when: 'always: whether such a user exists is not told' },
    nameless: { to: 'malformed', when: 'the name is empty, or no UTF-8', rfc: '4422#5' },
  },
  run: (_cx, text, take) =>
    text !== '' && isUtf8(text) ? take.named({ state: { name: text } }) : take.nameless(),
});
const password = signal({
  on: 'message',
  from: ['named'],
  rfc: '4422#5',
  summary: 'My password, and nothing else.',
  outcomes: {
    granted: { to: 'granted', when: 'the password fits' },
    wrong: { to: 'refused', when: 'it does not, or nobody has that name', rfc: '4422#3.6' },
  },
  run({ host, state }, text, take) {
    const user = verify(host, state.name, text);
    return user ? take.granted({ state: { user: user.name } }) : take.wrong();
  },
});
export const login: Dialogue<Login> = {
  id: 'sasl/login',
  title: 'LOGIN',
  states: {
    start: listening('Name', '4422#5'),
    naming: listening('Name', '4422#5'),
    named: { ...listening('Password', '4422#5'), secret: true },
    ...verdicts,
  },
  signals: [begin, name, password],
};
