"""SCRAM and SASLprep by Python's own hashlib and stringprep.

Usage: sasl_client.py CA PORT_TLS HASH NAME PASSWORD   logs in to a POP3 server with SCRAM and prints what it saw as JSON
       sasl_client.py                                  prints what SASLprep makes of every assigned character, as JSON
"""

import base64
import functools
import hashlib
import hmac
import json
import poplib
import ssl
import stringprep
import sys
from unicodedata import ucd_3_2_0

HOST = "127.0.0.1"


BANNED = (
    stringprep.in_table_c12,
    stringprep.in_table_c21_c22,
    stringprep.in_table_c3,
    stringprep.in_table_c4,
    stringprep.in_table_c5,
    stringprep.in_table_c6,
    stringprep.in_table_c7,
    stringprep.in_table_c8,
    stringprep.in_table_c9,
)


@functools.cache
def mapped(c):
    if stringprep.in_table_c12(c):
        return " "
    return "" if stringprep.in_table_b1(c) else c


@functools.cache
def kind(c):
    """Whether it may not be, whether it goes from right to left, whether from left to right."""
    banned = any(table(c) for table in BANNED)
    return banned, stringprep.in_table_d1(c), stringprep.in_table_d2(c)


def prepare(text):
    """RFC 4013 §2, without the check for unassigned characters: a query."""
    text = ucd_3_2_0.normalize("NFKC", "".join(map(mapped, text)))
    kinds = list(map(kind, text))
    if not kinds or any(banned for banned, _, _ in kinds):
        return None
    if any(to_left for _, to_left, _ in kinds):
        if any(to_right for _, _, to_right in kinds):
            return None
        if not (kinds[0][1] and kinds[-1][1]):
            return None
    return text


def every_character():
    for code in range(0x110000):
        c = chr(code)
        if 0xD800 <= code <= 0xDFFF or stringprep.in_table_a1(c):
            continue
        yield [code, prepare(c), prepare("a" + c), prepare("\u05d0" + c + "\u05d0")]


class Pop3(poplib.POP3_SSL):
    def ask(self, line):
        self._putcmd(line)
        return self._getresp()

    def challenge(self, line):
        answer = self.ask(line)
        assert answer.startswith(b"+ "), answer
        return base64.b64decode(answer[2:]).decode()


def scram(ca, port, digest, name, password):
    session = Pop3(HOST, port, context=ssl.create_default_context(cafile=ca))
    mechanisms = session.capa()["SASL"]
    bare = "n=%s,r=fromPython" % name
    mechanism = {"sha1": "SCRAM-SHA-1", "sha256": "SCRAM-SHA-256"}[digest]
    initial = base64.b64encode(("n,," + bare).encode()).decode()
    first = session.challenge("AUTH %s %s" % (mechanism, initial))
    said = dict(part.split("=", 1) for part in first.split(","))
    salt, count = base64.b64decode(said["s"]), int(said["i"])
    salted = hashlib.pbkdf2_hmac(digest, prepare(password).encode(), salt, count)
    client_key = hmac.digest(salted, b"Client Key", digest)
    final = "c=biws,r=" + said["r"]
    signed = ",".join((bare, first, final)).encode()
    signature = hmac.digest(hashlib.new(digest, client_key).digest(), signed, digest)
    proof = base64.b64encode(bytes(a ^ b for a, b in zip(client_key, signature))).decode()
    last = session.challenge(base64.b64encode((final + ",p=" + proof).encode()).decode())
    server = hmac.digest(hmac.digest(salted, b"Server Key", digest), signed, digest)
    seen = {
        "mechanisms": mechanisms,
        "nonce": said["r"].startswith("fromPython"),
        "last": last,
        "server": last == "v=" + base64.b64encode(server).decode(),
    }
    try:
        session.ask("")
        seen["stat"] = session.stat()
        session.quit()
    except poplib.error_proto as error:
        seen["refused"] = error.args[0].decode()
    return seen


if len(sys.argv) == 1:
    print(json.dumps(list(every_character())))
else:
    CA, PORT, DIGEST, NAME, PASSWORD = sys.argv[1:]
    print(json.dumps(scram(CA, int(PORT), DIGEST, NAME, PASSWORD)))
