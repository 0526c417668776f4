"""Hands a letter in, or reads the newest one: hand_in.py DEED JSON. What is read goes to standard output, octet for octet."""

import json
import poplib
import smtplib
import sys

DEED, GIVEN = sys.argv[1], json.loads(sys.argv[2])
HOST = "127.0.0.1"


def send():
    session = smtplib.SMTP(HOST, GIVEN["port"])
    session.login(GIVEN["user"], GIVEN["password"])
    with open(GIVEN["file"], "rb") as file:
        refused = session.sendmail(
            GIVEN["from"], [GIVEN["to"]], file.read(), mail_options=GIVEN["mail"], rcpt_options=GIVEN["rcpt"]
        )
    assert refused == {}, refused
    session.quit()


def read():
    session = poplib.POP3(HOST, GIVEN["port"])
    session.encoding = "utf-8"
    session.utf8()
    session.user(GIVEN["user"])
    session.pass_(GIVEN["password"])
    lines = session.retr(session.stat()[0])[1]
    session.quit()
    sys.stdout.buffer.write(b"".join(line + b"\r\n" for line in lines))


{"send": send, "read": read}[DEED]()
