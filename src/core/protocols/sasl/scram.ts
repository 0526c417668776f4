// RFC 5802 and, with another hash, RFC 7677: the password never travels, and the server proves itself too.
import { decode64, encode64 } from '../../base/base64.ts';
import type { Octets } from '../../base/octets.ts';
import type { Host, ScramKeys } from '../../host/host.ts';
import type { Cx, Dialogue } from '../../spec/protocol.ts';
import type { Take } from '../../spec/take.ts';
import { vocabulary } from '../../spec/vocabulary.ts';
import { template, textOf } from '../../wire/template.ts';
import { keysOf } from './directory.ts';
import { exclusiveOr, hash, keyed, type HashName } from './hash.ts';
import { prepare } from './saslprep.ts';
import { clientFinal, clientFirst, saslName, type ClientFinal, type ClientFirst } from './scram-messages.ts';
import { listening, verdicts, type Sasl } from './shape.ts';
import { userNamed } from './verify.ts';

export interface Challenged {
  /** Who it would be; there may be nobody of that name. */
  readonly name: Octets;
  readonly forWhom: Octets;
  readonly header: Octets;
  readonly nonce: string;
  /** What client and server have said so far: the first two parts of what is signed. */
  readonly said: Octets;
}
type Scram = Sasl<{
  readonly start: {};
  readonly challenged: Challenged;
  readonly proven: { readonly user: string };
  /** An error was told; the client has to say that it heard it. */
  readonly failing: {};
}>;
const { signal } = vocabulary<Scram>();

const error = <const V extends string>(value: V, when: string) =>
  ({ to: 'failing', says: `e=${value}`, when, rfc: '5802#7' }) as const;
const CHALLENGE = 'r={nonce},s={salt},i={iterations}';
const challenge = template(CHALLENGE);

const opening = {
  challenge: {
    to: 'challenged',
    says: CHALLENGE,
    when: 'always: for a name that nobody has, a salt is made up, so that this is not told',
  },
  malformed: { to: 'malformed', when: 'not a client-first-message', rfc: '5802#7' },
  mandatory: error('extensions-not-supported', 'an m= asks for what nobody has defined'),
  unbound: error('channel-binding-not-supported', 'it wants to be bound to TLS, and this mechanism is not'),
  unnamed: error('invalid-username-encoding', 'an = that is no =2C and no =3D, or SASLprep refuses it'),
} as const;

function challengeFor(cx: Cx<Scram, 'start'>, first: ClientFirst, names: Names) {
  const { host, session, draw } = cx;
  const [name, forWhom] = names;
  const user = userNamed(host, name);
  const keys = (user && keysOf(user)) ?? decoy(host, name);
  const drawn = [0, 1, 2].map((i) =>
    draw('scram', session.challenges, first.nonce, i).toString(36).padStart(7, '0'),
  );
  const args = { nonce: first.nonce + drawn.join(''), salt: keys.salt, iterations: keys.iterations };
  const said = `${first.bare},${textOf(challenge, args)}`;
  const state: Challenged = { name, forWhom, header: first.header, nonce: args.nonce, said };
  return { args, state };
}
/** Always the same for the same name, as a real one is. */
const decoy = ({ id }: Host, name: Octets): Pick<ScramKeys, 'salt' | 'iterations'> => ({
  salt: encode64(keyed('sha256', id, name).slice(0, 16)),
  iterations: 4096,
});
type Names = readonly [name: Octets, forWhom: Octets];
/** Read and prepared; undefined: one of them cannot be. */
function namesOf({ name, forWhom }: ClientFirst): Names | undefined {
  const [who, whose] = [name, forWhom].map((written) => {
    const meant = saslName(written);
    return meant === undefined || written === '' ? meant : prepare(meant);
  });
  return who === undefined || whose === undefined ? undefined : [who, whose];
}
const first = signal({
  on: 'message',
  from: ['start'],
  rfc: '5802#5',
  summary: 'n,,n=NAME,r=NONCE: who I am, and my half of the nonce.',
  outcomes: opening,
  run(cx, text, take) {
    const message = clientFirst(text);
    if (!message) return take.malformed();
    if (message.mandatory) return take.mandatory();
    if (message.flag.startsWith('p')) return take.unbound();
    const names = namesOf(message);
    if (!names) return take.unnamed();
    const { args, state } = challengeFor(cx, message, names);
    return take.challenge(args, { state });
  },
});

