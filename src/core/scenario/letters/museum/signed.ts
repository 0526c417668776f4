import { letter } from '../letter.ts';

/** Signed with S/MIME (RFC 8551 §3.5): the signature covers the first part octet for octet, its header too. */
export const signed = letter(`
Return-Path: <alice@example.com>
Received: from alice-phone.example.net ([203.0.113.52])
 by submit.example.com with ESMTPSA id 14SIGNED
 for <alice@example.com>; Tue, 27 Oct 2026 12:00:03 +0000
Date: Tue, 27 Oct 2026 12:00:00 +0000
From: Alice <alice@example.com>
To: Bob <bob@example.com>
Bcc: alice@example.com
Subject: The key to the cellar
Message-ID: <20261027.120000.14@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/signed; protocol="application/pkcs7-signature";
 micalg=sha-256; boundary="=_s14"

--=_s14
Content-Type: text/plain; charset=us-ascii

The key to the cellar hangs behind the third atlas. Whoever changes one
letter of this changes the signature too.

Alice

--=_s14
Content-Type: application/pkcs7-signature; name="smime.p7s"
Content-Disposition: attachment; filename="smime.p7s"
Content-Transfer-Encoding: base64

MIICLAYJKoZIhvcNAQcCoIICHTCCAhkCAQExDTALBglghkgBZQMEAgEwCwYJKoZIhvcNAQcBoIIB
dTCCAXEwggEWoAMCAQICARQwCgYIKoZIzj0EAwIwEDEOMAwGA1UEAwwFQWxpY2UwHhcNMjYxMDAx
MDAwMDAwWhcNMjgxMDAxMDAwMDAwWjAQMQ4wDAYDVQQDDAVBbGljZTBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABOOhUXAxHoitlpDshfL00ffAtHwOBFWXsXoqzUEBii8z51UYXOJxm7m2rP4BsCwj
If26W7XjCI77TUs5Z+F2gO6jYTBfMBwGA1UdEQQVMBOBEWFsaWNlQGV4YW1wbGUuY29tMAsGA1Ud
DwQEAwIHgDATBgNVHSUEDDAKBggrBgEFBQcDBDAdBgNVHQ4EFgQUfA8kwqQxSEMDvZAy6e4oBpIq
qX0wCgYIKoZIzj0EAwIDSQAwRgIhANQJq07toW44pRjlQvib/Lhfz+21QjBoOmobrHp7jSABAiEA
uQYq6gq0ub6N8D5UBwPqLu3zf6XilNDmQsJvOYTvSKIxfzB9AgEBMBUwEDEOMAwGA1UEAwwFQWxp
Y2UCARQwCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEgwRgIhAMkC3J6Op49aWyeKAH4Q3Hl0XAs7
1292eWMjNaQaGOaJAiEAogZgx8fGWZFjvZ3w70cBBI0eCzbJjKU6TS4IuPI9g8M=
--=_s14--
`);
