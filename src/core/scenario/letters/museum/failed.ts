import { letter } from '../letter.ts';

/** A letter that could not be delivered: three parts, the second for programs (RFC 3464). */
export const failed = letter(`
Return-Path: <>
Received: by submit.example.com (delivery status)
 id 10FAILED for <alice@example.com>; Wed, 21 Oct 2026 13:11:02 +0000
Date: Wed, 21 Oct 2026 13:11:02 +0000
From: Mail Delivery System <MAILER-DAEMON@example.com>
To: alice@example.com
Subject: Undelivered: The maps you asked for
Message-ID: <20261021.131102.10@submit.example.com>
In-Reply-To: <20261021.131050.10a@submit.example.com>
References: <20261021.131050.10a@submit.example.com>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
 boundary="=_d10"

--=_d10
Content-Type: text/plain; charset=us-ascii

Your letter did not reach <nobdy@example.org>: the server there says that
there is nobody of this name. It will not be tried again.

--=_d10
Content-Type: message/delivery-status

Reporting-MTA: dns; submit.example.com
Arrival-Date: Wed, 21 Oct 2026 13:10:58 +0000

Final-Recipient: rfc822; nobdy@example.org
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 550 5.1.1 <nobdy@example.org> no such user

--=_d10
Content-Type: text/rfc822-headers

Date: Wed, 21 Oct 2026 13:10:50 +0000
From: Alice <alice@example.com>
To: nobdy@example.org
Subject: The maps you asked for
Message-ID: <20261021.131050.10a@submit.example.com>

--=_d10--
`);
