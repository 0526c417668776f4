// What every octet of a send is, in all three protocols and both directions.
import { describe, expect, it } from 'vitest';
import { anatomyOf } from '../../../src/core/trace/anatomy.ts';
import type { Timeline } from '../../../src/core/kernel/timeline.ts';
import { typed } from '../ui-stage/session.ts';

interface Shown {
  readonly who: string;
  readonly parts: readonly string[];
}
const quoted = (octets: string): string => octets.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
/** Every send of a session, as `kind name=octets`. */
function shown({ trace, worlds }: Timeline): readonly Shown[] {
  const start = worlds[0];
  if (!start) throw new Error('no world');
  return trace.flatMap((event, index) => {
    const anatomy = anatomyOf(start, trace, index);
    if (event.type !== 'wire' || !anatomy) return [];
    const { octets } = event;
    const pieces = anatomy.pieces(0, octets.length);
    expect(pieces.map(({ from, to }) => octets.slice(from, to)).join('')).toBe(octets);
    const parts = pieces
      .filter(({ kind }) => kind !== 'space')
      .map(
        ({ from, to, kind, name }) =>
          `${name === '' ? kind : `${kind} ${name}`}=${quoted(octets.slice(from, to))}`,
      );
    return [{ who: event.dir === 'a>b' ? 'C' : 'S', parts }];
  });
}
const found = (timeline: Timeline, octets: string): readonly string[] =>
  shown(timeline).find(({ parts }) => parts.some((part) => part.endsWith(`=${octets}`)))?.parts ?? [];

const SMTP = [
  'telnet mx1.example.com 25',
  'EHLO client.example.net',
  'MAIL FROM:<you@client.example.net>',
  'RCPT TO:<bob@example.com>',
  'DATA',
];

describe('SMTP', () => {
  const letter = typed([...SMTP, 'Subject: x', '', '..hidden', 'QUIT', '.', 'QUIT']);
  it('a command: verb, argument, line end', () => {
    expect(found(letter, 'MAIL')).toEqual([
      'verb=MAIL',
      'keyword=FROM:',
      'argument reverse-path=<you@client.example.net>',
      'end=\\r\\n',
    ]);
  });
  it('a command that is not allowed yet: its arguments are what they would be', () => {
    const early = typed([...SMTP.slice(0, 2), 'RCPT TO:<bob@example.com>', 'RCPT nobody']);
    expect(found(early, 'RCPT')).toEqual([
      'verb=RCPT',
      'keyword=TO:',
      'argument forward-path=<bob@example.com>',
      'end=\\r\\n',
    ]);
    expect(found(early, 'nobody')).toEqual(['verb=RCPT', 'unread=nobody', 'end=\\r\\n']);
  });
  it('a letter is no command, whatever its lines look like; a doubled dot is one, the lone dot ends it', () => {
    expect(found(letter, 'hidden')).toEqual([]);
    expect(found(letter, '.hidden')).toEqual(['stuffed=.', 'content=.hidden', 'end=\\r\\n']);
    const sends = shown(letter).filter(({ parts }) => parts.some((part) => part.endsWith('=QUIT')));
    expect(sends.map(({ parts }) => parts[0])).toEqual(['content=QUIT', 'verb=QUIT']);
    expect(shown(letter).filter(({ parts }) => parts.includes('stop=.'))).toEqual([
      { who: 'C', parts: ['stop=.', 'end=\\r\\n'] },
    ]);
  });
  it('a reply: status, what the template left open, line ends', () => {
    const [greeting] = shown(letter).filter(({ who }) => who === 'S');
    expect(greeting?.parts[0]).toMatch(/^status=220/);
    const hello = shown(letter).find(({ parts }) => parts.some((part) => part.includes('PIPELINING')));
    expect(hello?.parts.filter((part) => part.startsWith('status='))).toContain('status=250-');
    expect(hello?.parts.filter((part) => part === 'end=\\r\\n').length).toBeGreaterThan(3);
    const sender = shown(letter).find(({ parts }) => parts.includes('enhanced=2.1.0'));
    expect(sender?.parts[0]).toBe('status=250');
  });
  it('a chunk is as long as BDAT announced', () => {
    const timeline = typed([...SMTP.slice(0, 4), 'BDAT 11 LAST', 'MAIL FROM', 'NOOP']);
    expect(found(timeline, 'BDAT')).toContain('argument octets=11');
    expect(found(timeline, 'MAIL FROM\\r\\n')).toEqual(['literal=MAIL FROM\\r\\n']);
    expect(found(timeline, 'NOOP')[0]).toBe('verb=NOOP');
  });
});

