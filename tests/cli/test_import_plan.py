"""`trueline import --plan`: what was read is shown, and a plan is begun with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.exchange.plan_tables import STYLES, made
from trueline.cli.app import app
from trueline.document import load_any
from trueline.plan import Plan


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "plan.xlsx"
    file.write_bytes(made(STYLES[0]))
    return file


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["import", *arguments], env={"COLUMNS": "200"})
    return result.exit_code, result.output


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_plan_is_begun_and_loads(table: Path, tmp_path: Path, ending: str) -> None:
    to = tmp_path / f"our-plan.{ending}"
    code, said = run(str(table), "--plan", "--to", str(to))
    assert code == 0, said
    assert "Responsible = lead" in said
    assert "Risk owner = ?" in said
    assert "MoL / MoI" in said
    plan = load_any(to).document
    assert isinstance(plan, Plan)
    assert len(plan.activities) == 5


def test_the_report_for_programs_counts_every_cell(table: Path) -> None:
    code, said = run(str(table), "--plan", "--format", "json")
    report = json.loads(said)
    assert code == 0
    assert (report["activities"], report["counts"]["unplaced"]) == (5, 0)
    assert report["counts"]["comment"] == len(report["kept"]) == 4


def test_what_is_for_logframes_is_refused(table: Path) -> None:
    code, said = run(str(table), "--plan", "--due", "Target=2028-12-31")
    assert code != 0
    assert "--plan goes without" in said
