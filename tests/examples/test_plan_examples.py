"""The worked examples of national plans: a draft as it comes, and the plan that grew from it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.examples.golden import PLANS
from tests.examples.texts import text_of
from trueline.document import document_to_yaml, load_any
from trueline.plan import Plan
from trueline.reports import ExportRequest, exports_of
from trueline.reports.titles import INVENTED
from trueline.review import Finding, review
from trueline.review.plan_audit import audit
from trueline.toolkit import load_toolkit

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "how-to" / "audit-a-national-plan.md"
DRAFT, FINISHED = "oresia-draft", "oresia-plan"

each_plan = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)


@cache
def plan(name: str) -> Plan:
    document = load_any(ROOT / "examples" / "plans" / f"{name}.yaml").document
    assert isinstance(document, Plan)
    return document


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return review(plan(name), load_toolkit())


def counted(name: str, ref: str, number: int = 0) -> tuple[int | None, int | None]:
    (line,) = (line for line in audit(plan(name), load_toolkit(), ()).lines if line.ref == ref)
    answer = [each for each in line.answers if each.standing == "counted"][number]
    return answer.count, answer.of


def test_there_are_two() -> None:
    assert [path.stem for path in PLANS] == [DRAFT, FINISHED]
    assert (len(plan(DRAFT).activities), len(plan(FINISHED).activities)) == (57, 25)


@each_plan
def test_each_says_that_it_is_invented_in_the_file_and_on_the_cover(path: Path) -> None:
    request = ExportRequest(plan(path.stem), load_toolkit(), file=path.name)
    cover = text_of("audit.docx", exports_of("plan")["audit.docx"].make(request))
    assert INVENTED in cover
    assert "the country, organisations and figures in it are made up" in cover
    assert "on no map" in path.read_text(encoding="utf-8").splitlines()[0]
    assert plan(path.stem).countries == ()


def test_the_draft_has_the_gaps_that_plans_have() -> None:
    assert counted(DRAFT, "9 E1.4") == (34, 57)
    assert counted(DRAFT, "9 E2.1") == (12, 57)
    assert counted(DRAFT, "9 E5.1", 1) == (20, 57)
    assert counted(DRAFT, "9 E4.2") == (44, 57)
    assert counted(DRAFT, "9 E5.1", 2) == (0, 20)


def test_the_plan_has_them_no_more() -> None:
    assert counted(FINISHED, "9 E1.4") == (25, 25)
    assert counted(FINISHED, "9 E2.1") == (22, 25)
    assert counted(FINISHED, "9 E5.1", 1) == (22, 25)
    assert counted(FINISHED, "9 E4.2") == (25, 25)


def test_what_the_review_still_says_of_the_plan_is_explained() -> None:
    rules = {finding.rule for finding in findings(FINISHED)}
    assert rules == {"money.nobody-pays-yet", "money.more-than-there-is"}
    guide = GUIDE.read_text(encoding="utf-8")
    assert [rule for rule in rules if f"`{rule}`" not in guide] == []


def test_the_guide_names_no_rule_that_says_nothing_of_them() -> None:
    spoken = {finding.rule for name in (DRAFT, FINISHED) for finding in findings(name)}
    named = set(re.findall(r"`([a-z]+\.[a-z]+-[a-z-]+)`", GUIDE.read_text(encoding="utf-8")))
    assert named
    assert named <= spoken


@each_plan
def test_it_opens_with_what_it_is_and_keeps_to_the_style_of_files(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert len(comments) >= 5
    assert "\n".join(lines[len(comments) :]).strip() == document_to_yaml(plan(path.stem)).strip()


def test_the_plan_is_paid_by_its_parts() -> None:
    finished = plan(FINISHED)
    parts = [each.budget for each in (*finished.activities, *finished.bodies, finished.monitoring)]
    assert finished.budget is not None
    assert sum(part.amount for part in parts if part) == finished.budget.amount
