// What sessions are full of, so that a link need not say it again (RFC 1951: a preset dictionary, as zlib's of RFC 1950 §2.2).
// A link names the number of its dictionary. One that is in use never changes: what would be better is another number.

/** What is likeliest stands last: the shorter the way back to it, the fewer bits it takes. */
const FIRST = [
  'hosts\nhistory\nclear\ndate\nhelp\nsleep 30m\ndig +short MX example.org\nhost -t MX \ndig TXT _dmarc.\ndig A ',
  "printf '\\0bob\\0correct-horse' | base64\nbase64 -d\nmd5sum\nnc -C \nnc -l 2525\ncurl \n",
  'bob-laptop.example.net\nalice-phone.example.net\ncafe.example.net\n',
  '\x03{"type":"turn","knob":{"type":"policy","host":"mx1.example.com","set":{"greylist":300}}}\n',
  '\x03{"type":"turn","knob":{"type":"link","between":["client.example.net",""],"set":{"latency":',
  '\x03{"type":"cut","conn":1,"after":0}\n\x03{"type":"pass","until":',
  '\x03{"type":"open","console":"bob-laptop","host":"bob-laptop.example.net"}\n',
  '\x03{"type":"open","console":"you@client/2","host":"client.example.net"}\n\x03{"type":"shut","console":"',
  'gnutls-cli --crlf --starttls -p 587 submit.example.com\nopenssl s_client -starttls smtp -connect submit.example.com:587\n',
  'openssl s_client -quiet -crlf -connect imap.example.com:993\n',
  'openssl s_client -quiet -crlf -connect pop.example.com:995\nopenssl s_client -crlf -quiet -connect ',
  'telnet imap.example.com 143\ntelnet mx.example.org 25\ntelnet submit.example.com 587\ntelnet pop.example.com 110\n',
  'a1 CAPABILITY\na1 ENABLE \na2 IDLE\nDONE\na3 STARTTLS\na2 LIST "" "*"\na4 LSUB "" "%"\nNAMESPACE\n',
  'a4 STATUS INBOX (MESSAGES UIDNEXT UIDVALIDITY UNSEEN RECENT SIZE HIGHESTMODSEQ)\na5 CREATE \na5 DELETE \na6 RENAME \n',
  'a5 SEARCH UNSEEN SINCE 1-Nov-2026 FROM "alice" SUBJECT "" TEXT ALL\na7 UID SEARCH \na7 SORT (REVERSE DATE) UTF-8 ALL\n',
  'a7 THREAD REFERENCES UTF-8 ALL\na8 APPEND Drafts (\\Draft \\Seen) {\na8 APPEND Sent (\\Seen) {',
  'a6 COPY 1 Archive\na6 MOVE 1 Trash\na6 UID MOVE \na6 UID COPY \na7 CLOSE\na7 UNSELECT\na7 EXPUNGE\na7 UID EXPUNGE \n',
  'a5 STORE 1 +FLAGS (\\Deleted)\na5 STORE 1 -FLAGS (\\Seen \\Flagged \\Answered)\na5 UID STORE 1 +FLAGS.SILENT (\\Deleted)\n',
  'a4 UID FETCH 1:* (FLAGS)\na4 FETCH 1 (ENVELOPE BODYSTRUCTURE INTERNALDATE RFC822.SIZE UID FLAGS)\n',
  'a4 FETCH 1 BODY[HEADER.FIELDS (FROM SUBJECT DATE)]\na4 FETCH 1 BODY.PEEK[TEXT]\na4 FETCH 1 BODY.PEEK[HEADER]\na4 FETCH 1 BODY[]\n',
  'a1 AUTHENTICATE PLAIN\na1 LOGIN alice wonder-land\na1 LOGIN bob correct-horse\na2 SELECT INBOX\na2 EXAMINE INBOX\na3 NOOP\na9 LOGOUT\n',
  'AUTH CRAM-MD5\nAUTH SCRAM-SHA-256 \nAUTH LOGIN\nAUTH PLAIN AGJvYgBjb3JyZWN0LWhvcnNl\nSTARTTLS\nBDAT 86 LAST\n',
  'VRFY bob\nEXPN staff\nHELP\nNOOP\nRSET\nHELO client.example.net\n',
  'CAPA\nSTLS\nAPOP bob \nLANG\nUTF8\nTOP 1 0\nUIDL\nUIDL 1\nLIST\nLIST 1\nRETR 2\nDELE 2\nUSER alice\nPASS wonder-land\n',
  'USER bob\nPASS correct-horse\nSTAT\nLIST\nRETR 1\nDELE 1\nQUIT\n',
  'Content-Type: multipart/mixed; boundary="\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n',
  'Message-ID: <@client.example.net>\nIn-Reply-To: <\nReferences: <\nReply-To: \nSender: \nBcc: \nCc: Carol <carol@example.com>\n',
  'Date: Tue, 03 Nov 2026 09:05:00 +0000\nTo: carol@example.com\nTo: Alice <alice@example.com>\n',
  'postmaster@example.com\ndave@example.org\n@example.net\n@example.edu\nMAIL FROM:<> SIZE= BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=\n',
  'RCPT TO:<carol@example.com> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;\nRCPT TO:<alice@example.com>\n',
  'telnet mx1.example.com 25\nEHLO client.example.net\nMAIL FROM:<you@client.example.net>\nRCPT TO:<bob@example.com>\nDATA\n',
  'From: You <you@client.example.net>\nTo: Bob <bob@example.com>\nSubject: Typed by hand\n\nHello Bob,\n',
  'no program wrote this letter. I typed it.\n.\nQUIT\n',
].join('');

const octets = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));
/** By number, as a link names it. */
export const DICTIONARIES: Readonly<Record<number, Uint8Array>> = { 1: octets(FIRST) };
export const LATEST = 1;
