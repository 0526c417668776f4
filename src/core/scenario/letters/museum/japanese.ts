import { letter } from '../letter.ts';

/** Japanese in ISO-2022-JP (RFC 1468), seven bits wide and still base64. */
export const japanese = letter(`
Return-Path: <dave@example.org>
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by mx1.example.com with ESMTPS id 4JPN7MAP
 for <alice@example.com>; Fri, 9 Oct 2026 07:45:13 +0000
Date: Fri, 9 Oct 2026 09:45:10 +0200
From: Dave Rivers <dave@example.org>
To: alice@example.com
Subject: =?iso-2022-jp?B?GyRCQ08/XiQsRk8kLSReJDkbKEI=?=
Message-ID: <20261009.4@example.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=iso-2022-jp
Content-Transfer-Encoding: base64

GyRCJSIlaiU5JDUkcyEiGyhCDQoNChskQkFrJE5MQCQrJGokLCQtJGwkJCRHJDkhIz83JDckJENP
P14kT0xaTUtGfCRLRk8kLSReJDkhIxsoQg0KDQobJEIlRyUkJXQbKEINCg==
`);
