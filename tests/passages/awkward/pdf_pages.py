"""PDF pages that stand on their heads, are scans, hold their text where few look, or run from the right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import typst

from tests.passages.awkward.document import Awkward
from tests.passages.awkward.pdf_bytes import BOX, SENTENCE, Pdf, of_content, pictured, shown, stream

PICTURES = "pictures"


def pdf_pages() -> Iterator[Awkward]:
    """All of them."""
    yield from _pages()
    yield from _letters()
    yield from _scripts()


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
        lambda: of_content(stream(shown(at=(-900, -900)) + shown())),
        (SENTENCE,),
    )
    yield Awkward("scan.pdf", partial(pictured, 100, 5), refused=PICTURES)
    yield Awkward("scan-with-a-cover.pdf", partial(pictured, 100, 5, shown()), refused=PICTURES)
    yield Awkward(
        "scan-behind-letters-nobody-sees.pdf",
        lambda: of_content(stream(b"3 Tr " + shown())),
        (SENTENCE,),
    )
    yield Awkward("empty-pages.pdf", partial(_empty, 3), refused="pictures|no text")
    yield Awkward("one-page-without-content.pdf", _one_without_content, (SENTENCE,))
    yield Awkward(
        "printed-twice-for-bold.pdf",
        lambda: of_content(stream(shown() + shown(at=(50.3, 600)))),
        (SENTENCE,),
    )
    yield Awkward(
        "words-placed-one-by-one.pdf", lambda: of_content(stream(_word_by_word())), (SENTENCE,)
    )
    yield Awkward(
        "bottom-line-first.pdf",
        lambda: of_content(
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
    return of_content(
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
    return of_content(
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
