// What the bookshop's second exchanger took on a morning on which the first was down: nobody has had these letters yet.
import { letter } from './letter.ts';

const evening = letter(`
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx2.example.com with ESMTPS id 7Q2MB4XK
 for <erin@example.com>; Tue, 3 Nov 2026 07:50:07 +0000
Date: Tue, 3 Nov 2026 08:49:58 +0100
From: Dave Rivers <dave@example.org>
To: Erin <erin@example.com>
Subject: The reading on the 12th
Message-ID: <20261103.074958.2@mail.example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Dear Erin,

forty people have asked for a seat so far. Could you bring two more
boxes of the river book? The library has tables enough.

Dave
`);
const order = letter(`
Received: from mail.example.net (mail.example.net [203.0.113.30])
 by mx2.example.com with ESMTPS id 7Q2MC0D3
 for <carol@example.com>; Tue, 3 Nov 2026 07:58:31 +0000
Date: Tue, 3 Nov 2026 07:58:29 +0000
From: you@example.net
To: Carol <carol@example.com>
Subject: Is the old atlas still there?
Message-ID: <20261103.075829.1@mail.example.net>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Good morning Carol,

yesterday there was an atlas in your window, with a torn blue back.
If nobody has taken it yet, please keep it for me until Friday.
`);
export const deferred = [evening, order] as const;
