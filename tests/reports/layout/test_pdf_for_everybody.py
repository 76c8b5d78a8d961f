"""PDF files that can be heard: the structure that PDF/UA-1 asks for, in each report and language."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports.layout.structure import Structure, Tag
from trueline.design import load_design
from trueline.language import override
from trueline.reports.exports import ExportRequest, exports_of
from trueline.reports.layout.blocks import Cell, Document, Prose, Row, Section, Table
from trueline.reports.layout.pdf import pdf_file
from trueline.reports.layout.row_heads import with_row_heads
from trueline.review import review

EXAMPLES = Path(__file__).parents[3] / "examples"
ARABIC = Path(__file__).parents[1] / "arabic.yaml"
ON = date(2026, 11, 26)


def made(toolkit, path: Path, name: str, language: str) -> Structure:
    document = load_design(path).document
    with override(language):
        findings = tuple(review(document, toolkit, on=ON))
        request = ExportRequest(document, toolkit, findings, "a4", ON)
        return Structure(exports_of(document.kind)[name].make(request))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dossier.pdf", "review.pdf"])
@pytest.mark.parametrize(
    ("path", "language"),
    [(EXAMPLES / "early-draft-oresia-coast.yaml", "fr"), (ARABIC, "ar"), (ARABIC, "en")],
    ids=["early in French", "Arabic in Arabic", "Arabic in English"],
)
def test_a_report_keeps_to_pdf_ua_1(toolkit, path, name, language):
    assert made(toolkit, path, name, language).faults() == []


@pytest.mark.slow
def test_a_dossier_says_what_is_in_another_language_and_which_label_belongs_to_what(toolkit):
    """An Arabic design with English headings: its own texts are marked, each fact has its label."""
    structure = made(toolkit, ARABIC, "dossier.pdf", "en")
    assert structure.root["/Lang"].startswith("en")
    assert structure.root["/ViewerPreferences"]["/Direction"] == "/L2R"
    assert {tag.said["/Lang"] for tag in structure.tree.all() if "/Lang" in tag.said} >= {"ar"}
    facts = [tag for tag in structure.tags("LI") if tag.children[0].has_content]
    assert facts
    assert {str(tag.attributes["/Scope"]) for tag in structure.tags("TH")} == {"/Column", "/Row"}


@pytest.mark.slow
def test_an_arabic_dossier_opens_from_the_right(toolkit):
    structure = made(toolkit, ARABIC, "dossier.pdf", "ar")
    assert structure.root["/Lang"] == "ar"
    assert structure.root["/ViewerPreferences"]["/Direction"] == "/R2L"
    title = structure.reader.metadata.title
    assert title.startswith("اسأل")  # no mark of ours before it
    assert {tag.said["/Lang"] for tag in structure.tree.all() if "/Lang" in tag.said} == {"en"}


def table_of(*rows: Row) -> Structure:
    table = Table(("Result", "Indicator", "Target"), rows, (1, 1, 1))
    sections = (Section("One", (table,)),)
    return Structure(pdf_file(Document("A", "A", "A", sections, contents=False)))


def test_the_first_cell_of_a_row_is_the_head_of_all_beside_it():
    """Of several rows where it reaches over them; a row that is one cell, or begins empty, has none."""
    structure = table_of(
        ("Cases", "Filed", "40"),
        (Cell("Learners", rows=2), "Enrolled", "120"),
        (None, "Retained", "90"),
        (Cell("What follows is new", columns=3), None, None),
        ("", "Of these women", "60"),
        ("Staff", Cell("Trained by the centre", columns=2), None),
    )
    assert structure.faults() == []
    heads = {tag.said["/ID"]: str(tag.attributes["/Scope"]) for tag in structure.tags("TH")}
    assert [*heads.values()] == ["/Column"] * 3 + ["/Row"] * 3
    named = structure.root["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert named[::2] == sorted(heads)
    assert [one.get_object()["/ID"] for one in named[1::2]] == named[::2]
    [body] = structure.tags("TBody")
    rows = [
        [heads[name] for name in cell.attributes["/Headers"]]
        for cell in body.all()
        if cell.sort == "TD"
    ]
    assert rows == [
        *[["/Column", "/Row"]] * 6,
        ["/Column"] * 3,
        *[["/Column"]] * 3,
        ["/Column", "/Column", "/Row"],
    ]
    assert [str(page.extract_text()).count("Retained") for page in structure.reader.pages] == [1]


def test_a_pdf_without_tables_or_written_in_another_way_stays_as_it_is():
    document = Document("A", "A", "A", (Section("One", (Prose("Text"),)),), contents=False)
    plain = pdf_file(document)
    assert with_row_heads(plain) == plain
    assert with_row_heads(b"%PDF-1.7\n/S/TBody") == b"%PDF-1.7\n/S/TBody"


def test_what_the_check_would_notice():
    """A tree with each fault, and a file that says nothing of itself."""
    document = Document("A", "A", "A", (Section("One", (Prose("Text"),)),), contents=False)
    structure = Structure(pdf_file(document))
    assert structure.faults() == []
    structure.tree.children = [
        Tag("H1", {}),
        Tag("H3", {}),
        Tag("Div", {}, has_content=True),
        Tag("Figure", {}),
        Tag("Table", {}, [Tag("TD", {}, has_content=True)]),
        Tag("LI", {}, [Tag("P", {})]),
        Tag("TH", {}),
        Tag("TBody", {}, [Tag("TR", {}, [Tag("TD", {}, has_content=True), Tag("TD", {})])]),
    ]
    assert len(structure.faults()) == 7
    structure.xmp, structure.root = "", {}
    assert len(structure.faults()) == 12


def test_a_sign_that_no_font_has_costs_the_claim_and_nothing_else():
    """Such as one of a script whose letters are not at hand: the structure stays, the name goes."""
    sections = (Section("One", (Prose("A rune: \U000143ff"),)),)
    structure = Structure(pdf_file(Document("A", "A", "A", sections, contents=False)))
    assert structure.faults() == [
        "does not call itself PDF/UA-1 (5)",
        "shows the file's name in place of its title (7.1)",
        "does not go through page 1 in the order of its structure (7.18.3)",
    ]
    assert [tag.sort for tag in structure.tree.children[0].children] == ["H1", "P"]
