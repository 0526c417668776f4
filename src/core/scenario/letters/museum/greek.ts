import { letter } from '../letter.ts';

/** UTF-8 as it is: 8bit, no encoding (RFC 6152). */
export const greek = letter(`
Return-Path: <carol@example.com>
Received: from carol-desk.example.com ([192.0.2.143])
 by submit.example.com with ESMTPSA id 2GK4ALFA
 for <alice@example.com>; Thu, 1 Oct 2026 09:30:05 +0000
Date: Thu, 1 Oct 2026 09:30:00 +0000
From: Carol <carol@example.com>
To: Alice <alice@example.com>
Subject: The Greek shelf
Message-ID: <20261001.093000.2@submit.example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

Καλημέρα Αλίκη,

το φανάρι στο παράθυρο είναι αναμμένο. Τα ελληνικά βιβλία πήγαν στο
δεύτερο ράφι, δίπλα στους χάρτες.

Κάρολ
`);