const closing = {
  proven: {
    to: 'proven',
    says: 'v={signature}',
    when: 'the proof fits; now the server proves that it knows the keys',
  },
  malformed: { to: 'malformed', when: 'not a client-final-message', rfc: '5802#7' },
  mandatory: error('extensions-not-supported', 'an m= asks for what nobody has defined'),
  rebound: error('channel-bindings-dont-match', 'c= is not the beginning of the first message'),
  stale: error('other-error', 'r= is not the nonce of the challenge, or the mail is somebody else’s'),
  wrong: error('invalid-proof', 'the proof does not fit, or nobody has that name'),
} as const;

/** The server's signature; undefined: the client has not proven that it knows the password. */
function signatureFor(
  name: HashName,
  keys: ScramKeys | null | undefined,
  proof: string,
  signed: Octets,
): string | undefined {
  const proven = decode64(proof);
  const stored = keys && decode64(keys[name].stored);
  if (!keys || proven === undefined || !stored || proven.length !== stored.length) return undefined;
  if (hash(name, exclusiveOr(proven, keyed(name, stored, signed))) !== stored) return undefined;
  return encode64(keyed(name, decode64(keys[name].server) ?? '', signed));
}
function conclude(
  name: HashName,
  { host, state }: Cx<Scram, 'challenged'>,
  message: ClientFinal,
  take: Take<Scram, 'challenged', typeof closing>,
) {
  if (message.mandatory) return take.mandatory();
  if (decode64(message.binding) !== state.header) return take.rebound();
  if (message.nonce !== state.nonce) return take.stale();
  const user = userNamed(host, state.name);
  const signature = signatureFor(
    name,
    user && keysOf(user),
    message.proof,
    `${state.said},${message.withoutProof}`,
  );
  if (!user || signature === undefined) return take.wrong();
  if (state.forWhom !== '' && userNamed(host, state.forWhom) !== user) return take.stale();
  return take.proven({ signature }, { state: { user: user.name } });
}
const final = (name: HashName) =>
  signal({
    on: 'message',
    from: ['challenged'],
    rfc: '5802#5',
    summary: 'c=biws,r=NONCE,p=PROOF: that I know the password, without saying it.',
    outcomes: closing,
    run(cx, text, take) {
      const message = clientFinal(text);
      return message ? conclude(name, cx, message, take) : take.malformed();
    },
  });
/** No protocol of ours has room for it in the outcome, so the signature was a challenge, and it is answered with nothing. */
const empty = signal({
  on: 'message',
  from: ['proven'],
  rfc: '4422#5',
  summary: 'An empty line: I have checked the server too.',
  outcomes: {
    granted: { to: 'granted', when: 'nothing is said' },
    chatty: { to: 'malformed', when: 'something is', rfc: '4422#5' },
  },
  run: ({ state }, text, take) => (text === '' ? take.granted({ state }) : take.chatty()),
});
const heard = signal({
  on: 'message',
  from: ['failing'],
  rfc: '5802#5.1',
  summary: 'An empty line: I have seen the error.',
  outcomes: { refused: { to: 'refused', when: 'always', rfc: '5802#5.1' } },
  run: (_cx, _text, take) => take.refused(),
});
const scram = (title: string, name: HashName): Dialogue<Scram> => ({
  id: `sasl/${title.toLowerCase()}`,
  title,
  states: {
    start: listening('Who, and half a nonce', '5802#5'),
    challenged: listening('The proof', '5802#5'),
    proven: listening('The server’s own proof', '5802#5'),
    failing: listening('An error, to be acknowledged', '5802#5.1'),
    ...verdicts,
  },
  signals: [first, final(name), empty, heard],
});
export const scramSha1 = scram('SCRAM-SHA-1', 'sha1');
export const scramSha256 = scram('SCRAM-SHA-256', 'sha256');
