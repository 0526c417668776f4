import { letter } from '../letter.ts';

/** Encoded words, one B and one Q, with a fold between them (RFC 2047). */
export const encodedWords = letter(`
Return-Path: <jose@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 5WORDSBQ
 for <alice@example.com>; Mon, 12 Oct 2026 10:20:33 +0000
Date: Mon, 12 Oct 2026 12:20:30 +0200
From: =?utf-8?Q?Jos=C3=A9?= <jose@example.org>
To: =?iso-8859-1?Q?Alice_=28B=FCcher=29?= <alice@example.com>
Subject: =?utf-8?B?R3LDvMOfZSBhdXMgZGVyIELDvGNoZXJzdHViZSwg?=
 =?utf-8?Q?mit_caf=C3=A9_und_=E2=82=AC_5?= (no more)
Message-ID: <20261012.5@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Header fields are ASCII, so every word above that is not wears a coat.
My name would sign here; this body may not.
`);
