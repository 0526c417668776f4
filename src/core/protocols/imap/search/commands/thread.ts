import type { Rfc } from '../../../../base/ids.ts';
import type { Octets } from '../../../../base/octets.ts';
import type { Host } from '../../../../host/host.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../../spec/grammar.ts';
import type { Cx, Extension } from '../../../../spec/protocol.ts';
import { upToDate, type Current } from '../../catch-up.ts';
import { has } from '../../capabilities.ts';
import { found, take } from '../../grammar/cursor.ts';
import { command, type Imap } from '../../shape.ts';
import { untagged } from '../../text.ts';
import { badCharset, decodedKey } from '../charset.ts';
import { charsetThen, keys } from '../grammar.ts';
import type { SearchKey } from '../key.ts';
import { unknownIn, unknownKey } from '../known.ts';
import { orderedSubject } from '../ordered-subject.ts';
import { references } from '../references.ts';
import { search, sessionAfter } from '../searching.ts';
import { THREAD_ALGORITHMS, threadsText, type ThreadAlgorithm } from '../thread.ts';

interface Asked {
  readonly algorithm: ThreadAlgorithm;
  readonly charset: Octets;
  readonly key: SearchKey;
}
const WORD = /[A-Za-z]+/y;
const args: Grammar<Asked> = {
  usage: '<algorithm> <charset> <key> …',
  arguments: [
    { name: 'thread-algorithm', usage: '<algorithm>', secret: false },
    { name: 'charset', usage: '<charset>', secret: false },
    { name: 'search-key', usage: '<key> …', secret: false },
  ],
  rfc: '5256#3',
  read(c: Cursor): Asked | No {
    const name = found(c, WORD)?.[0].toUpperCase();
    const algorithm = THREAD_ALGORITHMS.find((it) => it === name);
    if (algorithm === undefined)
      return refuse(c, `${THREAD_ALGORITHMS.join(' or ')}, a charset, and what to look for`);
    c.spans?.push({ from: c.at, to: c.at + algorithm.length, role: 'thread-algorithm', rfc: '5256#3' });
    c.at += algorithm.length;
    const charset = take(c, ' ', 'a charset, as UTF-8') === no ? no : charsetThen(c);
    const key = charset === no ? no : keys(c);
    return charset === no || key === no ? no : { algorithm, charset, key };
  },
};
const outcomes = {
  ok: { to: 'same', says: 'OK Threaded', when: 'always: to find nothing is no failure' },
  ...badCharset,
  ...unknownKey,
} as const;
const threading = (verb: string, rfc: Rfc, summary: string, traits: Partial<Imap['traits']>) =>
  command({
    verb,
    from: ['selected'],
    args,
    rfc,
    summary,
    traits,
    outcomes,
    run(cx, asked, take) {
      const item = unknownFor(cx, asked);
      if (item !== undefined) return take.foreign({ item });
      const key = decodedKey(asked.key, asked.charset);
      return key === undefined
        ? take.badCharset({ charset: asked.charset })
        : take.ok(answered(cx, asked, key, traits));
    },
  });
const threadCommand = threading(
  'THREAD',
  '5256#3',
  'Find messages, and tell which belong to one conversation.',
  {},
);
const uidThread = threading(
  'UID THREAD',
  '5256#3',
  'Find messages, and tell by UID which belong to one conversation.',
  {
    mayExpunge: true,
    uid: true,
  },
);
type Threading = Cx<Imap, 'selected'>;
const keywordOf = (algorithm: ThreadAlgorithm) => `THREAD=${algorithm}` as const;
const unknownFor = (cx: Threading, { algorithm, key }: Asked): string | undefined =>
  has(cx.host, keywordOf(algorithm)) ? unknownIn(key, cx) : algorithm;

function answered(
  cx: Threading,
  { algorithm }: Asked,
  key: SearchKey,
  how: Partial<Imap['traits']>,
): Current {
  const now = upToDate(cx, how);
  const { rows, numbers } = search(cx, now, key);
  const threads = algorithm === 'REFERENCES' ? references(rows) : orderedSubject(rows);
  const names = how.uid === true ? rows.map(({ uid }) => uid) : numbers;
  const text = threadsText(threads, (at) => names[at] ?? 0);
  return {
    ...now,
    session: sessionAfter(now, key),
    say: [...now.say, untagged(`THREAD${text === '' ? '' : ` ${text}`}`)],
  };
}
const offered = (host: Host): readonly string[] =>
  THREAD_ALGORITHMS.map(keywordOf).filter((keyword) => has(host, keyword));
export const thread: Extension<Imap> = {
  keyword: 'THREAD',
  rfc: '5256#3',
  summary: 'The server finds out which messages are a conversation.',
  adverts: ({ user }, host) => (user === '' ? undefined : offered(host).join(' ') || undefined),
  enabled: (host) => offered(host).length > 0,
  commands: [threadCommand, uidThread],
};
