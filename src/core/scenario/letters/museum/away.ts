import { letter } from '../letter.ts';

/** An automatic answer: it says so, and its empty return path asks for none (RFC 3834). */
export const away = letter(`
Return-Path: <>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 18AWAYDN
 for <alice@example.com>; Sat, 31 Oct 2026 22:00:41 +0000
Date: Sat, 31 Oct 2026 23:00:40 +0100
From: The Dean <dean@example.org>
To: alice@example.com
Subject: Auto: Opening hours in winter
Message-ID: <20261031.18@example.org>
In-Reply-To: <20261031.220030.18a@submit.example.com>
References: <20261031.220030.18a@submit.example.com>
Auto-Submitted: auto-replied
Precedence: junk
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

I am away and never log in. Your letter waits with the others.

The Dean
`);
