"""Sends mail with the standard library: smtp_client.py CA DEED PORTS-AS-JSON; prints JSON."""

import base64
import hashlib
import json
import poplib
import smtplib
import ssl
import sys
from email import policy
from email.message import EmailMessage

CA, DEED, PORTS = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
HOST = "127.0.0.1"
TRUST = ssl.create_default_context(cafile=CA)


def letter(sender, to, subject):
    message = EmailMessage(policy=policy.SMTP)
    message["From"], message["To"], message["Subject"] = sender, to, subject
    message["Date"], message["Message-ID"] = "Tue, 03 Nov 2026 09:00:00 +0000", "<1@client.example.net>"
    return message


def last(user, password, port):
    """The newest letter in somebody's maildrop, without what the server has put on top."""
    session = poplib.POP3_SSL(HOST, port, context=TRUST)
    session.user(user)
    session.pass_(password)
    lines = session.retr(session.stat()[0])[1]
    session.quit()
    text = b"\r\n".join(lines) + b"\r\n"
    top, rest = text.split(b"with ", 1)
    kind, rest = rest.split(b" id ", 1)
    stamp, rest = rest.split(b"+0000\r\n", 1)
    return {
        "returnPath": top.split(b"\r\n")[0].decode("utf-8"),
        "with": kind.decode(),
        "digest": hashlib.sha256(rest).hexdigest(),
    }


def attachment():
    message = letter("Bob <bob@example.com>", "alice@example.com", "Größe: five million octets")
    message.set_content(".\n..\n.profile\nFrom here\n")
    message.add_attachment(
        bytes(i * 7 % 256 for i in range(3_700_000)), maintype="application", subtype="octet-stream", filename="a.bin"
    )
    octets = message.as_bytes()
    session = smtplib.SMTP(HOST, PORTS["submission"])
    session.starttls(context=TRUST)
    session.login("bob", "correct-horse")
    refused = session.sendmail("bob@example.com", ["alice@example.com"], octets)
    session.quit()
    return {
        "size": len(octets),
        "refused": refused,
        "sent": hashlib.sha256(octets).hexdigest(),
        **last("alice", "paper lantern", PORTS["pop"]),
    }


def login(mechanism):
    session = smtplib.SMTP_SSL(HOST, PORTS["submissions"], context=TRUST)
    session.ehlo()
    session.user, session.password = "bob", "correct-horse"
    method = getattr(session, "auth_" + mechanism.lower().replace("-", "_"))
    code, text = session.auth(mechanism, method)
    session.rset()
    return [code, text.decode()]


def wrong():
    session = smtplib.SMTP_SSL(HOST, PORTS["submissions"], context=TRUST)
    try:
        session.login("bob", "guess")
    except smtplib.SMTPAuthenticationError as error:
        return error.smtp_code
    return None


def report():
    session = smtplib.SMTP(HOST, PORTS["submission"])
    session.starttls(context=TRUST)
    session.login("bob", "correct-horse")
    octets = letter("bob@example.com", "dave@example.org", "A report, please").as_bytes()
    session.sendmail(
        "bob@example.com",
        ["dave@example.org"],
        octets,
        mail_options=["RET=HDRS", "ENVID=QQ314159"],
        rcpt_options=["NOTIFY=SUCCESS,DELAY", "ORCPT=rfc822;dave@example.org"],
    )
    features = sorted(session.esmtp_features)
    session.quit()
    return {"features": features}


def utf8():
    message = letter("Dave <dave@example.org>", "José <josé@bücher.example>", "Grüße")
    message.set_content("Schöne Grüße\n")
    session = smtplib.SMTP(HOST, PORTS["eai"])
    session.starttls(context=TRUST)
    octets = message.as_bytes(policy=policy.SMTPUTF8)
    session.sendmail(
        "dave@example.org", ["josé@bücher.example"], octets, mail_options=["SMTPUTF8", "BODY=8BITMIME"]
    )
    session.quit()
    return {"sent": base64.b64encode(octets).decode()}


def lmtp():
    session = smtplib.LMTP(HOST, PORTS["lmtp"])
    octets = letter("dave@example.org", "bob@example.com", "By LMTP").as_bytes()
    session.ehlo()
    answers = [session.mail("dave@example.org"), session.rcpt("bob@example.com"), session.rcpt("nobdy@example.com")]
    answers.append(session.rcpt("alice@example.com"))
    answers.append(session.data(octets))
    answers.append(session.getreply())
    session.quit()
    return {"codes": [code for code, _ in answers], **last("bob", "correct-horse", PORTS["pop"])}


DEEDS = {
    "attachment": attachment,
    "logins": lambda: {name: login(name) for name in ("CRAM-MD5", "PLAIN", "LOGIN")} | {"wrong": wrong()},
    "report": report,
    "utf8": utf8,
    "lmtp": lmtp,
}
print(json.dumps(DEEDS[DEED]()))
