"""Python's poplib as a mail reader. Usage: pop3_client.py CA PORT PORT_TLS [DEED]. Prints what it saw as JSON."""

import hashlib
import json
import poplib
import ssl
import sys

CA, PORT, PORT_TLS, DEED = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
HOST = "127.0.0.1"
TRUST = ssl.create_default_context(cafile=CA)


def over_tls():
    return poplib.POP3_SSL(HOST, PORT_TLS, context=TRUST)


def after_stls():
    session = poplib.POP3(HOST, PORT)
    session.stls(context=TRUST)
    return session


def login(session):
    session.user("bob")
    session.pass_("correct-horse")
    return session


def digest(lines):
    return hashlib.sha256(b"".join(line + b"\r\n" for line in lines)).hexdigest()


def text(lines):
    return [line.decode("latin-1") for line in lines]


def refusal(act):
    try:
        act()
    except poplib.error_proto as error:
        return error.args[0].decode("latin-1")
    return None


def read(session):
    session = login(session)
    numbers = range(1, session.stat()[0] + 1)
    seen = {
        "welcome": session.getwelcome().decode("latin-1"),
        "stat": session.stat(),
        "list": text(session.list()[1]),
        "uidl": text(session.uidl()[1]),
        "letters": [digest(session.retr(number)[1]) for number in numbers],
        "dots": text(session.top(4, 20)[1]),
        "head": len(session.top(5, 0)[1]),
        "version": session.sock.version(),
    }
    session.quit()
    return seen


def in_clear():
    session = poplib.POP3(HOST, PORT)
    seen = {"before": sorted(session.capa()), "user": refusal(lambda: session.user("bob"))}
    session.stls(context=TRUST)
    seen["after"] = sorted(session.capa())
    session.quit()
    return seen


def delete():
    session = login(over_tls())
    session.dele(1)
    session.dele(6)
    session.rset()
    session.dele(6)
    marked = session.stat()
    session.quit()
    session = login(over_tls())
    seen = {"marked": marked, "after": session.stat()}
    session.dele(1)
    session.sock.close()  # no QUIT: nothing is deleted
    return seen


def two_at_once():
    one = login(over_tls())
    two = over_tls()
    two.user("bob")
    seen = {"locked": refusal(lambda: two.pass_("correct-horse"))}
    one.quit()
    seen["wrong"] = refusal(lambda: two.user("bob") and two.pass_("correct horse"))
    login(two)
    seen["free"] = two.stat()
    two.quit()
    return seen


def newest():
    session = login(over_tls())
    lines = session.retr(session.stat()[0])[1]
    session.quit()
    return "".join(line + "\r\n" for line in text(lines))


DEEDS = {
    "read": lambda: read(over_tls()),
    "read-stls": lambda: read(after_stls()),
    "in-clear": in_clear,
    "delete": delete,
    "two-at-once": two_at_once,
    "newest": newest,
}
print(json.dumps(DEEDS[DEED]()))
