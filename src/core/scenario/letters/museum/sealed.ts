import { letter } from '../letter.ts';

/**
 * Signed by its domain (DKIM, RFC 6376), forwarded, sealed on the way (ARC, RFC 8617), judged on arrival (RFC 8601).
 * The body hash is true; the signatures are invented.
 */
export const sealed = letter(`
Return-Path: <dave@example.org>
Authentication-Results: mx1.example.com;
 dkim=pass header.d=example.org header.s=s1;
 spf=fail smtp.mailfrom=dave@example.org;
 dmarc=pass header.from=example.org;
 arc=pass smtp.remote-ip=203.0.113.20
Received: from fwd.example.net (fwd.example.net [203.0.113.20])
 by mx1.example.com with ESMTPS id 15SEALED
 for <alice@example.com>; Wed, 28 Oct 2026 18:40:09 +0000
ARC-Seal: i=1; a=rsa-sha256; t=1793212807; cv=none;
 d=example.net; s=fwd;
 b=VzFptLrMouMX6Qxf8O+KV/3U7LgHHyi0qaqga7ECcZTSLgVcgS/lT1Lg3tKG3/h/kT3D9R
  vtLhJ+1c/8StcApx2R4IyOrQWbOZ9PktkBdACUnL8vgEnO7W9YcZoRjgPmMgHxrhWaMZPD
  zo0vKBbgb+0oQWxaMfYOZsRCQbt1jjE=
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed;
 d=example.net; s=fwd; t=1793212807;
 h=from:to:subject:date:message-id;
 bh=KxMcvH2LoRLrlrOhicQ5A2D16czDt8PMiDr0iyGU5/k=;
 b=Nh0WsyGaJyrJ2PO/iw4xsOQXEIY0lbMpCCvPPtlqc6HbX9ebhFK6rS6WEgZs6/A6LsyHEP
  oPg+KwqpxH5ZlIdoYMjRGzAdGWyFQr35ZDZU5UgM95zwFNR7Z94u3ZSQ9+npf2whzwC2VX
  cgJkqJ/xql49Uv/UgylnR5wzhHtH34k=
ARC-Authentication-Results: i=1; fwd.example.net;
 dkim=pass header.d=example.org header.s=s1;
 spf=pass smtp.mailfrom=dave@example.org;
 dmarc=pass header.from=example.org
Received: from mail.example.org (mail.example.org [198.51.100.20])
 by fwd.example.net with ESMTPS id 15FWDING
 for <alice@alumni.example.net>; Wed, 28 Oct 2026 18:40:06 +0000
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
 d=example.org; s=s1; t=1793212804;
 h=from:to:subject:date:message-id;
 bh=KxMcvH2LoRLrlrOhicQ5A2D16czDt8PMiDr0iyGU5/k=;
 b=0PgxcegTKr/B4FtiMJXvl3h57txKPRoWIizPyuwGDFJSJB2wgJiRSWPyCIBFrxuD1iTWSF
  4uZpfgOFnU2Zu8wR7PVVGUlmFnmxrpvlzLm4XdwdmcZPZN3Yk2QKpCR0AYc3SIGcrLqbjt
  wmv0zvpz06MDuwrZs71YO1BuCU8U0IA=
Date: Wed, 28 Oct 2026 19:40:04 +0100
From: Dave Rivers <dave@example.org>
To: alice@alumni.example.net
Subject: Three seals on one letter
Message-ID: <20261028.15@example.org>

Alice, this one went through the alumni forwarder: the signature of
Riverside still holds, and the forwarder has sealed what it saw.

Dave
`);
