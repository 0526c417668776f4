import type { Host } from '../../../../host/host.ts';
import { no, refuse, type Cursor, type Grammar, type No } from '../../../../spec/grammar.ts';
import type { Extension } from '../../../../spec/protocol.ts';
import { has } from '../../capabilities.ts';
import { found, take } from '../../grammar/cursor.ts';
import { byUid, type Imap } from '../../shape.ts';
import { untagged } from '../../text.ts';
import { finding, type Asked } from '../finding.ts';
import { charsetThen } from '../grammar.ts';
import { keys } from '../key-grammar.ts';
import { unknownIn } from '../known.ts';
import { orderedSubject } from '../ordered-subject.ts';
import { references } from '../references.ts';
import { search } from '../searching.ts';
import { THREAD_ALGORITHMS, threadsText, type ThreadAlgorithm } from '../thread.ts';

interface Thread extends Asked {
  readonly algorithm: ThreadAlgorithm;
}
const WORD = /[A-Za-z]+/y;
const args: Grammar<Thread> = {
  usage: '<algorithm> <charset> <key> …',
  arguments: [
    { name: 'thread-algorithm', usage: '<algorithm>', secret: false },
    { name: 'charset', usage: '<charset>', secret: false },
    { name: 'search-key', usage: '<key> …', secret: false },
  ],
  rfc: '5256#3',
  read(c: Cursor): Thread | No {
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
const keywordOf = (algorithm: ThreadAlgorithm) => `THREAD=${algorithm}` as const;
const threading = finding<Thread>({
  args,
  says: 'OK Threaded',
  unknownFor: (cx, { algorithm, key }) =>
    has(cx.host, keywordOf(algorithm)) ? unknownIn(key, cx) : algorithm,
  answer(cx, now, { algorithm, key }, { uid }) {
    const { rows, numbers } = search(cx, now, key);
    const threads = algorithm === 'REFERENCES' ? references(rows) : orderedSubject(rows);
    const names = uid ? rows.map((row) => row.uid) : numbers;
    const text = threadsText(threads, (at) => names[at] ?? 0);
    return { line: untagged(`THREAD${text === '' ? '' : ` ${text}`}`), rows };
  },
});
const commands = [
  threading('THREAD', '5256#3', 'Find messages, and tell which belong to one conversation.'),
  threading(
    'UID THREAD',
    '5256#3',
    'Find messages, and tell by UID which belong to one conversation.',
    byUid,
  ),
];
const offered = (host: Host): readonly string[] =>
  THREAD_ALGORITHMS.map(keywordOf).filter((keyword) => has(host, keyword));
export const thread: Extension<Imap> = {
  keyword: 'THREAD',
  rfc: '5256#3',
  summary: 'The server finds out which messages are a conversation.',
  adverts: ({ user }, host) => (user === '' ? undefined : offered(host).join(' ') || undefined),
  enabled: (host) => offered(host).length > 0,
  commands,
};
