import { letter } from './letter.ts';

/** Two lines, from another domain. */
export const lunch = letter(`
Return-Path: <dave@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 9TR2KVWE
 for <bob@example.com>; Sat, 31 Oct 2026 11:05:19 +0000
Received: from river-desk.example.org ([198.51.100.77])
 by mail.example.org with ESMTPSA id 5HL0ZC;
 Sat, 31 Oct 2026 12:05:17 +0100
Date: Sat, 31 Oct 2026 12:05:16 +0100
From: Dave Rivers <dave@example.org>
To: bob@example.com
Subject: hi
Message-ID: <20261031.2@example.org>

hi,
soup by the river on Thursday? I pay, you bring the gossip.
`);
