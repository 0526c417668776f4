import { letter } from './letter.ts';

/** It looks like the shop's own postmaster, and is not: read the domains from right to left. */
export const lookalike = letter(`
Return-Path: <postmaster@example-com.test>
Received: from mail.example-com.test (unknown [203.0.113.66])
 by mx1.example.com with ESMTP id 6ZB1HQNI
 for <bob@example.com>; Tue, 3 Nov 2026 02:14:37 +0000
Date: Tue, 3 Nov 2026 02:14:30 +0000
From: "Lantern Books Postmaster" <postmaster@example-com.test>
Reply-To: helpdesk@mallory.test
To: bob@example.com
Subject: Your mailbox is 98% full: act before noon
Message-ID: <now.0001@example-com.test>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Dear user,

your mailbox at example.com is almost full. Mail that arrives after noon
today will be destroyed. To keep your mail, confirm your password here:

  http://mail.example.com.mallory.test/keep-my-mail

The Postmaster of Lantern Books
`);
