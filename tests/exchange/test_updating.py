"""A logframe that was sent out and filled in brings the design up to date, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from trueline.cli.app import app
from trueline.design import load_design
from trueline.exchange.logframe import read_logframe
from trueline.exchange.logframe.updating import differences
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit

EXAMPLE = Path(__file__).parents[2] / "examples" / "justice-peru-mining.yaml"
DESIGN = load_design(EXAMPLE).document


def returned(name: str, changed: dict[str, str] | None = None) -> bytes:
    made = exports_of("design")[name].make(ExportRequest(DESIGN, load_toolkit()))
    if not changed:
        return made
    book = openpyxl.load_workbook(io.BytesIO(made))
    for cell in (cell for row in book.worksheets[0] for cell in row if cell.value in changed):
        cell.value = changed[cell.value]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "name", ["logframe-eu.xlsx", "logframe-fcdo.docx", "logframe.xlsx", "logframe.docx"]
)
def test_what_came_back_as_it_left_differs_in_nothing(name):
    assert differences(DESIGN, read_logframe(returned(name), name)) == ()


CHANGED = {"15 per cent (2027-02-28)": "18 per cent (2027-02-28)"}


def test_a_changed_cell_is_one_difference_that_can_be_taken():
    table = read_logframe(returned("logframe-eu.xlsx", CHANGED), "a.xlsx")
    (one,) = differences(DESIGN, table)
    assert "18" in str(one.changes[0])
    (indicator,) = (i for i in one.apply(DESIGN).indicators if f"[{i.id}]" in one.address)
    before = next(i for i in DESIGN.indicators if i.id == indicator.id)
    assert indicator.baseline == before.baseline.model_copy(update={"value": 18})
    assert indicator.model_copy(update={"baseline": before.baseline}) == before


def test_the_command_line_shows_asks_and_keeps_the_rest_of_the_file(tmp_path):
    design, logframe = tmp_path / "design.yaml", tmp_path / "back.xlsx"
    text = "# ours\n" + EXAMPLE.read_text("utf-8")
    design.write_text(text, "utf-8")
    logframe.write_bytes(returned("logframe-eu.xlsx", CHANGED))
    call = ["import", str(logframe), "--update", str(design)]
    assert CliRunner().invoke(app, call, input="n\n").exit_code == 0
    assert design.read_text("utf-8") == text
    assert CliRunner().invoke(app, call, input="y\n").exit_code == 0
    after = design.read_text("utf-8")
    assert after.startswith("# ours\n")
    assert after != text
    assert (
        differences(load_design(design).document, read_logframe(logframe.read_bytes(), "a.xlsx"))
        == ()
    )
