"""A logframe that was sent out and filled in brings the design up to date, and nothing else."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import yaml
from typer.testing import CliRunner

from trueline.cli.app import app
from trueline.design import Design, Indicator, Result, load_design
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


ALIKE = "Number of complaints received"
TWICE = Design(
    results=(
        Result(id="pay", statement="Owners pay in full", level="outcome"),
        Result(id="stay", statement="Girls stay at school", level="outcome"),
    ),
    indicators=tuple(
        Indicator.model_validate(
            {
                "id": id,
                "statement": ALIKE,
                "result": result,
                "measure": "count",
                "baseline": {"value": before},
                "targets": [{"due": "2030-12-31", "value": after}],
            }
        )
        for id, result, before, after in (
            ("owed", "pay", 10, 20),
            ("late", "pay", 40, 80),
            ("school", "stay", 70, 90),
        )
    ),
)
OTHER = ("Girls stay at school", 70, 90)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("Owners pay in full", 40, 80), ("", 10, 20), OTHER], []),
        ([OTHER, ("Owners pay in full", 10, 20), ("", 40, 80)], []),
        ([("Owners pay in full", 40, 80), OTHER], []),
        ([("Owners pay in full", 40, 80), ("", 10, 25), OTHER], [("[owed]", False)]),
        ([("Owners pay in full", 10, 25), OTHER], [("[owed]", False)]),
        ([("Owners pay in full", 1, 2), ("", 3, 4), OTHER], [("[owed]", True), ("[late]", True)]),
        ([("Owners pay in full", 1, 2), ("", 40, 80), ("", 10, 20), OTHER], [("", False)]),
    ],
    ids=["turned", "results-turned", "one-gone", "changed", "one-left", "in-doubt", "a-third"],
)
def test_indicators_of_the_same_words_without_a_code_are_told_by_their_values(rows, told):
    book = openpyxl.Workbook()
    book.active.append(["Level", "Objective", "Indicator", "Baseline", "Target 2030"])
    for objective, before, after in rows:
        level = "Outcome" if objective else ""
        book.active.append([level, objective, ALIKE, before, after])
    out = io.BytesIO()
    book.save(out)
    changes = differences(TWICE, read_logframe(out.getvalue(), "a.xlsx"))
    assert [(one.address.removeprefix("indicators"), one.is_in_doubt) for one in changes] == told


def test_the_command_line_never_takes_what_is_in_doubt_unasked(tmp_path):
    design, logframe = tmp_path / "design.yaml", tmp_path / "back.csv"
    design.write_text(yaml.safe_dump(TWICE.model_dump(mode="json", exclude_defaults=True)), "utf-8")
    text = design.read_text("utf-8")
    logframe.write_text(
        f"Level,Objective,Indicator,Baseline,Target 2030\nOutcome,Owners pay in full,{ALIKE},1,2\n",
        "utf-8",
    )
    call = ["import", str(logframe), "--update", str(design), "--yes"]
    result = CliRunner().invoke(app, call, input="n\n")
    assert "is this the one" in " ".join(result.output.split())
    assert design.read_text("utf-8") == text
