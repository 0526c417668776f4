"""Python's imaplib reads alice's mail through the bridge; what it finds is written as JSON."""
import imaplib
import json
import ssl
import sys

ca, plain, sealed, deed = sys.argv[1:]
tls = ssl.create_default_context(cafile=ca)


def text(data):
    return [it.decode() if isinstance(it, bytes) else [part.decode() for part in it] for it in data if it is not None]


def login(encrypted=True):
    if encrypted:
        it = imaplib.IMAP4_SSL("localhost", int(sealed), ssl_context=tls)
    else:
        it = imaplib.IMAP4("localhost", int(plain))
        it.starttls(tls)
    it.login("alice", "paper lantern")
    return it


def read():
    it = login()
    status, count = it.select("INBOX")
    _, letters = it.fetch("1:3", "(UID FLAGS RFC822.SIZE BODY.PEEK[])")
    sizes = [len(part[1]) for part in letters if isinstance(part, tuple)]
    _, uids = it.uid("FETCH", "1:*", "(UID)")
    _, structure = it.fetch("1", "(BODYSTRUCTURE ENVELOPE)")
    it.close()
    it.logout()
    return {"select": [status, text(count)], "sizes": sizes, "uids": len(uids), "structure": text(structure)}


def write():
    it = login(encrypted=False)
    made = [it.create("Python")[0], it.rename("Python", "Snakes")[0], it.subscribe("Snakes")[0]]
    put = it.append("Snakes", r"(\Seen)", imaplib.Time2Internaldate(1793696400), b"Subject: x\r\n\r\nhi\r\n")
    it.select("Snakes")
    stored = it.store("1", "+FLAGS", r"(\Deleted)")
    gone = it.expunge()
    listed = it.list('""', "Sna*")
    told = it.lsub('""', "Sna*")
    it.unselect()
    ended = [it.unsubscribe("Snakes")[0], it.delete("Snakes")[0], it.noop()[0]]
    it.logout()
    return {
        "made": made,
        "put": put[0],
        "stored": text(stored[1]),
        "gone": text(gone[1]),
        "listed": text(listed[1]),
        "told": text(told[1]),
        "ended": ended,
    }


def prove():
    it = imaplib.IMAP4_SSL("localhost", int(sealed), ssl_context=tls)
    status = it.login_cram_md5("bob", "correct-horse")[0]
    refused = None
    other = imaplib.IMAP4("localhost", int(plain))
    try:
        other.login("bob", "correct-horse")
    except imaplib.IMAP4.error as error:
        refused = str(error)
    it.logout()
    other.logout()
    return {"status": status, "refused": refused}


print(json.dumps({"read": read, "write": write, "prove": prove}[deed]()))
