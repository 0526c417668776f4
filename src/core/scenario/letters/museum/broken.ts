import type { Octets } from '../../../base/octets.ts';
import { letter } from '../letter.ts';

const head = letter(`
Return-Path: <ghost@old.test>
Received: from old.test ([203.0.113.104])
 by mx1.example.com with SMTP id 17BROKEN
 for <alice@example.com>; Sat, 31 Oct 2026 21:00:02 +0000
Date: Sat, 31 Oct 2026 22:00:00 CET
From: The Old Machine <ghost@old.test>
To: alice@example.com
Subject: Broken\r in many places
X-Mailer: Quill 0.9
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_here"
This line should have been empty.
--=_there
Content-Type: text/plain; charset=us-ascii

Here`);
const tail = letter(`s the text you asked for. Its apostrophe is an octet of another
charset than the one it names, and the boundary is not the one announced.
--=_there--
`);
/** windows-1252's apostrophe, in a text that says it is us-ascii. */
const APOSTROPHE = '\x92';

/** All that goes wrong in old letters: no empty line, a bare CR, another boundary, another charset. */
export const broken: Octets = head + APOSTROPHE + tail;
