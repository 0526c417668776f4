import { letter } from './letter.ts';

/** One short text: the first letter anybody reads here. */
export const lantern = letter(`
Return-Path: <alice@example.com>
Received: from alice-phone.example.net ([203.0.113.52])
 by submit.example.com with ESMTPSA id 3QX7MBOA
 for <bob@example.com>; Fri, 30 Oct 2026 17:42:08 +0000
Date: Fri, 30 Oct 2026 17:42:03 +0000
From: Alice <alice@example.com>
To: Bob <bob@example.com>
Subject: The lantern in the window
Message-ID: <20261030.174203.1@submit.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Bob,

the lantern in the shop window is lit again: there was one last bottle of
oil in the cellar, behind the atlases. If you are the one who locks up
tonight, please leave it burning. The children from over the road wave
at it on their way home.

Alice
`);
