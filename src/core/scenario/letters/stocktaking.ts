import { letter } from './letter.ts';

/** Erin has it twice, octet for octet the same. */
export const stocktaking = letter(`
Return-Path: <alice@example.com>
Received: from alice-phone.example.net ([203.0.113.52])
 by submit.example.com with ESMTPSA id 4CS6EUGA
 for <erin@example.com>; Mon, 2 Nov 2026 16:20:06 +0000
Date: Mon, 2 Nov 2026 16:20:01 +0000
From: Alice <alice@example.com>
To: Erin <erin@example.com>
Subject: Stocktaking on Saturday
Message-ID: <20261102.162001.7@submit.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=us-ascii

Erin,

we count the shelves on Saturday from nine. You have the maps, I have
poetry, and whoever finishes first puts the kettle on.

Alice
`);
