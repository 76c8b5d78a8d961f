"""PDF files as scanners, old programs and hostile people make them."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Iterator
from functools import partial

import typst
from pypdf import PdfReader, PdfWriter

from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdf_bytes import SENTENCE, Pdf, deflated, shown, sound, stream

BOX = b"/MediaBox [0 0 612 792]"
DAMAGED = "damaged|no text"
PICTURES = "pictures"
LONG = "longer than|more memory|no text|damaged"


def pdfs() -> Iterator[Awkward]:
    """All of them."""
    yield from _broken()
    yield from _structures()
    yield from _locked()
    yield from _large()
    yield from _pages()
    yield from _letters()
    yield from _scripts()
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
        "length-is-itself.pdf", lambda: _content(b"<< /Length 5 0 R >>\nstream\nq\nendstream")
    )
    yield Awkward("length-too-small.pdf", lambda: _content(stream(shown(), length=4)))
    yield Awkward("length-too-large.pdf", lambda: _content(stream(shown(), length=10**9)))
    yield Awkward("length-below-nothing.pdf", lambda: _content(stream(shown(), length=-3)))
    yield Awkward(
        "stream-without-end.pdf", lambda: _content(b"<< /Length 90 >>\nstream\n" + shown())
    )
    yield Awkward("filter-unknown.pdf", lambda: _content(stream(shown(), b"/Filter /None")))
    yield Awkward(
        "packed-and-broken.pdf", lambda: _content(stream(b"x\x9c" + b"no", b"/Filter /FlateDecode"))
    )
    yield Awkward(
        "a-thousand-filters.pdf",
        lambda: _content(stream(shown(), b"/Filter [%s]" % (b"/ASCIIHexDecode " * 1000))),
    )
    yield Awkward(
        "dictionaries-very-deep.pdf", lambda: _content(b"<< /A " * 50_000 + b">>" * 50_000)
    )
    yield Awkward("lists-very-deep.pdf", lambda: _content(stream(b"[" * 300_000)))
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


def _content(body: bytes) -> bytes:
    pdf = Pdf()
    pdf.page_of(pdf.add(body))
    return pdf.written()


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
        "zeros-unpacked.pdf", lambda: _content(deflated(bytes(300_000_000))), refused=LONG
    )
    yield Awkward("packed-twice.pdf", _packed_twice)
    yield Awkward("lines-without-end.pdf", lambda: _content(deflated(shown() * 600_000)))
    yield Awkward("one-line-of-a-million.pdf", lambda: _content(deflated(shown("a b. " * 200_000))))
    yield Awkward(
        "a-page-of-60000-letters.pdf", lambda: _content(deflated(_wall(60_000))), ("courses",)
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
        partial(_pictured, 100_000, 1),
        refused=PICTURES,
    )
    yield Awkward("ten-thousand-streams-on-a-page.pdf", _many_streams, (SENTENCE,))
    yield Awkward("a-font-as-large-as-a-house.pdf", lambda: _content(stream(shown(size=1e9))))
    yield Awkward("letters-too-small-to-see.pdf", lambda: _content(stream(shown(size=1e-6))))


def _packed_twice() -> bytes:
    twice = zlib.compress(zlib.compress(bytes(300_000_000), 9), 9)
    return _content(stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


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


def _pictured(side: int, pages: int, text: bytes = b"") -> bytes:
    pdf = Pdf()
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        % (side, side)
    )
    picture = pdf.add(deflated(bytes(10_000), entries))
    for number in range(pages):
        content = b"q 612 0 0 792 0 0 cm /P Do Q" + (text if number == 0 else b"")
        pdf.page(content, resources=b"/XObject << /P %d 0 R >>" % picture)
    return pdf.written()


def _many_streams() -> bytes:
    pdf = Pdf()
    empty = pdf.add(stream(b"q Q"))
    shows = pdf.add(stream(shown()))
    pdf.page_of(b"[%s %d 0 R]" % (b"%d 0 R " % empty * 10_000, shows))
    return pdf.written()


def _pages() -> Iterator[Awkward]:
    """Pages that stand on their heads, are scans, or hold their text where few look."""
    for degrees in (90, 180, 270, 45, -90):
        yield Awkward(
            f"turned-by-{degrees}.pdf", partial(_with_entries, b"/Rotate %d" % degrees), (SENTENCE,)
        )
    yield Awkward("cropped.pdf", partial(_with_entries, b"/CropBox [0 0 300 300]"))
    yield Awkward("in-other-units.pdf", partial(_with_entries, b"/UserUnit 10"), (SENTENCE,))
    yield Awkward(
        "below-the-edge.pdf",
        lambda: _content(stream(shown(at=(-900, -900)) + shown())),
        (SENTENCE,),
    )
    yield Awkward("scan.pdf", partial(_pictured, 100, 5), refused=PICTURES)
    yield Awkward("scan-with-a-cover.pdf", partial(_pictured, 100, 5, shown()), refused=PICTURES)
    yield Awkward(
        "scan-behind-letters-nobody-sees.pdf",
        lambda: _content(stream(b"3 Tr " + shown())),
        (SENTENCE,),
    )
    yield Awkward("empty-pages.pdf", partial(_empty, 3), refused="pictures|no text")
    yield Awkward("one-page-without-content.pdf", _one_without_content, (SENTENCE,))
    yield Awkward(
        "printed-twice-for-bold.pdf",
        lambda: _content(stream(shown() + shown(at=(50.3, 600)))),
        (SENTENCE,),
    )
    yield Awkward(
        "words-placed-one-by-one.pdf", lambda: _content(stream(_word_by_word())), (SENTENCE,)
    )
    yield Awkward(
        "bottom-line-first.pdf",
        lambda: _content(
            stream(shown("and goes on", at=(50, 600)) + shown("It begins", at=(50, 614)))
        ),
        ("It begins",),
    )
    yield Awkward("runs-a-program.pdf", _runs_a_program, (SENTENCE,))
    yield Awkward("carries-a-file.pdf", _carries_a_file, (SENTENCE,))
    yield Awkward("form-to-fill-in.pdf", _form, (SENTENCE,))
    yield Awkward(
        "left-before-right.pdf", _columns, ("left one", "left forty", "right one", "right forty")
    )
    yield Awkward(
        "rows-of-a-table.pdf",
        _table,
        ("\nMinimum age Yes 15\n", "Forced labour No 23 and what follows it\n", "Schooling Yes 9"),
    )
    yield Awkward(
        "objectives-at-the-heads-of-pages.pdf",
        lambda: _headed("Objective 1", "Objective 2", "Objective 4", "Objective 9"),
        ("Objective 1", "Objective 2", "Objective 4", "Objective 9"),
    )
    yield Awkward(
        "numbered-at-the-heads-of-pages.pdf",
        lambda: _headed(*(f"Plan 2026 | {page} of 4" for page in range(1, 5))),
        ("stands under", "stands under"),
        lacks=("Plan 2026",),
    )


def _with_entries(entries: bytes) -> bytes:
    pdf = Pdf()
    pdf.page(shown(), entries=BOX + b" " + entries)
    return pdf.written()


def _empty(pages: int) -> bytes:
    pdf = Pdf()
    for _ in range(pages):
        pdf.page(b"")
    return pdf.written()


def _one_without_content() -> bytes:
    pdf = Pdf()
    pdf.page(shown())
    pdf.page_of(b"null")
    pdf.page(shown("The last page."))
    return pdf.written()


def _word_by_word() -> bytes:
    place, out = 50.0, b""
    for word in SENTENCE.split():
        out += shown(word, at=(place, 600))
        place += 8 * len(word) + 6
    return out


def _runs_a_program() -> bytes:
    pdf = Pdf(
        catalogue=b"/OpenAction << /S /JavaScript /JS (while (true) {}) >> /AA << /O << /S /Launch /F (sh) >> >>"
    )
    pdf.page(shown())
    return pdf.written()


def _carries_a_file() -> bytes:
    pdf = Pdf()
    inside = pdf.add(stream(b"MZ" + bytes(90), b"/Type /EmbeddedFile"))
    named = pdf.add(b"<< /Type /Filespec /F (../../run.exe) /EF << /F %d 0 R >> >>" % inside)
    pdf.catalogue = b"/Names << /EmbeddedFiles << /Names [(a) %d 0 R] >> >>" % named
    pdf.page(shown())
    return pdf.written()


def _form() -> bytes:
    pdf = Pdf()
    filled = pdf.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Filled in) /Rect [0 0 9 9] >>"
    )
    pdf.catalogue = b"/AcroForm << /Fields [%d 0 R] /XFA (none) >>" % filled
    pdf.page(shown(), entries=BOX + b" /Annots [%d 0 R 97 0 R]" % filled)
    return pdf.written()


def _columns() -> bytes:
    """Two columns, drawn line by line across both."""
    names = ["one", *map(str, range(2, 40)), "forty"]
    return _content(
        stream(
            b"".join(
                shown(f"This is what stands left {name}", size=9, at=(40, 740 - 14 * row))
                + shown(f"This is what stands right {name}", size=9, at=(320, 740 - 14 * row))
                for row, name in enumerate(names)
            )
        )
    )


def _table() -> bytes:
    rows = [
        ("Minimum age", "Yes", "15"),
        ("Forced labour", "No", "23 and what"),
        ("", "", "follows it"),
        ("Schooling", "Yes", "9"),
    ]
    return _content(
        stream(
            shown("Table 4", at=(50, 640))
            + b"".join(
                shown(cell, at=(50 + 150 * column, 600 - 14 * row))
                for row, cells in enumerate(rows)
                for column, cell in enumerate(cells)
                if cell
            )
        )
    )


def _headed(*heads: str) -> bytes:
    pdf = Pdf()
    for head in heads:
        pdf.page(shown(head, at=(50, 760)) + shown(f"{len(pdf.kids)} stands under it, apart."))
    return pdf.written()


def _letters() -> Iterator[Awkward]:
    """Fonts that say something else than they show."""
    yield Awkward("no-meaning-of-letters.pdf", partial(_mapped, b""), refused="no text")
    yield Awkward(
        "letters-of-private-use.pdf", partial(_mapped, b"<01> <20> <E000>"), refused="own fonts"
    )
    yield Awkward(
        "letters-that-are-halves.pdf", partial(_mapped, b"<01> <20> <D800>"), refused="no text"
    )
    yield Awkward(
        "letters-that-are-nothing.pdf", partial(_mapped, b"<01> <20> <0000>"), refused="no text"
    )
    yield Awkward(
        "letters-that-turn-the-line.pdf", partial(_mapped, b"<01> <20> <202E>"), lacks=("\u202e",)
    )
    yield Awkward(
        "letters-that-are-sentences.pdf", partial(_mapped, b"<01> <01> <" + b"0041" * 500 + b">")
    )
    yield Awkward("letters-beyond-the-first-plane.pdf", partial(_mapped, b"<01> <20> <D83DDE00>"))
    yield Awkward("letters-drawn-by-programs.pdf", _drawn_letters)
    yield Awkward(
        "ligatures.pdf",
        lambda: typst.compile(
            b"#set text(size: 11pt)\nEfficient officers in the fields offer difficult affidavits."
        ),
        ("Efficient officers in the fields offer difficult affidavits.",),
    )
    yield Awkward(
        "letters-set-apart.pdf",
        lambda: typst.compile(b"#text(tracking: 6pt)[What we will do]\n\nWe train nurses."),
        ("What we will do", "We train nurses."),
    )
    yield Awkward(
        "words-parted-at-the-ends-of-lines.pdf",
        lambda: typst.compile(
            b'#set page(width: 5cm)\n#set text(hyphenate: true, lang: "en")\nTrafficking and identification of trafficking: identification.'
        ),
        ("Trafficking and identification of trafficking: identification.",),
    )


def _mapped(ranges: bytes) -> bytes:
    pdf = Pdf()
    table = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange %s endbfrange endcmap end"
    meaning = pdf.add(stream(table % ranges))
    pdf.objects[3] = (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Unknown /FirstChar 1 /LastChar 32 /Widths [%s] /ToUnicode %d 0 R >>"
        % (b"500 " * 32, meaning)
    )
    pdf.page(b"BT /F1 12 Tf 50 700 Td <0102030405060708090a0b0c0d0e0f10> Tj ET")
    return pdf.written()


def _drawn_letters() -> bytes:
    pdf = Pdf()
    letter = pdf.add(stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f"))
    pdf.objects[3] = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 750 750] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a %d 0 R >> /Encoding << /Type /Encoding /Differences [65 /a /a /a] >> /FirstChar 65 /LastChar 67 /Widths [1000 1000 1000] >>"
        % letter
    )
    pdf.page(shown("ABC"))
    return pdf.written()


def _scripts() -> Iterator[Awkward]:
    """Texts that run from right to left, or with letters that fonts put together."""
    for name, text in (
        ("arabic", "يدرب المشروع 40 مفتشا في مكافحة الاتجار بالأشخاص (2026-2028) مع IOM، ثم لا."),
        ("hebrew", "אנו מכשירים 40 מפקחים ב-2026."),
    ):
        yield Awkward(f"{name}.pdf", partial(_typeset, text, "rtl"), (text,))
        long = " ".join([text] * 30)
        yield Awkward(f"{name}-paragraphs.pdf", partial(_typeset, long, "rtl"), (text, text))
    for name, text in (
        ("arabic-among-english", "The word الاتجار means trafficking."),
        ("russian", "Мы обучаем сорок инспекторов."),
        ("greek", "Εκπαιδεύουμε σαράντα επιθεωρητές."),
        ("vietnamese", "Chúng tôi đào tạo bốn mươi thanh tra."),
    ):
        yield Awkward(f"{name}.pdf", partial(_typeset, text, "ltr"), (text,))
    columns = (
        "#set page(columns: 2)\n" + "الأول واحد. " * 90 + "#colbreak()\n" + "الثاني اثنان. " * 90
    )
    yield Awkward(
        "arabic-in-columns.pdf", partial(_typeset, columns, "rtl"), ("الأول واحد.", "الثاني اثنان.")
    )


def _typeset(text: str, direction: str) -> bytes:
    return typst.compile(f"#set text(dir: {direction})\n{text}\n".encode())


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
