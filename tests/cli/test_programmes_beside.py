"""Programmes by file beside a plan or a legal review, and a legal review beside a programme."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from tests.web.legals.test_programmes import LAW, PROGRAMME
from trueline.cli.app import app
from trueline.document import document_to_yaml
from trueline.plan import Plan

PLAN = Plan.model_validate(
    {
        "title": "Plan",
        "activities": [{"id": "a", "title": "Visit", "carried_by": ["Shelter by law"]}],
    }
)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for name, document in (("law", LAW), ("design", PROGRAMME), ("plan", PLAN)):
        (tmp_path / f"{name}.yaml").write_text(document_to_yaml(document))
    return lambda *given: CliRunner().invoke(app, [*given])


def test_a_design_is_reviewed_with_the_law_that_it_names(run) -> None:
    assert "not applied" not in run("review", "design.yaml").output
    said = run("review", "design.yaml", "--beside", "law.yaml").output
    assert "law-provides-already" in said
    refused = run("review", "design.yaml", "--beside", "plan.yaml")
    assert refused.exit_code == 2
    assert "is no legal review" in refused.output


def test_programmes_stand_beside_a_plan_and_a_legal_review(run) -> None:
    assert "Shelter by law" in run("audit", "plan.yaml", "--beside", "design.yaml").output
    said = run("audit", "law.yaml", "--beside", "design.yaml").output
    assert "Shelter by law" in said
    assert "No programme names it" in said
    run("audit", "law.yaml", "--beside", ".", "--format", "xlsx", "--to", "beside.xlsx")
    assert openpyxl.load_workbook("beside.xlsx").active["D2"].value == "Shelter by law"


def test_what_can_not_stand_beside_programmes_is_said(run) -> None:
    for given in (("design.yaml",), ("plan.yaml", "law.yaml"), ("plan.yaml", "--format", "pdf")):
        refused = run("audit", *given, "--beside", "design.yaml")
        assert refused.exit_code == 2
