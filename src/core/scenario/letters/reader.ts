import { letter } from './letter.ts';

/** A newsletter: the same words twice, as plain text and as HTML in quoted-printable (RFC 2046 §5.1.4, 2045 §6.7). */
export const reader = letter(`
Return-Path: <reader-bounces@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 2WN8DGYU
 for <bob@example.com>; Sun, 1 Nov 2026 06:00:11 +0000
Date: Sun, 1 Nov 2026 07:00:00 +0100
From: The Riverside Reader <reader@example.org>
To: bob@example.com
Subject: The Riverside Reader, November: books for long evenings
Message-ID: <20261101.reader@example.org>
List-Id: The Riverside Reader <reader.example.org>
List-Unsubscribe: <mailto:reader-leave@example.org>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="=_november"

If you can read this line, your program knows nothing of MIME.

--=_november
Content-Type: text/plain; charset=us-ascii

THE RIVERSIDE READER

The clocks have gone back, and the library cafe stays open until ten.
On the table by the stove this month:

  * The Ferryman's Almanac, for people who like tides
  * Forty Ways to Fold a Letter, with a sheet to practise on
  * A Short History of Queues, which is longer than it says

Members of Lantern Books borrow two at a time, as ever.

  https://www.example.org/reader/november

--=_november
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<!DOCTYPE html>
<html lang=3D"en">
<body style=3D"font-family: Georgia, serif; color: #3a2d1f">
<h1>The Riverside Reader</h1>
<p>The clocks have gone back, and the library caf=C3=A9 stays open until=
 ten.<br>
On the table by the stove this month:</p>
<ul>
<li><em>The Ferryman=E2=80=99s Almanac</em>, for people who like tides
<li><em>Forty Ways to Fold a Letter</em>, with a sheet to practise on
<li><em>A Short History of Queues</em>, which is longer than it says
</ul>
<p>Members of Lantern Books borrow two at a time, as ever.</p>
<p><a href=3D"https://www.example.org/reader/november">Read on =E2=80=A6</a=
></p>
</body>
</html>

--=_november--
`);
