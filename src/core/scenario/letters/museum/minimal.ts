import { letter } from '../letter.ts';

/** Two header fields, which is all a message needs (RFC 5322 §3.6). */
export const minimal = letter(`
Date: Thu, 1 Oct 2026 08:00:00 +0000
From: carol@example.com

No subject, no addressee, no Message-ID: a letter may be as short as this.
`);
