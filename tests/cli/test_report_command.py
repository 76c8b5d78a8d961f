"""`trueline report`: the results of a programme, or the tables of a donor, from tables of figures."""

from __future__ import annotations

import docx
import openpyxl
import pytest

DESIGN = """\
title: Radio campaign
start: 2027-01-01
end: 2027-12-31
indicators:
  - {id: heard, statement: People who heard the spots, measure: count, unit: people,
     counts_people: true, direction: up, baseline: {value: 0},
     targets: [{due: 2027-12-31, value: 5000}]}
"""
FIGURES = "indicator,period,value,note\nheard,2027-Q1,4000,Two more stations\nheard,2027-Q2,7,\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "design.yaml").write_text(DESIGN)
    (tmp_path / "figures.csv").write_text(FIGURES)
    return ("design.yaml", "figures.csv", "--until", "2027-Q1")


@pytest.mark.parametrize(("layout", "told"), [("eu", "4,000"), ("usaid", 4000), ("iom", 4000)])
def test_donors_layouts_are_those_of_the_reports_on_the_web(run, files, tmp_path, layout, told):
    run("report", *files, "--layout", layout, "--to", "told.xlsx", "--to", "told.docx")
    sheet = openpyxl.load_workbook(tmp_path / "told.xlsx", data_only=True).worksheets[0]
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None]
    assert any(str(cell).startswith(str(told)) for cell in cells)
    tables = docx.Document(tmp_path / "told.docx").tables
    text = "\n".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    assert "People who heard the spots" in text


def test_few_people_are_held_back_in_a_donors_layout(run, files, tmp_path):
    run("report", *files[:2], "--layout", "usaid", "--to", "told.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "told.xlsx", data_only=True).worksheets[0]
    cells = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert 7 not in cells
    assert not {4000, 4007} <= cells


@pytest.mark.parametrize(
    ("layout", "name", "endings"),
    [("results", "a.xlsx", ".pdf or .docx"), ("iom", "a.pdf", ".xlsx or .docx")],
)
def test_a_name_that_says_nothing_else_is_refused_with_what_would_do(
    run, files, tmp_path, layout, name, endings
):
    said = run("report", *files, "--layout", layout, "--to", name, code=2)
    assert f"Let it end in {endings}." in " ".join(said.split())
    assert not (tmp_path / name).exists()


def test_words_of_an_own_pack_are_read_as_claims(run, files, tmp_path):
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "pack.yaml").write_text(
        'pack: {id: acme, name: Acme, language: en, edition: "1"}\n'
        "reading:\n  - id: claims-learning\n    terms: {en: [have got the picture]}\n"
    )
    (tmp_path / "told.md").write_text("The listeners have got the picture.\n")
    command = ("report", *files, "--to", "results.docx", "--narrative", "told.md")
    assert "more than the data support" not in " ".join(run(*command).split())
    assert "more than the data support" in " ".join(run(*command, "--with", "acme").split())
