// What each octet of an IMAP server's line is (RFC 9051 §7).
import { describe, expect, test } from 'vitest';
import { imap } from '../../../src/core/protocols/imap/protocol.ts';
import { spansOfReply } from '../../../src/core/spec/reply-spans.ts';

const parts = (line: string, spoken?: { readonly trigger: string; readonly outcome: string }) =>
  spansOfReply(imap, line, spoken).map(({ from, to, role }) => `${role}=${line.slice(from, to)}`);

describe('what each octet of an answer is', () => {
  test.each([
    ['a1 OK [READ-WRITE] It is open', ['tag=a1', 'status=OK', 'code=[READ-WRITE]']],
    ['* BYE Good day', ['untagged=*', 'status=BYE']],
    ['+ Ready for 15 octets', ['continuation=+', 'size=15']],
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
      [
        'untagged=*',
        'response=STATUS',
        'mailbox=INBOX',
        'item=MESSAGES',
        'value=12',
        'item=UNSEEN',
        'value=2',
      ],
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
      [
        'untagged=*',
        'message=4',
        'response=FETCH',
        'item=BODY[HEADER.FIELDS (SUBJECT)]',
        'literal size={16}',
      ],
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
        'message=3',
        'item=ALL',
        'message=1:3',
      ],
    ],
    ['nothing of the kind', []],
  ])('%s', (line, spans) => {
    expect(parts(line)).toEqual(spans);
  });
  test('every row of a reply is found again, with its tag', () => {
    const spoken = { trigger: 'ENABLE', outcome: 'ok' };
    expect(parts('* ENABLED CONDSTORE', spoken)).toContain('names= CONDSTORE');
    expect(parts('a OK What I know of it is on', spoken)).toEqual(['tag=a', 'status=OK']);
    expect(parts('b BAD There is no message with such a number: 12 are here')).toContain('count=12');
  });
});
