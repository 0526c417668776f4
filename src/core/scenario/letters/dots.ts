import { letter } from './letter.ts';

/** Lines that begin with a dot, one of them nothing but a dot: on the wire each gets one more (RFC 1939 §3). */
export const dots = letter(`
Return-Path: <carol@example.com>
Received: from carol-desk.example.com ([192.0.2.143])
 by submit.example.com with ESMTPSA id 8FJ4PTLS
 for <bob@example.com>; Mon, 2 Nov 2026 10:31:50 +0000
Date: Mon, 2 Nov 2026 10:31:44 +0000
From: Carol <carol@example.com>
To: Bob <bob@example.com>
Subject: Have you still got all the dots?
Message-ID: <20261102.103144.4@submit.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Bob, the printer keeps losing the dots at the left edge of my poem. Does
it reach you whole? A dot alone, two and an x, three, and so on:

.
..x
...
.night falls
..on the
.river

The last line should be this one, and six lines should begin with a dot.
Carol
`);
