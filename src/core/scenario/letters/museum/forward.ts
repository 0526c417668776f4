import { letter } from '../letter.ts';

/** A message in a message in a message (RFC 2046 §5.2.1). */
export const forward = letter(`
Return-Path: <bob@example.com>
Received: from bob-desk.example.com ([192.0.2.142])
 by submit.example.com with ESMTPSA id 8FWDNEST
 for <alice@example.com>; Fri, 16 Oct 2026 15:30:40 +0000
Date: Fri, 16 Oct 2026 15:30:35 +0000
From: Bob <bob@example.com>
To: Alice <alice@example.com>
Subject: Fwd: Fwd: where the lamp came from
Message-ID: <20261016.153035.8@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_f8"

--=_f8
Content-Type: text/plain; charset=us-ascii

see below
--=_f8
Content-Type: message/rfc822
Content-Description: what Erin sent me

Date: Fri, 16 Oct 2026 14:10:00 +0000
From: Erin <erin@example.com>
To: Bob <bob@example.com>
Subject: Fwd: where the lamp came from
Message-ID: <20261016.141000.8a@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_f8_erin"

--=_f8_erin
Content-Type: text/plain; charset=us-ascii

Dave wrote this in spring, and here is the lamp he means.

Erin
--=_f8_erin
Content-Type: message/rfc822

Date: Tue, 14 Apr 2026 18:00:00 +0200
From: Dave Rivers <dave@example.org>
To: erin@example.com
Subject: where the lamp came from
Message-ID: <20260414.8@example.org>

It hung in the ferry house until the bridge was built.

Dave
--=_f8_erin
Content-Type: image/png
Content-Disposition: attachment; filename=lamp.png
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f8IGK2IYWhIAf3aA
wUSiKEMAAAAASUVORK5CYII=
--=_f8_erin--
--=_f8--
`);
