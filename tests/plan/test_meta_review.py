"""A meta-review over eleven plans with known properties gives the known counts."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from trueline.cli.app import app
from trueline.document import document_to_yaml
from trueline.plan import Plan
from trueline.reports.plan.meta import meta_workbook
from trueline.review.plan_audit.meta import CRITERIA, meta_review
from trueline.toolkit import load_toolkit

INFORMED, MEASURABLE, BEYOND_OUTPUTS = 4, 5, 1
EUR = {"amount": 1, "currency": "EUR"}


def plan(number: int) -> Plan:
    """One of eleven: of these, four rest on data, five are measurable, none states risks or is budgeted."""
    values: dict[str, Any] = {
        "title": f"Plan {number:02}",
        "objectives": [{"id": "o", "statement": "Fewer in debt"}],
        "activities": [
            {"id": "a", "title": "Visit", "objective": "o", "lead": "Ministry", "budget": EUR},
            {"id": "b", "title": "Tell", "lead": "All ministries"},
        ],
    }
    if number <= INFORMED:
        values["evidence"] = [{"id": "e", "title": "Survey", "led_to": "Visits before campaigns."}]
    if number > 11 - MEASURABLE:
        level = "outcome" if number == 11 else "output"
        target = {"due": "2030-01-01", "value": 3}
        values["indicators"] = [
            {"id": "i", "statement": "Visits", "activity": "a", "level": level, "targets": [target]}
        ]
    return Plan.model_validate(values)


PLANS = [plan(number) for number in range(11, 0, -1)]


def test_eleven_plans_give_the_known_counts() -> None:
    made = meta_review(PLANS, load_toolkit())
    counts = dict(zip((each.id for each in CRITERIA), made.counts, strict=True))
    assert counts == {
        "data": 4,
        "measurable": 5,
        "outputs-only": 4,
        "risks": 0,
        "budgeted": 0,
        "owners": 0,
        "linked": 0,
        "monitoring": 0,
    }
    assert [each.title for each, _ in made.rows] == [f"Plan {number:02}" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("id", "values", "met"),
    [
        ("data", {"evidence": [{"id": "e", "title": "Survey", "led_to": "TBD"}]}, False),
        ("data", {"activities": [{"id": "a", "evidence": ["e"]}]}, True),
        ("outputs-only", {}, None),
        ("risks", {"risks": [{"id": "r", "statement": "Posts stay"}]}, True),
        ("risks", {"risks": [{"id": "r"}]}, False),
        ("budgeted", {}, None),
        ("budgeted", {"activities": [{"id": "a", "budget": EUR}]}, True),
        ("budgeted", {"activities": [{"id": "a", "work": "business-as-usual"}]}, None),
        ("owners", {"activities": [{"id": "a", "lead": "Ministry of Labour"}]}, True),
        ("owners", {}, None),
        ("linked", {}, None),
        (
            "linked",
            {"objectives": [{"id": "o"}], "activities": [{"id": "a", "objective": "o"}]},
            True,
        ),
        ("monitoring", {"monitoring": {"separate": "M&E plan"}}, True),
        ("monitoring", {"monitoring": {"how": "The board collects it each quarter."}}, True),
    ],
)
def test_each_criterion_tells_yes_from_no_and_from_nothing_to_ask_of(
    id: str, values: dict[str, Any], met: bool | None
) -> None:
    made = meta_review([Plan.model_validate(values)], load_toolkit())
    place = [each.id for each in CRITERIA].index(id)
    assert made.rows[0][1][place] is met


def test_the_workbook_has_a_row_for_each_plan_and_the_counts() -> None:
    sheet = openpyxl.load_workbook(
        io.BytesIO(meta_workbook(meta_review(PLANS, load_toolkit())))
    ).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][1] == "Informed by data (9 L4.1)"
    assert rows[1][:2] == ["Plan 01", "yes"]
    assert rows[12][:6] == ["All plans", "4 of 11", "5 of 11", "4 of 11", "0 of 11", "0 of 11"]


def test_the_command_prints_and_writes_the_same(tmp_path: Path) -> None:
    files = []
    for each in PLANS:
        files.append(tmp_path / f"{each.title}.yaml")
        files[-1].write_text(document_to_yaml(each), encoding="utf-8")
    names = list(map(str, files))
    said = CliRunner().invoke(app, ["audit", *names])
    assert said.exit_code == 0
    assert "4 of 11" in said.output
    assert "not ranked" in said.output
    data = json.loads(CliRunner().invoke(app, ["audit", *names, "--format", "json"]).output)
    assert data["counts"]["data"] == 4
    assert data["plans"][0]["met"]["outputs-only"] is None
    to = tmp_path / "all.xlsx"
    assert (
        CliRunner().invoke(app, ["audit", *names, "--format", "xlsx", "-t", str(to)]).exit_code == 0
    )
    assert openpyxl.load_workbook(to).active.max_column == 9
    refused = CliRunner().invoke(app, ["audit", *names, "--format", "pdf"])
    assert refused.exit_code != 0
