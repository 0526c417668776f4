import { letter } from '../letter.ts';

/** mixed(alternative(plain, related(html, png)), pdf), and a file name that is not ASCII (RFC 2387, 2231). */
export const parcel = letter(`
Return-Path: <carol@example.com>
Received: from carol-desk.example.com ([192.0.2.143])
 by submit.example.com with ESMTPSA id 7PARCELS
 for <alice@example.com>; Wed, 14 Oct 2026 11:00:09 +0000
Date: Wed, 14 Oct 2026 11:00:00 +0000
From: Carol <carol@example.com>
To: Alice <alice@example.com>
Cc: The office: Bob <bob@example.com>, Erin <erin@example.com>;
Subject: Invoice, with our lamp on it
Message-ID: <20261014.110000.7@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_parcel"

This is a message in several parts. You see this line only in a program
that cannot read them.

--=_parcel
Content-Type: multipart/alternative; boundary="=_parcel_text"

--=_parcel_text
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

The invoice is attached. The lamp is for those who read in colour. – Carol

--=_parcel_text
Content-Type: multipart/related; boundary="=_parcel_html";
 type="text/html"; start="<page.7@example.com>"

--=_parcel_html
Content-Type: text/html; charset=utf-8
Content-ID: <page.7@example.com>
Content-Transfer-Encoding: 8bit

<p>The invoice is attached.</p>
<p><img alt="our lamp" src="cid:lamp.7@example.com"> – Carol</p>

--=_parcel_html
Content-Type: image/png; name="lamp.png"
Content-ID: <lamp.7@example.com>
Content-Description: our lamp, eight pixels wide
Content-Disposition: inline; filename="lamp.png"
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f8IGK2IYWhIAf3aA
wUSiKEMAAAAASUVORK5CYII=

--=_parcel_html--

--=_parcel_text--

--=_parcel
Content-Type: application/pdf;
 name*0*=utf-8'en'Invoice%20for%20;
 name*1*=B%C3%BCcher%20und%20;
 name*2="lamps.pdf"
Content-Disposition: attachment;
 filename*=UTF-8''Invoice%20for%20B%C3%BCcher%20und%20lamps.pdf;
 size=554
Content-Language: en, de
Content-Transfer-Encoding: base64

JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+CmVuZG9iagoyIDAg
b2JqPDwvVHlwZS9QYWdlcy9LaWRzWzMgMCBSXS9Db3VudCAxPj4KZW5kb2JqCjMgMCBvYmo8PC9U
eXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCAzMDAgMjAwXS9Db250ZW50cyA0IDAg
Ui9SZXNvdXJjZXM8PC9Gb250PDwvRiA1IDAgUj4+Pj4+PgplbmRvYmoKNCAwIG9iajw8L0xlbmd0
aCA1ND4+c3RyZWFtCkJUIC9GIDE4IFRmIDQwIDEyMCBUZCAoTGFudGVybiBCb29rcywgaW52b2lj
ZSA3KSBUaiBFVAplbmRzdHJlYW0KZW5kb2JqCjUgMCBvYmo8PC9UeXBlL0ZvbnQvU3VidHlwZS9U
eXBlMS9CYXNlRm9udC9IZWx2ZXRpY2E+PgplbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUz
NSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTMgMDAwMDAgbiAKMDAwMDAwMDEwMyAw
MDAwMCBuIAowMDAwMDAwMjEzIDAwMDAwIG4gCjAwMDAwMDAzMTMgMDAwMDAgbiAKdHJhaWxlcjw8
L1NpemUgNi9Sb290IDEgMCBSPj4Kc3RhcnR4cmVmCjM3NQolJUVPRgo=

--=_parcel--
`);
