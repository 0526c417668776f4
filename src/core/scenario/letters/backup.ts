import type { Generated } from '../../store/body.ts';
import { letter } from './letter.ts';

const head = letter(`
Return-Path: <erin@example.com>
Received: from erin-desk.example.com ([192.0.2.145])
 by submit.example.com with ESMTPSA id 1YD5RKOM
 for <bob@example.com>; Mon, 2 Nov 2026 18:03:29 +0000
Date: Mon, 2 Nov 2026 18:02:55 +0000
From: Erin <erin@example.com>
To: Bob <bob@example.com>
Subject: The catalogue, sealed
Message-ID: <20261102.180255.9@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_sealed"

--=_sealed
Content-Type: text/plain; charset=us-ascii

Bob, here is the whole catalogue, sealed as you asked: without the key it
is noise. Please put it on the second disk, and not in the till.
It is three million octets long, so make tea while it arrives.

Erin

--=_sealed
Content-Type: application/octet-stream; name="catalogue.sealed"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="catalogue.sealed"

`);

/** A short text and a long attachment, made up when somebody asks for it. */
export const backup: Generated = { head, lines: 40_481, seed: 20_261_102, tail: letter('--=_sealed--\n') };
