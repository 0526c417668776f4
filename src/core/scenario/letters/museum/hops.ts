import { letter } from '../letter.ts';

/** Quoted-printable with soft breaks (RFC 2045 §6.7), and a trace of five hops whose last one is a lie. */
export const hops = letter(`
Return-Path: <dave@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 7HOPS5AA
 for <alice@example.com>; Thu, 8 Oct 2026 14:02:31 +0000
Received: from relay.example.org (relay.example.org [198.51.100.21])
 by mail.example.org with ESMTPS id 7HOPS4BB;
 Thu, 8 Oct 2026 16:02:29 +0200
Received: from queue.example.org (queue.example.org [198.51.100.22])
 by relay.example.org with ESMTP id 7HOPS3CC;
 Thu, 8 Oct 2026 16:02:27 +0200
Received: from river-desk.example.org ([198.51.100.77])
 by queue.example.org with ESMTPSA id 7HOPS2DD;
 Thu, 8 Oct 2026 15:15:24 +0200
Received: from mail.bank.example ([203.0.113.66])
 by mx.other.test with ESMTP id 7HOPS1EE;
 Thu, 8 Oct 2026 13:15:20 +0000
Date: Thu, 8 Oct 2026 15:15:19 +0200
From: Dave Rivers <dave@example.org>
To: alice@example.com
Subject: Which way did this letter come?
Message-ID: <20261008.3@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Alice, read the lines above from the bottom to the top and tell me where it=
 waited, and which line no server of ours has written.

An equals sign is written =3D here, because 1 + 1 =3D 2 must survive. A caf=
=C3=A9 has its accent, and this line ends with a space:=20
Dave
`);