describe('POP3', () => {
  const session = typed([
    'openssl s_client -quiet -crlf -connect pop.example.com:995',
    'USER bob',
    'PASS correct-horse',
    'STAT',
    'LIST',
    'RETR 1',
    'NONSENSE',
  ]);
  it('arguments have the names of their declaration, in what is asked and in what is answered', () => {
    expect(found(session, 'USER')).toEqual(['verb=USER', 'argument name=bob', 'end=\\r\\n']);
    expect(found(session, '3163120')).toEqual([
      'status=+OK',
      'argument count=6',
      'text= messages (',
      'argument octets=3163120',
      'text= octets)',
      'end=\\r\\n',
    ]);
  });
  it('rows and the lone dot that ends them', () => {
    const list = shown(session).find(({ parts }) => parts.some((part) => part.startsWith('content=1 ')));
    expect(list?.parts[0]).toBe('status=+OK');
    expect(list?.parts.slice(-2)).toEqual(['stop=.', 'end=\\r\\n']);
  });
  it('a verb nobody knows is a verb all the same', () => {
    expect(found(session, 'NONSENSE')).toEqual(['verb=NONSENSE', 'end=\\r\\n']);
  });
});

describe('IMAP', () => {
  const session = typed([
    'openssl s_client -quiet -crlf -connect imap.example.com:993',
    'a1 LOGIN {3}',
    'bob correct-horse',
    'a2 SELECT INBOX',
    'a3 FETCH 1 BODY[HEADER.FIELDS (SUBJECT)]',
  ]);
  it('a tag, a verb, a literal where it stands, its count, and how much of it came', () => {
    expect(found(session, '{3}')).toEqual(['tag=a1', 'verb=LOGIN', 'count={3}', 'end=\\r\\n']);
    expect(found(session, 'bob')).toEqual([
      'argument name=bob',
      'argument password=correct-horse',
      'end=\\r\\n',
    ]);
  });
  it('what an item and a code are made of, bracket by bracket', () => {
    expect(found(session, 'BODY')).toEqual([
      'tag=a3',
      'verb=FETCH',
      'argument sequence-set=1',
      'argument item=BODY',
      'mark=[',
      'argument section=HEADER.FIELDS',
      'mark=(',
      'argument field-name=SUBJECT',
      'mark=)',
      'mark=]',
      'end=\\r\\n',
    ]);
    const [first] = shown(session).filter(({ parts }) => parts.includes('argument code=UIDVALIDITY'));
    const at = first?.parts.indexOf('argument code=UIDVALIDITY') ?? -1;
    expect(first?.parts.slice(at - 1, at + 4)).toEqual([
      'mark=[',
      'argument code=UIDVALIDITY',
      'argument uid-validity=1793696400',
      'mark=]',
      'text=As long as this stays, UIDs do',
    ]);
  });
  it('a literal in a reply, counted', () => {
    const { trace, worlds } = session;
    const start = worlds[0];
    const at = trace.findIndex((event) => event.type === 'wire' && event.octets.includes('FETCH (BODY['));
    const anatomy = start && anatomyOf(start, trace, at);
    const [counted] = anatomy?.counted ?? [];
    expect(counted?.here).toBe(counted?.announced);
    expect(counted?.announced).toBeGreaterThan(10);
    const kinds = anatomy?.pieces(0, anatomy.octets.length).map(({ kind }) => kind);
    expect(kinds).toContain('literal');
    expect(kinds).toContain('count');
    expect(kinds?.filter((kind) => kind === 'status')).toHaveLength(2);
  });
});

describe('pieces in a window', () => {
  it('are those that have an octet in it, the same as in the whole', () => {
    const { trace, worlds } = typed([
      'openssl s_client -quiet -crlf -connect pop.example.com:995',
      'USER bob',
      'PASS correct-horse',
      'RETR 1',
    ]);
    const start = worlds[0];
    const at = trace.findIndex(
      (event) => event.type === 'wire' && event.octets.startsWith('+OK') && event.octets.length > 300,
    );
    const anatomy = start && anatomyOf(start, trace, at);
    const all = anatomy?.pieces(0, anatomy.octets.length) ?? [];
    expect(anatomy?.pieces(40, 200)).toEqual(all.filter(({ from, to }) => to > 40 && from < 200));
  });
});
