"""Web pages and plain texts: endless, in the wrong encoding, or made to keep a reader busy."""

from __future__ import annotations

from collections.abc import Iterator

from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdf_bytes import SENTENCE

LONG = "more memory|longer than|longer text"
ACCENTS = "L’équipe décide où aller ; « la traite » recule."


def texts() -> Iterator[Awkward]:
    """All of them."""
    for ending in (".txt", ".md", ".html"):
        yield from _of_every_ending(ending)
    yield from _plain()
    yield from _pages()


def _of_every_ending(ending: str) -> Iterator[Awkward]:
    yield Awkward(f"one-line-of-thirty-million{ending}", lambda: b"a" * 29_999_999)
    yield Awkward(f"blanks{ending}", lambda: b" \t\r\n" * 100_000, refused="no text")
    yield Awkward(f"zeros{ending}", lambda: bytes(100_000), refused="no text")
    yield Awkward(f"zeros-among-letters{ending}", lambda: b"We\x00 tra\x00in.", ("We train.",))
    yield Awkward(f"words-of-thirty-million{ending}", lambda: b"word " * 5_999_999)
    yield Awkward(f"sentences-of-thirty-million{ending}", lambda: b"We train. " * 2_999_999)
    yield Awkward(f"a-megabyte-of-stops{ending}", lambda: b". " * 500_000)
    yield Awkward(f"a-megabyte-of-shortened-words{ending}", lambda: b"e.g. " * 200_000)
    yield Awkward(f"a-megabyte-of-brackets{ending}", lambda: b"(" * 1_000_000)


def _plain() -> Iterator[Awkward]:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        yield Awkward(f"in-{encoding}.txt", lambda name=encoding: ACCENTS.encode(name), (ACCENTS,))
    yield Awkward("halves-of-signs.txt", lambda: "We \ud800train.".encode("utf-8", "surrogatepass"))
    yield Awkward(
        "half-of-a-sign-in-utf16.txt",
        lambda: b"\xff\xfe" + "We \ud800train.".encode("utf-16-le", "surrogatepass"),
    )
    yield Awkward(
        "turned-round.txt", lambda: "We \u202etrain\u202c nurses.".encode(), ("We train nurses.",)
    )
    yield Awkward(
        "marks-upon-marks.txt", lambda: ("e" + "\u0301" * 100_000 + " We train.").encode()
    )
    yield Awkward(
        "rules-and-bars.md", lambda: b"| - | - |\n" * 50_000 + SENTENCE.encode(), (SENTENCE,)
    )
    yield Awkward(
        "lists-in-lists.md",
        lambda: b"".join(b" " * n + b"- We train.\n" for n in range(900)),
        ("We train.",),
    )
    yield Awkward("a-picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 99)


def _pages() -> Iterator[Awkward]:
    yield Awkward(
        "in-its-own-encoding.html",
        lambda: f'<meta charset="windows-1252"><p>{ACCENTS}'.encode("cp1252"),
        (ACCENTS,),
    )
    yield Awkward("without-saying-which.html", lambda: f"<p>{ACCENTS}".encode(), (ACCENTS,))
    yield Awkward(
        "without-saying-which-of-windows.html", lambda: f"<p>{ACCENTS}".encode("cp1252"), (ACCENTS,)
    )
    yield Awkward("with-a-mark-before.html", lambda: f"<p>{ACCENTS}".encode("utf-16"), (ACCENTS,))
    yield Awkward(
        "twenty-thousand-attributes.html",
        lambda: b"<p " + b" ".join(b"a%d=1" % n for n in range(20_000)) + b">We train.",
    )
    yield Awkward("very-deep.html", lambda: b"<div>" * 300_000 + b"We train.")
    yield Awkward("very-deep-lists.html", lambda: b"<ul><li>" * 90_000 + b"We train.")
    yield Awkward(
        "nothing-closed.html",
        lambda: b"<table><tr><td>We train.<td>Twice" * 900,
        ("We train.", "Twice"),
    )
    yield Awkward(
        "a-script.html",
        lambda: b"<script>while(1){}</script><p>We train.<style>p{}</style>",
        ("We train.",),
        ("while",),
    )
    yield Awkward(
        "hidden.html",
        lambda: b'<p>We train.<p hidden>Not seen.<p style="display: none">Nor this.',
        ("We train.",),
    )
    yield Awkward(
        "frames-from-elsewhere.html",
        lambda: (
            b'<iframe src="file:///etc/passwd"></iframe><object data="http://127.0.0.1:9"></object><p>We train.'
        ),
        ("We train.",),
        ("root:",),
    )
    yield Awkward(
        "entities.html",
        lambda: b"<p>We&nbsp;train&shy;ed &#x202e;nurses &#0;&#xd800;&amp; others.",
        ("nurses", "& others."),
    )
    yield Awkward(
        "kinds-from-outside.html",
        lambda: b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>We train. &a;',
        ("We train.",),
        ("root:",),
    )
    yield Awkward(
        "xml.html",
        lambda: (
            b'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>We train.</p></body></html>'
        ),
        ("We train.",),
    )
