"""Text out of files, each block with its page."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
import typst

from trueline.files import FileProblems
from trueline.passages.reading import read_text
from trueline.passages.reading.lines import HYPHEN, mended, words_of
from trueline.passages.sentences import sentence_spans
from trueline.passages.text import DocumentText, Role
from trueline.passages.uploads import read_document_text

DOCUMENTS = Path(__file__).parents[3] / "shared/data/documents"
REPORTS = sorted(DOCUMENTS.glob("*.pdf"))


def pdf(tmp_path: Path, source: str) -> DocumentText:
    path = tmp_path / "source.typ"
    path.write_text(source, encoding="utf-8")
    return read_text(typst.compile(path), "made.pdf")


def said(document: DocumentText) -> list[tuple[Role, str]]:
    return [(block.role, block.text) for block in document.blocks]


class TestPdf:
    def test_the_left_column_comes_before_the_right(self, tmp_path):
        words = " ".join(f"left{number}" for number in range(120))
        others = " ".join(f"right{number}" for number in range(120))
        document = pdf(tmp_path, f"#set page(columns: 2)\n{words}\n#colbreak()\n{others}\n")
        assert document.text.index("left119") < document.text.index("right0")

    def test_running_headers_and_page_numbers_stay_out(self, tmp_path):
        body = "\n#pagebreak()\n".join(
            f"Only page {name} says so." for name in ("one", "two", "six")
        )
        document = pdf(
            tmp_path, '#set page(header: [A report that runs], numbering: "1 of 1")\n' + body
        )
        assert document.text.splitlines() == [
            "Only page one says so.",
            "Only page two says so.",
            "Only page six says so.",
        ]
        assert [block.page for block in document.blocks] == [1, 2, 3]

    def test_headings_and_items_are_known(self, tmp_path):
        document = pdf(
            tmp_path,
            "= What we plan\nWe train people for a year.\n- First, the nurses\n- Then others\n",
        )
        assert (Role.HEADING, "What we plan") in said(document)
        assert (Role.ITEM, "First, the nurses") in said(document)

    def test_words_are_whole(self, tmp_path):
        text = "Efficient officers in the fields offer reflection. " * 12
        document = pdf(
            tmp_path, f'#set page(width: 7cm)\n#set text(hyphenate: true, lang: "en")\n{text}'
        )
        assert document.text.count("Efficient officers in the fields offer reflection.") == 12

    def test_each_sentence_stands_where_it_is_said_to(self, tmp_path):
        document = pdf(
            tmp_path, "= Head\nOne sentence. Another one, e.g. this.\n#pagebreak()\nLast."
        )
        for each in document.sentences:
            assert document.text[each.start : each.end] == each.text
        assert [(each.text, each.page, each.heading) for each in document.sentences[1:]] == [
            ("One sentence.", 1, "Head"),
            ("Another one, e.g. this.", 1, "Head"),
            ("Last.", 2, "Head"),
        ]

    def test_pictures_without_text_are_called_so(self, tmp_path):
        with pytest.raises(FileProblems, match="pictures"):
            pdf(tmp_path, "#rect(width: 3cm, height: 4cm)\n#pagebreak()\n#circle()")


@pytest.mark.skipif(not REPORTS, reason="../shared/data is not here")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_real_reports(path):
    document = read_text(path.read_bytes(), path.name)
    assert len(document.sentences) > 200
    assert "ﬁ" not in document.text
    assert HYPHEN not in document.text
    assert not any(
        block.text.startswith("2021 FINDINGS ON THE WORST FORMS") for block in document.blocks
    )
    for each in document.sentences:
        assert document.text[each.start : each.end] == each.text
        assert 1 <= each.page <= document.pages


@pytest.mark.parametrize(
    ("text", "mended_text"),
    [
        ("traf|ficking", "trafficking"),
        ("Counter|Trafficking", "Counter-Trafficking"),
        ("well|known", "well-known"),
        ("self|made", "self-made"),
        ("un|heard", "unheard"),
    ],
)
def test_hyphens_at_the_ends_of_lines(text, mended_text):
    words = words_of(["Trafficking is well known.", "A counter, a self-made man, made well."])
    assert mended(text.replace("|", HYPHEN), words) == mended_text


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("The plan", level=1)
    document.add_paragraph("We train nurses.")
    document.add_paragraph("Twice a year", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Cost"
    table.cell(0, 1).text = "40,000"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt_file() -> bytes:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>'
        "<text:h>The plan</text:h><text:p>We train<text:s/><text:span>nurses</text:span>."
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>In two towns."
        "</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>Twice a year</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Cost</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", content)
    return out.getvalue()


def test_word():
    assert said(read_text(word_file(), "plan.docx")) == [
        (Role.HEADING, "The plan"),
        (Role.PARAGRAPH, "We train nurses."),
        (Role.ITEM, "Twice a year"),
        (Role.CELL, "Cost"),
        (Role.CELL, "40,000"),
    ]


def test_open_document():
    assert said(read_text(odt_file(), "plan.odt")) == [
        (Role.HEADING, "The plan"),
        (Role.PARAGRAPH, "We train nurses."),
        (Role.FOOTNOTE, "In two towns."),
        (Role.ITEM, "Twice a year"),
        (Role.CELL, "Cost"),
    ]


def test_a_page_of_the_web():
    page = (
        "<html><nav>Menu</nav><h1>The plan</h1><p>We train <b>nurses</b>.<ul><li>Twice a year</ul>"
        "<script>bad()</script><table><tr><td>Cost<td>40</table><p>Last"
    )
    assert said(read_text(page.encode(), "plan.html")) == [
        (Role.HEADING, "The plan"),
        (Role.PARAGRAPH, "We train nurses."),
        (Role.ITEM, "Twice a year"),
        (Role.CELL, "Cost"),
        (Role.CELL, "40"),
        (Role.PARAGRAPH, "Last"),
    ]


def test_plain_text_and_markdown():
    text = "# The plan\nWe train\nnurses.\n\n- Twice a year\n\n| Cost | 40 |\n|---|---|\n"
    assert said(read_text(text.encode("cp1252"), "plan.md")) == [
        (Role.HEADING, "The plan"),
        (Role.PARAGRAPH, "We train nurses."),
        (Role.ITEM, "Twice a year"),
        (Role.CELL, "Cost"),
        (Role.CELL, "40"),
    ]


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.pdf", "empty"),
        (b"%PDF-1.7 nothing", "a.pdf", "damaged"),
        (b"PK\x03\x04 nothing", "a.docx", "no Excel or Word file"),
        (b"PK\x03\x04 nothing", "a.odt", "no Excel or Word file"),
        (b"text", "a.exe", "are not read"),
        (b"  \n ", "a.txt", "no text"),
        (b"", "a.html", "empty"),
    ],
)
def test_what_can_not_be_read_says_why(data, name, reason):
    with pytest.raises(FileProblems, match=reason):
        read_text(data, name)


@pytest.mark.slow
def test_strangers_documents_are_read_in_a_process_of_their_own():
    data = word_file()
    assert read_document_text(data, "plan.docx") == read_text(data, "plan.docx")
    with pytest.raises(FileProblems, match="damaged"):
        read_document_text(b"%PDF-1.7 nothing", "a.pdf")


def test_a_page_nested_without_end_is_read():
    page = "<div>" * 20_000 + "<p>In the middle of it all.</p>"
    try:
        assert "middle" in read_text(page.encode(), "deep.html").text
    except FileProblems as problems:
        assert problems.problems  # noqa: PT017


def test_a_dot_far_into_a_sentence_is_read_like_any_other():
    """What stands before a dot is looked at a little way back, not to where the sentence began."""
    long = "word " * 200
    text = f"{long}by Dr. Ama and 12. others. 3. It ends. {' ' * 90}4. Next."
    spans = [text[start:end] for start, end in sentence_spans(text)]
    assert spans == [f"{long}by Dr. Ama and 12. others.", "3. It ends.", "4. Next."]
