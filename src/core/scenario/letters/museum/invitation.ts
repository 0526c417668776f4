import { letter } from '../letter.ts';

/** A meeting request that programs answer (RFC 6047). */
export const invitation = letter(`
Return-Path: <carol@example.com>
Received: from carol-desk.example.com ([192.0.2.143])
 by submit.example.com with ESMTPSA id 9INVITED
 for <alice@example.com>; Tue, 20 Oct 2026 08:00:06 +0000
Date: Tue, 20 Oct 2026 08:00:00 +0000
From: Carol <carol@example.com>
To: Alice <alice@example.com>
Subject: Invitation: Seed review, 12 November
Message-ID: <20261020.080000.9@submit.example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=_i9"

--=_i9
Content-Type: multipart/alternative; boundary="=_i9_say"

--=_i9_say
Content-Type: text/plain; charset=utf-8

Seed review on Thursday, 12 November, at 13:00 UTC in the back room.

--=_i9_say
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
PRODID:-//Lantern Books//Shop diary 1.0//EN
VERSION:2.0
METHOD:REQUEST
BEGIN:VEVENT
UID:2026-seed-review@example.com
DTSTAMP:20261020T080000Z
DTSTART:20261112T130000Z
DTEND:20261112T140000Z
SUMMARY:Seed review
LOCATION:The back room
ORGANIZER;CN=Carol:mailto:carol@example.com
ATTENDEE;CN=Alice;RSVP=TRUE:mailto:alice@example.com
END:VEVENT
END:VCALENDAR

--=_i9_say--

--=_i9
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

QkVHSU46VkNBTEVOREFSDQpQUk9ESUQ6LS8vTGFudGVybiBCb29rcy8vU2hvcCBkaWFyeSAxLjAv
L0VODQpWRVJTSU9OOjIuMA0KTUVUSE9EOlJFUVVFU1QNCkJFR0lOOlZFVkVOVA0KVUlEOjIwMjYt
c2VlZC1yZXZpZXdAZXhhbXBsZS5jb20NCkRUU1RBTVA6MjAyNjEwMjBUMDgwMDAwWg0KRFRTVEFS
VDoyMDI2MTExMlQxMzAwMDBaDQpEVEVORDoyMDI2MTExMlQxNDAwMDBaDQpTVU1NQVJZOlNlZWQg
cmV2aWV3DQpMT0NBVElPTjpUaGUgYmFjayByb29tDQpPUkdBTklaRVI7Q049Q2Fyb2w6bWFpbHRv
OmNhcm9sQGV4YW1wbGUuY29tDQpBVFRFTkRFRTtDTj1BbGljZTtSU1ZQPVRSVUU6bWFpbHRvOmFs
aWNlQGV4YW1wbGUuY29tDQpFTkQ6VkVWRU5UDQpFTkQ6VkNBTEVOREFSDQo=

--=_i9--
`);
