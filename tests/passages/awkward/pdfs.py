"""PDF files as scanners, old programs and hostile people make them."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Iterator
from functools import partial

from pypdf import PdfReader, PdfWriter

from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdf_bytes import (
    BOX,
    SENTENCE,
    Pdf,
    deflated,
    of_content,
    pictured,
    shown,
    sound,
    stream,
)
from tests.passages.awkward.pdf_pages import PICTURES, pdf_pages

DAMAGED = "damaged|no text"
LONG = "longer than|more memory|no text|damaged"


def pdfs() -> Iterator[Awkward]:
    """All of them."""
    yield from _broken()
    yield from _structures()
    yield from _locked()
    yield from _large()
    yield from pdf_pages()
    yield from _no_pdf()


def _broken() -> Iterator[Awkward]:
    whole = sound()
    for tenth in range(1, 10):
        yield Awkward(f"cut-at-{tenth}-tenths.pdf", partial(_cut, whole, tenth))
    for seed in range(20):
        yield Awkward(f"bytes-changed-{seed}.pdf", partial(_changed, whole, seed))
    start = whole.rindex(b"startxref")
    yield Awkward(
        "no-table-of-objects.pdf", lambda: whole[: whole.rindex(b"xref\n0")], refused=DAMAGED
    )
    yield Awkward(
        "table-said-elsewhere.pdf", lambda: whole[:start] + b"startxref\n7\n%%EOF", (SENTENCE,)
    )
    yield Awkward(
        "table-said-behind-the-end.pdf",
        lambda: whole[:start] + b"startxref\n99999999999\n%%EOF",
        (SENTENCE,),
    )
    yield Awkward("no-end.pdf", lambda: whole[:start], (SENTENCE,))
    yield Awkward("end-of-lines-lost.pdf", lambda: whole.replace(b"\n", b"\r"), (SENTENCE,))
    yield Awkward("letter-before.pdf", lambda: b"From: ana\r\n\r\n" + whole, (SENTENCE,))
    yield Awkward("letter-after.pdf", lambda: whole + b"\r\n--boundary--\r\n" * 30, (SENTENCE,))
    yield Awkward("two-files-in-one.pdf", lambda: whole + sound(1))
    yield Awkward("zeros-after.pdf", lambda: whole + bytes(900))
    yield Awkward("twice-utf8.pdf", lambda: whole.decode("latin-1").encode("utf-16"))


def _cut(whole: bytes, tenth: int) -> bytes:
    return whole[: len(whole) * tenth // 10]


def _changed(whole: bytes, seed: int) -> bytes:
    dice = random.Random(seed)
    data = bytearray(whole)
    for _ in range(1 + seed * 3):
        data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def _structures() -> Iterator[Awkward]:
    """Objects that refer to themselves, lie about their size, or are not there."""
    yield Awkward("tree-in-itself.pdf", lambda: _kids(b"[2 0 R]"))
    yield Awkward("tree-of-nothing.pdf", lambda: _kids(b"[]"), refused=DAMAGED)
    yield Awkward("tree-of-lost-pages.pdf", lambda: _kids(b"[98 0 R 99 0 R]"))
    yield Awkward("tree-very-deep.pdf", _deep_tree)
    yield Awkward("a-thousand-million-pages.pdf", lambda: _kids(b"[]", count=10**9))
    yield Awkward("fewer-pages-than-none.pdf", lambda: _kids(b"[]", count=-5))
    yield Awkward("catalogue-lost.pdf", lambda: sound().replace(b"/Root 1 0 R", b"/Root 77 0 R"))
    yield Awkward("previous-table-is-this.pdf", _previous_is_this, (SENTENCE,))
    yield Awkward(
        "length-is-itself.pdf", lambda: of_content(b"<< /Length 5 0 R >>\nstream\nq\nendstream")
    )
    yield Awkward("length-too-small.pdf", lambda: of_content(stream(shown(), length=4)))
    yield Awkward("length-too-large.pdf", lambda: of_content(stream(shown(), length=10**9)))
    yield Awkward("length-below-nothing.pdf", lambda: of_content(stream(shown(), length=-3)))
    yield Awkward(
        "stream-without-end.pdf", lambda: of_content(b"<< /Length 90 >>\nstream\n" + shown())
    )
    yield Awkward("filter-unknown.pdf", lambda: of_content(stream(shown(), b"/Filter /None")))
    yield Awkward(
        "packed-and-broken.pdf",
        lambda: of_content(stream(b"x\x9c" + b"no", b"/Filter /FlateDecode")),
    )
    yield Awkward(
        "a-thousand-filters.pdf",
        lambda: of_content(stream(shown(), b"/Filter [%s]" % (b"/ASCIIHexDecode " * 1000))),
    )
    yield Awkward(
        "dictionaries-very-deep.pdf", lambda: of_content(b"<< /A " * 50_000 + b">>" * 50_000)
    )
    yield Awkward("lists-very-deep.pdf", lambda: of_content(stream(b"[" * 300_000)))
    yield Awkward("drawing-in-itself.pdf", _drawing_in_itself, (SENTENCE,))
    yield Awkward("drawings-that-double.pdf", _doubling)
    yield Awkward("font-lost.pdf", lambda: sound().replace(b"/F1 3 0 R", b"/F1 88 0 R"))
    yield Awkward("meaning-of-letters-in-itself.pdf", _letters_in_themselves)


def _kids(kids: bytes, *, count: int = 1) -> bytes:
    pdf = Pdf()
    pdf.objects[2] = b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count)
    return pdf.written()


def _deep_tree() -> bytes:
    pdf = Pdf()
    for number in range(4, 4_000):
        pdf.objects[number] = b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1)
    pdf.objects[4_000] = b"<< /Type /Page /Parent 3999 0 R %s >>" % BOX
    pdf.kids = [4]
    return pdf.written()


def _previous_is_this() -> bytes:
    whole = sound()
    place = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % place)


def _drawing_in_itself() -> bytes:
    pdf = Pdf()
    own = max(pdf.objects) + 1
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>"
    pdf.objects[own] = stream(shown() + b"/X Do", entries % own)
    pdf.page(b"/X Do", resources=b"/XObject << /X %d 0 R >>" % own)
    return pdf.written()


def _doubling() -> bytes:
    """Each drawing shows the next one ten times: after twelve, a million million lines of text."""
    pdf = Pdf()
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>"
    last = pdf.add(stream(shown(), entries % 99))
    for _ in range(12):
        last = pdf.add(stream(b"/X Do\n" * 10, entries % last))
    pdf.page(b"/X Do", resources=b"/XObject << /X %d 0 R >>" % last)
    return pdf.written()


def _letters_in_themselves() -> bytes:
    pdf = Pdf()
    pdf.objects[3] = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding 3 0 R /DescendantFonts [3 0 R] /ToUnicode 3 0 R >>"
    )
    pdf.page(shown())
    return pdf.written()


def _locked() -> Iterator[Awkward]:
    for how in ("RC4-40", "RC4-128", "AES-128", "AES-256"):
        yield Awkward(f"password-{how}.pdf", partial(_encrypted, how, "secret"), refused="password")
        yield Awkward(f"may-not-be-copied-{how}.pdf", partial(_encrypted, how, ""), (SENTENCE,))


def _encrypted(how: str, password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sound())))
    writer.encrypt(password, "the owner's", permissions_flag=0, algorithm=how)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _large() -> Iterator[Awkward]:
    """What is small as a file and large when it is read."""
    yield Awkward(
        "zeros-unpacked.pdf", lambda: of_content(deflated(bytes(300_000_000))), refused=LONG
    )
    yield Awkward("packed-twice.pdf", _packed_twice)
    yield Awkward("lines-without-end.pdf", lambda: of_content(deflated(shown() * 600_000)))
    yield Awkward(
        "one-line-of-a-million.pdf", lambda: of_content(deflated(shown("a b. " * 200_000)))
    )
    yield Awkward(
        "a-page-of-60000-letters.pdf", lambda: of_content(deflated(_wall(60_000))), ("courses",)
    )
    yield Awkward("ten-thousand-pages.pdf", partial(_same_page, 10_000), refused="10.?000 pages")
    yield Awkward("one-page-too-many.pdf", partial(_same_page, 601), refused="601 pages")
    yield Awkward("six-hundred-pages.pdf", partial(_same_page, 600))
    yield Awkward("six-hundred-full-pages.pdf", partial(_full_pages, 600), ("41 We train",))
    yield Awkward(
        "a-page-as-wide-as-a-town.pdf", lambda: _boxed(b"[0 0 90000000 90000000]"), (SENTENCE,)
    )
    yield Awkward("a-page-of-no-size.pdf", lambda: _boxed(b"[0 0 0 0]"))
    yield Awkward("a-page-turned-inside-out.pdf", lambda: _boxed(b"[612 792 0 0]"), (SENTENCE,))
    yield Awkward("a-page-of-letters-for-a-size.pdf", lambda: _boxed(b"[a b c d]"))
    yield Awkward(
        "a-picture-of-ten-thousand-million-dots.pdf",
        partial(pictured, 100_000, 1),
        refused=PICTURES,
    )
    yield Awkward("ten-thousand-streams-on-a-page.pdf", _many_streams, (SENTENCE,))
    yield Awkward("a-font-as-large-as-a-house.pdf", lambda: of_content(stream(shown(size=1e9))))
    yield Awkward("letters-too-small-to-see.pdf", lambda: of_content(stream(shown(size=1e-6))))


def _packed_twice() -> bytes:
    twice = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    return of_content(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def _wall(letters: int) -> bytes:
    """So many letters in small print, line below line."""
    lines = letters // len(SENTENCE)
    step = 700 / lines
    return b"".join(
        shown(f"{number} {SENTENCE}", size=step * 0.8, at=(20, 750 - step * number))
        for number in range(lines)
    )


def _same_page(pages: int) -> bytes:
    pdf = Pdf()
    content = pdf.add(stream(shown()))
    for _ in range(pages):
        pdf.page_of(content)
    return pdf.written()


def _full_pages(pages: int) -> bytes:
    pdf = Pdf()
    content = pdf.add(deflated(_wall(6_000)))
    for _ in range(pages):
        pdf.page_of(content)
    return pdf.written()


def _boxed(box: bytes) -> bytes:
    pdf = Pdf()
    pdf.page(shown(), entries=b"/MediaBox " + box)
    return pdf.written()


def _many_streams() -> bytes:
    pdf = Pdf()
    empty = pdf.add(stream(b"q Q"))
    shows = pdf.add(stream(shown()))
    pdf.page_of(b"[%s %d 0 R]" % (b"%d 0 R " % empty * 10_000, shows))
    return pdf.written()


def _no_pdf() -> Iterator[Awkward]:
    """Other things under the name of a PDF."""
    yield Awkward("nothing.pdf", bytes, refused="empty")
    yield Awkward("blanks.pdf", lambda: b" \n" * 500, refused=DAMAGED)
    yield Awkward(
        "a-page-of-the-web.pdf", lambda: b"<!doctype html><p>Sign in to download.", refused=DAMAGED
    )
    yield Awkward("an-archive.pdf", lambda: b"PK\x03\x04" + bytes(300), refused=DAMAGED)
    yield Awkward("a-picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + bytes(300), refused=DAMAGED)
    yield Awkward("a-program.pdf", lambda: b"\x7fELF" + bytes(300), refused=DAMAGED)
    yield Awkward("only-a-head.pdf", lambda: b"%PDF-1.7\n", refused=DAMAGED)
    yield Awkward(
        "noise.pdf", lambda: b"%PDF-1.4\n" + random.Random(1).randbytes(200_000), refused=DAMAGED
    )
    yield Awkward("too-large.pdf", lambda: b"%PDF-1.7\n" + bytes(30_000_000), refused="larger than")
