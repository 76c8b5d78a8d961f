"""What the exports of the toolkit hold, read back with other people's readers."""

import io
import json
import re

import docx
import jsonschema
import openpyxl
import pypdfium2
import pytest
from defusedxml import ElementTree

from trueline.reports.toolkit_edition.data import toolkit_json, toolkit_schema
from trueline.reports.toolkit_edition.picture import PAGE, SECTION, page_picture
from trueline.reports.toolkit_edition.pocket import MOST_PAGES
from trueline.reports.toolkit_edition.workbook import COLUMNS, PRINTED
from trueline.reports.toolkit_edition.write import MAKERS, write_toolkit
from trueline.toolkit import load_toolkit

TOOLKIT = load_toolkit()


def made(ending: str, sections: list[str] = [], paper: str = "a4") -> bytes:  # noqa: B006
    return MAKERS[ending](TOOLKIT, sections, paper)


def pdf_text(content: bytes) -> str:
    pdf = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    return " ".join(text.split())


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return made(".pdf")


@pytest.fixture(scope="module")
def docx_text() -> str:
    document = docx.Document(io.BytesIO(made(".docx")))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.slow
def test_pdf_holds_every_lesson_question_and_indicator(pdf):
    text = flat(pdf_text(pdf)).replace("-", "")
    for entry in (*TOOLKIT.lessons(), *TOOLKIT.questions(), *TOOLKIT.categories()):
        assert flat(entry.title).replace("-", "") in text, entry.id
    for indicator in TOOLKIT.indicators():
        assert flat(indicator.statement).replace("-", "") in text, indicator.id


@pytest.mark.slow
def test_no_page_of_the_full_edition_ends_in_a_heading_or_is_left_nearly_empty(pdf):
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)][1:]
    for text in pages:
        *_, last, _number = (line for line in text.splitlines() if line.strip())
        assert not last.startswith(
            ("Lessons learned", "Questions to ask", "On these", "Indicators")
        )
        assert len(text.split()) > 60, text


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_pdf_of_one_section_on_either_paper(paper, size):
    document = pypdfium2.PdfDocument(made(".pdf", ["plans"], paper))
    assert tuple(round(side) for side in document[0].get_size()) == size
    text = pdf_text(made(".pdf", ["plans"], paper))
    assert "Somebody has to act differently" not in text
    assert "Who pays" not in text
    assert "Some plans are lists more than plans" in text


@pytest.mark.slow
def test_word_has_real_headings_and_tables():
    document = docx.Document(io.BytesIO(made(".docx")))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert len([text for text in headings if text[:1].isdigit()]) == 9
    assert document.core_properties.title == "Full edition of the ICAT toolkit"
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    for indicator in TOOLKIT.indicators("awareness"):
        assert any(indicator.statement in cell for cell in cells)


def test_workbook_has_a_row_for_each_indicator_and_filters():
    book = openpyxl.load_workbook(io.BytesIO(made(".xlsx")))
    sheet = book["Indicators"]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == [title for title, _ in COLUMNS]
    ids = [row[rows[0].index("Id")] for row in rows[1:]]
    assert ids == [indicator.id for indicator in TOOLKIT.indicators()]
    assert sheet.auto_filter.ref == f"A1:AA{len(rows)}"
    assert sheet.freeze_panes == "D2"
    assert sheet.print_title_rows == "$1:$1"
    assert all(row[rows[0].index("Does not show")] for row in rows[1:])
    given = {row[rows[0].index("Id")]: row[rows[0].index("Given by the source")] for row in rows}
    assert "Denominator (D)" in given["support.written-plan"]
    assert "Denominator (D)" not in given["support.stable-housing"]


@pytest.mark.slow
def test_full_edition_marks_what_is_ours(pdf):
    """The numerator of stable housing is the source's, its denominator is not."""
    text = pdf_text(pdf)
    assert "N: Clients in whose case file stable housing is documented" in text
    assert "D (ours): All clients given help to relocate" in text
    assert "Does not show (ours)" in text
    assert "Survey question (ours)" in text


PROXY = "Never stands in for what lies beyond it: a change in behaviour."


@pytest.mark.slow
def test_every_format_says_what_exactly_a_category_cannot_stand_in_for(pdf, docx_text):
    assert flat(PROXY) in flat(pdf_text(pdf))
    assert PROXY in docx_text
    sheet = openpyxl.load_workbook(io.BytesIO(made(".xlsx", ["awareness"])))["Indicators"]
    rows = list(sheet.iter_rows(values_only=True))
    proxies = {row[rows[0].index("Id")]: row[rows[0].index("As a proxy")] for row in rows}
    assert proxies["awareness.knows-hotline"] == PROXY
    data = json.loads(toolkit_json(TOOLKIT, ["awareness"]))
    learning = next(c for c in data["sections"][0]["categories"] if c["id"] == "awareness.learning")
    assert learning["cannot_stand_in_for"] == "a change in behaviour."
    assert "cannot_stand_in_for" in learning["source_gives"]


@pytest.mark.slow
def test_every_format_shows_labels_of_lessons_as_ours(pdf, docx_text):
    assert "Limited evidence (ours)" in pdf_text(pdf)
    assert "Limited evidence (ours)." in docx_text
    assert "direction" in json.loads(toolkit_json(TOOLKIT))["ours"]["lesson"]


@pytest.mark.slow
def test_front_matter_names_who_wrote_the_source_for_whom_and_why(pdf, docx_text):
    about = TOOLKIT.head.about
    wanted = (
        about.subtitle,
        *about.members,
        *about.partners,
        about.audience[0].text,
        about.purpose[0].text,
    )
    for text in wanted:
        assert flat(text).replace("-", "") in flat(pdf_text(pdf)).replace("-", ""), text
        assert text in docx_text, text


