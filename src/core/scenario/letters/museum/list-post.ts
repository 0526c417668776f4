import { letter } from '../letter.ts';

/** From a mailing list, three answers deep: whom to tell, where to leave, what came before (RFC 2369, 2919, 8058). */
export const listPost = letter(`
Return-Path: <seed-talk-bounces+alice=example.com@lists.example.net>
Received: from lists.example.net (lists.example.net [203.0.113.10])
 by mx1.example.com with ESMTPS id 13LISTED
 for <alice@example.com>; Mon, 26 Oct 2026 20:15:27 +0000
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by lists.example.net with ESMTPS id 13POSTED
 for <seed-talk@lists.example.net>; Mon, 26 Oct 2026 20:15:22 +0000
Sender: seed-talk-bounces@lists.example.net
Date: Mon, 26 Oct 2026 21:15:18 +0100
From: Dave Rivers <dave@example.org>
To: seed-talk@lists.example.net
Subject: [seed] Re: is 587 really the port?
Message-ID: <20261026.13@example.org>
In-Reply-To: <20261026.185000.13b@submit.example.com>
References: <20261025.13a@client.example.net>
 <20261026.100000.13@submit.example.com>
 <20261026.185000.13b@submit.example.com>
Precedence: list
List-Id: Seeds and ports <seed-talk.lists.example.net>
List-Post: <mailto:seed-talk@lists.example.net>
List-Archive: <https://lists.example.net/seed-talk/>
List-Unsubscribe: <https://lists.example.net/leave/seed-talk/9f2c>,
 <mailto:seed-talk-leave@lists.example.net>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

On Mon, 26 Oct 2026 18:50, Alice wrote:
> So is it 587 or 465?

Either, if your provider says so. 25 is for servers among themselves.

Dave
-- 
seed-talk@lists.example.net
https://lists.example.net/seed-talk/
`);
