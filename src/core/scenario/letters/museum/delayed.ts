import { letter } from '../letter.ts';

/** Not yet delivered, still being tried: a warning, and no reason to send it again (RFC 3464 §2.3.3). */
export const delayed = letter(`
Return-Path: <>
Received: by submit.example.com (delivery status)
 id 11DELAY for <alice@example.com>; Thu, 22 Oct 2026 17:05:00 +0000
Date: Thu, 22 Oct 2026 17:05:00 +0000
From: Mail Delivery System <MAILER-DAEMON@example.com>
To: alice@example.com
Subject: Delayed: A chair for the reading room
Message-ID: <20261022.170500.11@submit.example.com>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_d11"

--=_d11
Content-Type: text/plain; charset=us-ascii

Your letter to <keeper@down.test> has waited for four hours: its server
does not answer. It will be tried for four more days. You need not do
anything.

--=_d11
Content-Type: message/delivery-status

Reporting-MTA: dns; submit.example.com
Arrival-Date: Thu, 22 Oct 2026 13:04:10 +0000

Final-Recipient: rfc822; keeper@down.test
Action: delayed
Status: 4.4.1
Will-Retry-Until: Mon, 26 Oct 2026 13:04:10 +0000
Diagnostic-Code: x-submit; connection refused

--=_d11
Content-Type: text/rfc822-headers

Date: Thu, 22 Oct 2026 13:04:08 +0000
From: Alice <alice@example.com>
To: keeper@down.test
Subject: A chair for the reading room
Message-ID: <20261022.130408.11a@submit.example.com>

--=_d11--
`);
