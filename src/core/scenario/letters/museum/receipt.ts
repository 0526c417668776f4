import { letter } from '../letter.ts';

/** Somebody’s program says that the letter was shown (RFC 8098). Whether it was read, it cannot know. */
export const receipt = letter(`
Return-Path: <>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 12READMD
 for <alice@example.com>; Fri, 23 Oct 2026 09:12:44 +0000
Date: Fri, 23 Oct 2026 11:12:41 +0200
From: Dave Rivers <dave@example.org>
To: Alice <alice@example.com>
Subject: Displayed: Opening hours in winter
Message-ID: <20261023.12@example.org>
In-Reply-To: <20261022.090000.12a@submit.example.com>
References: <20261022.090000.12a@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification;
 boundary="=_r12"

--=_r12
Content-Type: text/plain; charset=us-ascii

Your letter "Opening hours in winter" of 22 October was displayed.

--=_r12
Content-Type: message/disposition-notification

Reporting-UA: river-desk.example.org; Reading Desk 4
Original-Recipient: rfc822;dave@example.org
Final-Recipient: rfc822;dave@example.org
Original-Message-ID: <20261022.090000.12a@submit.example.com>
Disposition: manual-action/MDN-sent-manually; displayed

--=_r12--
`);
