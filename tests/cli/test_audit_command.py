"""`trueline audit`: a national plan held against section 9."""

from __future__ import annotations

import json

import pytest

PLAN = """\
kind: plan
title: Plan of Oresia
invented: true
activities:
- {id: a, title: Inspect agencies, lead: Ministry of Labour}
- {id: b, title: Train judges, lead: MoJ / MoI}
"""


@pytest.fixture(autouse=True)
def plan(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def test_it_is_printed_with_what_it_cannot_show(run):
    out = " ".join(run("audit", "plan.yaml").split())
    assert "Invented example: Plan of Oresia" in out
    assert "Activities with one accountable body: 1 of 2. Not yet: “Train judges”." in out
    assert "What these don’t show: Whether the money is released" in out
    assert "Next: Does one of them answer for it?" in out


def test_programs_get_json(run):
    data = json.loads(run("audit", "plan.yaml", "--format", "json"))
    lines = {line["ref"]: line for part in data["parts"] for line in part["lines"]}
    owners = lines["9 E1.4"]["answers"][0]
    assert (owners["count"], owners["of"]) == (1, 2)
    assert owners["short_at"] == ["activities[b]"]
    assert lines["9 E2.3"]["answers"][0]["count"] is None


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_it_is_written_beside_the_plan_or_where_wanted(run, tmp_path, form):
    assert f"plan-audit.{form}" in run("audit", "plan.yaml", "--format", form)
    run("audit", "plan.yaml", "--format", form, "--to", f"other.{form}")
    assert (tmp_path / f"plan-audit.{form}").read_bytes()[:2] in (b"PK", b"%P")
    assert (tmp_path / f"other.{form}").exists()


def test_text_is_printed_and_not_written(run):
    assert "--format json" in run("audit", "plan.yaml", "--to", "x.txt", code=2)


def test_a_design_is_no_plan(run, tmp_path):
    (tmp_path / "design.yaml").write_text("title: Safe work\n", "utf-8")
    out = " ".join(run("audit", "design.yaml", code=2).split())
    assert "is neither a national plan nor a legal review" in out


def test_a_plan_is_begun_by_a_short_option(run, tmp_path):
    run("new", "new.yaml", "--plan")
    assert "kind: plan" in (tmp_path / "new.yaml").read_text("utf-8")
    assert "activities with one accountable body" in run("audit", "new.yaml").lower()
