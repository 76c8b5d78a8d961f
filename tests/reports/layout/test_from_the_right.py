"""An Arabic design in Word files, workbooks and drawings: from the right, each text in its language."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from trueline.design import Design, load_design
from trueline.language import direction_of, override, quoted
from trueline.reports.exports import ExportRequest, exports_of
from trueline.reports.layout.lines import languages_of, leans, line_of
from trueline.review import review

FOLDER = Path(__file__).parents[1]
EXAMPLES = FOLDER.parents[1] / "examples"
ON = date(2026, 11, 26)
FILES = ("dossier.docx", "logframe.docx", "logframe-eu.docx")
BOOKS = ("logframe.xlsx", "logframe-eu.xlsx", "logframe-usaid-pirs.xlsx")


def arabic() -> Design:
    return load_design(FOLDER / "arabic.yaml").document


def made(toolkit, name: str, language: str, design: Design | None = None) -> bytes:
    design = design or arabic()
    with override(language):
        findings = tuple(review(design, toolkit, on=ON))
        request = ExportRequest(design, toolkit, findings, "a4", ON)
        return exports_of("design")[name].make(request)


def word(toolkit, name: str, language: str, design: Design | None = None):
    return docx.Document(io.BytesIO(made(toolkit, name, language, design)))


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_word_file_in_arabic_runs_from_the_right(toolkit, name):
    file = word(toolkit, name, "ar")
    body = file.element.body
    assert all(s.find(qn("w:bidi")) is not None for s in body.iter(qn("w:sectPr")))
    tables = list(body.iter(qn("w:tblPr")))
    assert tables
    assert all(table.find(qn("w:bidiVisual")) is not None for table in tables)
    assert file.styles["Normal"].element.pPr.find(qn("w:bidi")) is not None
    said = next(file.styles.element.iter(qn("w:lang")))
    assert said.get(qn("w:bidi")) == "ar-SA"


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_word_file_in_english_runs_from_the_left_and_marks_the_arabic_in_it(toolkit, name):
    body = word(toolkit, name, "en").element.body
    assert not list(body.iter(qn("w:bidiVisual")))
    turned = [p for p in body.iter(qn("w:p")) if leans(text_of(p)) == "rtl"]
    assert turned
    assert all(
        p.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for p in turned if not is_entry(p)
    )
    marks = {
        lang.get(qn("w:bidi"))
        for p in turned
        for lang in p.iter(qn("w:lang"))
        if lang.get(qn("w:bidi"))
    }
    assert marks == {"ar"}


def text_of(paragraph) -> str:
    return "".join(t.text or "" for t in paragraph.iter(qn("w:t")))


def is_entry(paragraph) -> bool:
    """Whether it is a line of the contents, which keep to the direction of the page."""
    return "PAGEREF" in "".join(t.text or "" for t in paragraph.iter(qn("w:instrText")))


@pytest.mark.slow
@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_column_stands_at_the_right_in_arabic_alone(toolkit, name, language):
    book = openpyxl.load_workbook(io.BytesIO(made(toolkit, name, language)))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    ways = {bool(sheet.sheet_view.rightToLeft) for sheet in shown}
    assert ways == {language == "ar"}


def places(svg: bytes) -> dict[str, float]:
    """Where each text stands from the left, by its words."""
    root = ElementTree.fromstring(svg)
    width = float(root.get("width"))
    found = {}
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        if turned := re.fullmatch(r"matrix\(-1 0 0 1 (\S+) \S+\)", text.get("transform", "")):
            found[text.text.strip("\u2067\u2069")] = width - float(turned[1])
        else:
            found[text.text.strip("\u2067\u2069")] = float(text.get("x"))
    return found


def test_the_theory_of_change_leads_from_right_to_left_in_arabic(toolkit):
    from_the_right = places(made(toolkit, "theory-of-change.svg", "ar"))
    from_the_left = places(made(toolkit, "theory-of-change.svg", "en"))
    first, last = "مكتب لفحص العروض", "عدد أقل من العاملين"
    assert from_the_right[first] > from_the_right[last]
    assert from_the_left[first] < from_the_left[last]


@pytest.mark.parametrize(("language", "boxes"), [("en", "ar"), ("fr", "ar"), ("ar", None)])
def test_a_drawing_says_its_language_and_that_of_what_was_written(toolkit, language, boxes):
    root = ElementTree.fromstring(made(toolkit, "theory-of-change.svg", language))
    assert root.get("lang") == language
    assert root.get("direction") == "ltr"  # the page around it moves none of its texts
    groups = [
        g for g in root.iter("{http://www.w3.org/2000/svg}g") if g.find("{*}rect") is not None
    ]
    held = {g.get("lang") for g in groups if (g.findtext("{*}title") or "").startswith("مكتب")}
    assert held == {boxes}


def test_what_was_written_is_told_from_what_we_say():
    design = arabic()
    with override("fr"):
        languages = languages_of(design, ["Risks and capacities"])
        assert languages[design.title] == "ar"
        assert languages["لا يقول البرنامج للناس إن عليهم البقاء في بيوتهم."] == "ar"
        assert languages["Risks and capacities"] == "en"
        assert line_of("4,000", languages).direction == "ltr"
    with override("ar"):
        assert design.title not in languages_of(design)
        assert line_of("4,000", {}).direction == "rtl"
        assert line_of("No indicator yet.", {}).direction == "ltr"


def test_a_name_in_another_script_is_set_apart_in_a_sentence():
    """So the sentence's own first letter says which way it runs, and its full stop ends it."""
    sentence = f"{quoted('مكتب لفحص العروض')} leads to nothing."
    assert leans(sentence) == "ltr"
    assert leans("مكتب leads to nothing.") == "rtl"
    assert quoted("An office") == "“An office”"
    assert direction_of("fa") == "rtl"
    assert direction_of("pt-BR") == "ltr"
