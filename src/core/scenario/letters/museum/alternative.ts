import { letter } from '../letter.ts';

/** The same in plain text and in HTML, the better one last (RFC 2046 §5.1.4). */
export const alternative = letter(`
Return-Path: <dave@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 6ALT2AND
 for <alice@example.com>; Mon, 2 Nov 2026 16:20:14 +0000
From: Dave Rivers <dave@example.org>
To: alice@example.com
Subject: Two ways to say it
Date: Mon, 02 Nov 2026 17:20:11 +0100
Message-ID: <20261102.6@example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_a6"

--=_a6
Content-Type: text/plain; charset=utf-8; format=flowed
Content-Transfer-Encoding: 7bit

Alice, the reading room is open until ten on Thursdays. Bring whoever 
likes tides.

Dave
--=_a6
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p style=3D"color: teal">Alice, the reading room is open <b>until ten</b> o=
n Thursdays. Bring whoever likes tides.</p>
<p>Dave</p>
--=_a6--
`);
