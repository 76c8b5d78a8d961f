"""A donor's own form, in Word and Excel, filled with what a design says and with nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import openpyxl
import pytest

from trueline.design import load_design
from trueline.files import FileProblems
from trueline.reports.design.forms import fill_form
from trueline.toolkit import load_toolkit

EXAMPLE = Path(__file__).parents[3] / "examples" / "justice-peru-mining.yaml"
DESIGN = load_design(EXAMPLE).document
pytestmark = pytest.mark.slow


def word(*paragraphs: str, rows: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        paragraph = document.add_paragraph()
        for letter in range(0, len(text), 4):  # Word cuts texts into pieces at will
            paragraph.add_run(text[letter : letter + 4])
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def filled(form: bytes, name: str):
    return fill_form(DESIGN, load_toolkit(), form, name)


def test_word_form_with_a_row_for_each_indicator():
    rows = (("Indicator", "Baseline"), ("{{ indicator.statement }}", "{{indicator.baseline}}"))
    made = filled(word("Title: {{ title }} ({{ nonsense }})", rows=rows), "form.docx")
    document = docx.Document(io.BytesIO(made.content))
    assert document.paragraphs[0].text == f"Title: {DESIGN.title} ({{{{ nonsense }}}})"
    assert made.unknown == ("nonsense",)
    table = document.tables[0]
    assert [row.cells[0].text for row in table.rows[1:]] == [i.statement for i in DESIGN.indicators]
    assert table.rows[1].cells[1].text == "19 people (2026)"


def test_excel_form_whose_rows_below_move_down_with_what_is_merged():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "{{ title }}"
    sheet["A3"], sheet["B3"] = "{{ activity.title }}", "{{ activity.budget }}"
    sheet["A5"] = "Signed"
    sheet.merge_cells("A5:B6")
    out = io.BytesIO()
    book.save(out)
    made = openpyxl.load_workbook(io.BytesIO(filled(out.getvalue(), "form.xlsx").content)).active
    count = len(DESIGN.activities)
    assert made["A1"].value == DESIGN.title
    assert [made.cell(3 + n, 1).value for n in range(count)] == [a.title for a in DESIGN.activities]
    assert made.cell(4 + count, 1).value == "Signed"
    assert [str(one) for one in made.merged_cells.ranges] == [f"A{4 + count}:B{5 + count}"]


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__class__ }}",
        "{% for x in y %}{{ x }}{% endfor %}",
        "{{ 7*7 }}",
    ],
)
def test_what_is_no_name_is_never_evaluated(code):
    made = filled(word("{{ title }}", code), "form.docx")
    assert docx.Document(io.BytesIO(made.content)).paragraphs[1].text == code


@pytest.mark.parametrize(
    ("form", "name", "words"),
    [
        (word("nothing here"), "a.docx", "no placeholders"),
        (b"rubbish", "a.docx", "no Excel or Word"),
        (b"x", "a.pdf", "Word or Excel"),
    ],
)
def test_what_can_not_be_filled_is_refused_in_words(form, name, words):
    with pytest.raises(FileProblems, match=words):
        filled(form, name)
