import { letter } from '../letter.ts';

/** A week of a list in one letter: in a digest a part is a message unless it says otherwise (RFC 2046 §5.1.5). */
export const digest = letter(`
Return-Path: <seed-talk-bounces+alice=example.com@lists.example.net>
Received: from lists.example.net (lists.example.net [203.0.113.10])
 by mx1.example.com with ESMTPS id 16DIGEST
 for <alice@example.com>; Fri, 30 Oct 2026 06:00:05 +0000
Date: Fri, 30 Oct 2026 06:00:00 +0000
From: seed-talk-request@lists.example.net
To: seed-talk@lists.example.net
Subject: [seed] digest 44
Message-ID: <20261030.16@lists.example.net>
List-Id: Seeds and ports <seed-talk.lists.example.net>
Precedence: list
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_g16"

--=_g16
Content-Type: text/plain; charset=us-ascii

This week:
  1. is 587 really the port? (Alice)
  2. Re: is 587 really the port? (Carol)

--=_g16
Content-Type: multipart/digest; boundary="=_g16_posts"

--=_g16_posts

Date: Mon, 26 Oct 2026 18:50:00 +0000
From: Alice <alice@example.com>
Subject: is 587 really the port?
Message-ID: <20261026.185000.13b@submit.example.com>

So is it 587 or 465?

--=_g16_posts

Date: Tue, 27 Oct 2026 08:00:00 +0000
From: Carol <carol@example.com>
Subject: Re: is 587 really the port?
Message-ID: <20261027.080000.16b@submit.example.com>
In-Reply-To: <20261026.185000.13b@submit.example.com>

What Dave said.

--=_g16_posts--

--=_g16
Content-Type: text/plain; charset=us-ascii

-- 
seed-talk@lists.example.net

--=_g16--
`);
