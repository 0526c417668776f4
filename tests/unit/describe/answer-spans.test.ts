// What each octet of an IMAP server's line is (RFC 9051 §7).
import { describe, expect, test } from 'vitest';
import { imap } from '../../../src/core/protocols/imap/protocol.ts';
import { spansOfReply } from '../../../src/core/spec/reply-spans.ts';

const parts = (line: string, spoken?: { readonly trigger: string; readonly outcome: string }) =>
  spansOfReply(imap, line, spoken).map(({ from, to, role }) => `${role}=${line.slice(from, to)}`);

const LINES: readonly (readonly [line: string, spans: readonly string[]])[] = [
  ['a1 OK [READ-WRITE] It is open', ['tag=a1', 'status=OK', 'code=[READ-WRITE]', 'prose=It is open']],
  ['* BYE Good day', ['untagged=*', 'status=BYE', 'prose=Good day']],
  ['+ Ready for 15 octets', ['continuation=+', 'prose=Ready for 15 octets']],
  ['* 12 EXISTS', ['untagged=*', 'count=12', 'response=EXISTS']],
  ['* 3 EXPUNGE', ['untagged=*', 'message=3', 'response=EXPUNGE']],
  ['* SEARCH 2 84', ['untagged=*', 'response=SEARCH', 'message=2', 'message=84']],
  [
    '* LIST (\\HasNoChildren \\Sent) "/" Sent',
    [
      'untagged=*',
      'response=LIST',
      'attribute=\\HasNoChildren',
      'attribute=\\Sent',
      'delimiter="/"',
      'mailbox=Sent',
    ],
  ],
  [
    '* STATUS INBOX (MESSAGES 12 UNSEEN 2)',
    ['untagged=*', 'response=STATUS', 'mailbox=INBOX', 'item=MESSAGES', 'count=12', 'item=UNSEEN', 'count=2'],
  ],
  [
    '* 1 FETCH (UID 101 FLAGS (\\Seen) RFC822.SIZE 536)',
    [
      'untagged=*',
      'message=1',
      'response=FETCH',
      'item=UID',
      'uid=101',
      'item=FLAGS',
      'flag=\\Seen',
      'item=RFC822.SIZE',
      'size=536',
    ],
  ],
  [
    '* 1 FETCH (ENVELOPE ("Mon, 2 Nov 2026 09:00:00 +0000" "Lunch" (("Dave" NIL "dave" "example.org")) NIL NIL NIL NIL NIL NIL "<a@b>") UID 7)',
    [
      'untagged=*',
      'message=1',
      'response=FETCH',
      'item=ENVELOPE',
      'date="Mon, 2 Nov 2026 09:00:00 +0000"',
      'subject="Lunch"',
      'from="Dave"',
      'from=NIL',
      'from="dave"',
      'from="example.org"',
      'sender=NIL',
      'reply-to=NIL',
      'to=NIL',
      'cc=NIL',
      'bcc=NIL',
      'in-reply-to=NIL',
      'message-id="<a@b>"',
      'item=UID',
      'uid=7',
    ],
  ],
  [
    '* 4 FETCH (BODY[HEADER.FIELDS (SUBJECT)] {16}',
    ['untagged=*', 'message=4', 'response=FETCH', 'item=BODY[HEADER.FIELDS (SUBJECT)]', 'literal size={16}'],
  ],
  [' FLAGS (\\Seen))', ['item=FLAGS', 'flag=\\Seen']],
  [
    '* ESEARCH (TAG "a2") UID COUNT 3 ALL 1:3',
    [
      'untagged=*',
      'response=ESEARCH',
      'item=TAG',
      'tag="a2"',
      'item=UID',
      'item=COUNT',
      'count=3',
      'item=ALL',
      'uid=1:3',
    ],
  ],
  [
    '* 2 FETCH (UID 7 BODYSTRUCTURE (("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 12 1 NIL NIL NIL NIL)("APPLICATION" "PDF" NIL "<a@b>" "Menu" "BASE64" 400 NIL ("ATTACHMENT" ("FILENAME" "menu.pdf")) ("en" "de") "menu") "MIXED" ("BOUNDARY" "x") NIL "en" NIL) FLAGS ())',
    [
      'untagged=*',
      'message=2',
      'response=FETCH',
      'item=UID',
      'uid=7',
      'item=BODYSTRUCTURE',
      'type="TEXT"',
      'subtype="PLAIN"',
      'parameter="CHARSET"',
      'value="utf-8"',
      'content-id=NIL',
      'description=NIL',
      'encoding="7BIT"',
      'octets=12',
      'lines=1',
      'md5=NIL',
      'disposition=NIL',
      'language=NIL',
      'location=NIL',
      'type="APPLICATION"',
      'subtype="PDF"',
      'parameter=NIL',
      'content-id="<a@b>"',
      'description="Menu"',
      'encoding="BASE64"',
      'octets=400',
      'md5=NIL',
      'disposition="ATTACHMENT"',
      'parameter="FILENAME"',
      'value="menu.pdf"',
      'language="en"',
      'language="de"',
      'location="menu"',
      'subtype="MIXED"',
      'parameter="BOUNDARY"',
      'value="x"',
      'disposition=NIL',
      'language="en"',
      'location=NIL',
      'item=FLAGS',
    ],
  ],
  [
    '* 3 FETCH (BODY ("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 90 (NIL "Hi" NIL NIL NIL (("Al" NIL "al" "example.org")) NIL NIL NIL NIL) ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 4 1) 5))',
    [
      'untagged=*',
      'message=3',
      'response=FETCH',
      'item=BODY',
      'type="MESSAGE"',
      'subtype="RFC822"',
      'parameter=NIL',
      'content-id=NIL',
      'description=NIL',
      'encoding="7BIT"',
      'octets=90',
      'date=NIL',
      'subject="Hi"',
      'from=NIL',
      'sender=NIL',
      'reply-to=NIL',
      'to="Al"',
      'to=NIL',
      'to="al"',
      'to="example.org"',
      'cc=NIL',
      'bcc=NIL',
      'in-reply-to=NIL',
      'message-id=NIL',
      'type="TEXT"',
      'subtype="PLAIN"',
      'parameter=NIL',
      'content-id=NIL',
      'description=NIL',
      'encoding="7BIT"',
      'octets=4',
      'lines=1',
      'lines=5',
    ],
  ],
  [
    '* 5 FETCH (ENVELOPE (NIL {5}',
    ['untagged=*', 'message=5', 'response=FETCH', 'item=ENVELOPE', 'date=NIL', 'literal size={5}'],
  ],
  [' NIL NIL) UID 7)', ['value=NIL', 'value=NIL', 'item=UID', 'uid=7']],
  [
    '* ESEARCH (TAG "a2") UID ALL 101:103 COUNT 3',
    [
      'untagged=*',
      'response=ESEARCH',
      'item=TAG',
      'tag="a2"',
      'item=UID',
      'item=ALL',
      'uid=101:103',
      'item=COUNT',
      'count=3',
    ],
  ],
  ['nothing of the kind', []],
  [
    'a2 OK [COPYUID 1793696400 1:2 7:8] Copied',
    [
      'tag=a2',
      'status=OK',
      'code=[COPYUID 1793696400 1:2 7:8]',
      'uid-validity=1793696400',
      'source-uid=1:2',
      'uid=7:8',
      'prose=Copied',
    ],
  ],
  [
    '* OK [PERMANENTFLAGS (\\Seen \\*)] These stay',
    [
      'untagged=*',
      'status=OK',
      'code=[PERMANENTFLAGS (\\Seen \\*)]',
      'flag=\\Seen',
      'flag=\\*',
      'prose=These stay',
    ],
  ],
  [
    '* SEARCH 2 84 (MODSEQ 917)',
    ['untagged=*', 'response=SEARCH', 'message=2', 'message=84', 'item=MODSEQ', 'modseq=917'],
  ],
  [
    '* VANISHED (EARLIER) 41,43:116',
    ['untagged=*', 'response=VANISHED', 'modifier=EARLIER', 'uid=41,43:116'],
  ],
  [
    '* THREAD (2)(3 (6)(4 23))',
    ['untagged=*', 'response=THREAD', 'message=2', 'message=3', 'message=6', 'message=4', 'message=23'],
  ],
  [
    '* QUOTA #user/bob (STORAGE 10 512 MESSAGE 3 20)',
    [
      'untagged=*',
      'response=QUOTA',
      'root=#user/bob',
      'resource=STORAGE',
      'used=10',
      'limit=512',
      'resource=MESSAGE',
      'used=3',
      'limit=20',
    ],
  ],
  ['* ID ("name" "Mailwire")', ['untagged=*', 'response=ID', 'name="name"', 'value="Mailwire"']],
  [
    '* NAMESPACE (("" "/")) NIL NIL',
    ['untagged=*', 'response=NAMESPACE', 'prefix=""', 'delimiter="/"', 'nil=NIL', 'nil=NIL'],
  ],
];
describe('what each octet of an answer is', () => {
  test.each(LINES)('%s', (line, spans) => {
    expect(parts(line)).toEqual(spans);
  });
  test('numbers that answer a UID command are UIDs', () => {
    const found = ['untagged=*', 'response=SEARCH', 'uid=101', 'uid=104'];
    expect(parts('* SEARCH 101 104', { trigger: 'UID SEARCH', outcome: 'ok' })).toEqual(found);
    expect(parts('* THREAD (101)(104)', { trigger: 'UID THREAD', outcome: 'ok' })).toContain('uid=104');
    expect(parts('* 3 FETCH (UID 7)', { trigger: 'UID FETCH', outcome: 'ok' })).toContain('message=3');
  });
  test('every row of a reply is found again, with its tag', () => {
    const spoken = { trigger: 'ENABLE', outcome: 'ok' };
    expect(parts('* ENABLED CONDSTORE', spoken)).toContain('capability=CONDSTORE');
    expect(parts('a OK What I know of it is on', spoken)).toEqual([
      'tag=a',
      'status=OK',
      'prose=What I know of it is on',
    ]);
    expect(parts('b BAD There is no message with such a number: 12 are here')).toEqual([
      'tag=b',
      'status=BAD',
      'prose=There is no message with such a number: 12 are here',
    ]);
  });
});