@pytest.mark.slow
def test_law_is_quoted_with_its_article(pdf, docx_text):
    words = "permit victims of trafficking in persons to remain in its territory"
    for text in (flat(pdf_text(pdf)), flat(docx_text)):
        assert flat(words) in text
        assert flat("article 7") in text


def test_full_edition_leads_from_the_text_to_its_notes():
    """A lesson carries the number of its footnote, and the note stands at the end."""
    text = pdf_text(made(".pdf", ["plans"]))
    assert "carried out, among them these. [53]" in text
    assert "53 National plans of 11 countries" in text
    assert "2 A project is temporary" not in text


@pytest.mark.slow
def test_full_edition_is_not_passed_off_as_the_agencies_own(pdf):
    meta = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert meta["Author"] == "Trueline"
    assert "neither reviewed nor endorsed" in pdf_text(pdf)


def test_no_cell_is_a_formula():
    """A text that begins like a formula stays text."""
    changed = TOOLKIT.indicators("plans")[0].model_copy(update={"statement": "=1+1", "unit": "@x"})
    from trueline.toolkit.pack import Pack
    from trueline.toolkit.toolkit import Toolkit

    pack: Pack = TOOLKIT._packs[0]
    chapter = next(c for c in pack.chapters if c.section_id == "plans")
    category = chapter.categories[0].model_copy(update={"indicators": (changed,)})
    small = chapter.model_copy(update={"categories": (category,)})
    toolkit = Toolkit((pack.model_copy(update={"chapters": (small,)}),))
    book = openpyxl.load_workbook(io.BytesIO(MAKERS[".xlsx"](toolkit, [], "a4")))
    cell = book["Indicators"]["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_json_fits_its_schema_and_holds_everything():
    data = json.loads(toolkit_json(TOOLKIT))
    jsonschema.validate(data, json.loads(toolkit_schema()))
    assert len(data["sections"]) == 9
    questions = [q["id"] for part in data["sections"] for q in part["questions"]]
    assert questions == [q.id for q in TOOLKIT.questions()]
    assert data["own"] == {}


def test_json_of_one_section():
    data = json.loads(toolkit_json(TOOLKIT, ["legal"]))
    assert [part["section"]["id"] for part in data["sections"]] == ["legal"]


@pytest.mark.slow
def test_picture_of_a_page_is_small_and_holds_the_questions():
    picture = page_picture(TOOLKIT)
    root = ElementTree.fromstring(picture)
    assert len(picture) < 250_000
    names = {symbol.get("id") for symbol in root.iter("{http://www.w3.org/2000/svg}symbol")}
    used = {
        place.get("{http://www.w3.org/1999/xlink}href").removeprefix("#")
        for place in root.iter("{http://www.w3.org/2000/svg}use")
    }
    assert used <= names
    page = pypdfium2.PdfDocument(made(".pdf", [SECTION]))[PAGE - 1]
    assert "Who exactly is the target group?" in page.get_textpage().get_text_bounded()


def test_json_tells_whose_words_are_whose():
    data = json.loads(toolkit_json(TOOLKIT))
    assert {"why", "good_answer", "responses"} <= set(data["ours"]["question"])
    assert "text" not in data["ours"]["question"]
    assert [one["id"] for one in data["about"]["consequences"]] == [
        "modify",
        "add",
        "generate",
        "reconsider",
    ]


def test_own_entries_carry_their_organisation(tmp_path):
    (tmp_path / "pack.yaml").write_text(
        'pack: {id: acme, name: Acme Foundation, language: en, edition: "1"}\n'
        "for_section: plans\n"
        "lessons:\n"
        "  - {id: acme.l, ref: own, title: Ours alone, statement: S., direction: gap,"
        " follows: F., evidence: [acme-study]}\n"
        "evidence:\n"
        "  - {id: acme-study, ref: own, note: A study of ours.}\n"
    )
    pdf = MAKERS[".pdf"](load_toolkit(extra=[tmp_path]), ["plans"], "a4")
    text = pdf_text(pdf)
    assert "Ours alone Acme Foundation" in text
    assert "S. [acme-study]" in text
    assert "A study of ours." in text


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "size"), [("pocket", (595, 842)), ("booklet", (420, 595))])
def test_a_pocket_edition_fits_a_pocket_and_holds_every_question_and_category(
    tmp_path, edition, size
):
    to = tmp_path / "pocket.pdf"
    write_toolkit(TOOLKIT, to, edition=edition)
    with pypdfium2.PdfDocument(to) as document:
        assert len(document) <= MOST_PAGES
        assert tuple(map(round, document[0].get_size())) == size
        pages = [flat(page.get_textpage().get_text_range()) for page in document]
    words = "".join(pages)
    for question in TOOLKIT.questions():
        assert flat(question.text)[:40] in words, question.id
    for category in TOOLKIT.categories():
        limit = flat(category.cannot_stand_in_for or "")[:30]
        assert any(flat(category.title) in page and limit in page for page in pages), category.id


@pytest.mark.slow
def test_the_contents_of_the_word_edition_lead_to_their_pages(tmp_path):
    to = tmp_path / "full.docx"
    write_toolkit(TOOLKIT, to, sections=["awareness"])
    body = docx.Document(str(to)).element.body.xml
    led_to = re.findall(r"PAGEREF (_Toc\d+)", body)
    assert led_to
    assert led_to == re.findall(r'w:bookmarkStart[^>]*w:name="(_Toc\d+)"', body)


def test_the_workbook_prints_what_is_divided_by_what():
    printed = [title for title, _ in COLUMNS[:PRINTED]]
    assert {"Shows", "Does not show", "Numerator (N)", "Denominator (D)"} <= set(printed)
