import { describe, expect, it } from 'vitest';
import { encode64 } from '../../../src/core/base/base64.ts';
import { credentialAt, latestCredential, type Credential } from '../../../src/core/trace/credential.ts';
import type { TraceEvent } from '../../../src/core/trace/event.ts';
import { typed } from '../ui-stage/session.ts';

const TLS = 'openssl s_client -quiet -crlf -connect pop.example.com:995';
const GOOD = encode64('\0bob\0correct-horse');
const session = (...lines: readonly string[]): readonly TraceEvent[] => typed([TLS, ...lines]).trace;
/** Everything a session said in base64: which way, by which mechanism, and `*` around what is secret. */
const all = (trace: readonly TraceEvent[]): readonly string[] =>
  trace.flatMap((_, index) => {
    const found = credentialAt(trace, index);
    return found ? [`${found.dir} ${found.mechanism} ${shown(found)}`] : [];
  });
const shown = ({ pieces }: Credential): string =>
  pieces
    ?.map(({ text, secret }) => (secret ? `*${text}*` : text))
    .join('')
    .replaceAll('\0', '<NUL>') ?? 'no base64';

describe('what is said in base64', () => {
  it.each([
    [`AUTH PLAIN ${GOOD}`, ['a>b PLAIN <NUL>bob<NUL>*correct-horse*']],
    [`auth plain ${encode64('bob\0bob\0x')}`, ['a>b PLAIN bob<NUL>bob<NUL>*x*']],
    ['AUTH PLAIN AGJvYg=', ['a>b PLAIN no base64']],
    ['AUTH PLAIN =', ['a>b PLAIN ']],
    [`AUTH NONSENSE ${GOOD}`, [`a>b NONSENSE *${'\0bob\0correct-horse'.replaceAll('\0', '<NUL>')}*`]],
    ['AUTH PLAIN', []],
    ['USER bob', []],
    [`STAT ${GOOD}`, []],
  ])('%s', (line, expected) => {
    expect(all(session(line))).toEqual(expected);
  });
  it('may come in an answer of its own; a lone * is none', () => {
    expect(all(session('AUTH PLAIN', GOOD))).toEqual(['a>b PLAIN <NUL>bob<NUL>*correct-horse*']);
    expect(all(session('AUTH PLAIN', '*', GOOD))).toEqual([]);
  });
  it('is found where the send is, and nowhere else', () => {
    const trace = session(`AUTH PLAIN ${GOOD}`, 'STAT');
    const sends = trace.flatMap((event, i) => (event.type === 'wire' && credentialAt(trace, i) ? [i] : []));
    expect(sends).toHaveLength(1);
    const [index = -1] = sends;
    expect(trace[index]).toMatchObject({ octets: `AUTH PLAIN ${GOOD}\r\n` });
    expect(latestCredential(trace.slice(0, index + 3), 1, index + 2)?.event).toBe(index);
    expect(latestCredential(trace, 1, trace.length - 1)).toBeUndefined();
  });
});
