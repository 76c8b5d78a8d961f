"""The worked examples: they load, and the review says of them what the docs explain, no more.

`expected.yaml` lists every error and warning of every example. A rule that starts to make noise,
or falls silent, shows here at once. Where the change is right, change the list, and what
docs/how-to/learn-from-the-examples.md says of it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.examples.texts import text_of
from trueline.design import Design, load_design
from trueline.document import Loaded, document_to_yaml, resolve
from trueline.reports import ExportRequest, exports_of
from trueline.reports.design.dossier.cover import cover
from trueline.reports.titles import INVENTED
from trueline.reports.values import Wording
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.yaml"))
GUIDE = HERE.parent.parent / "docs" / "how-to" / "learn-from-the-examples.md"
EXPECTED = yaml.safe_load((HERE / "expected.yaml").read_text(encoding="utf-8"))
KINDS = (
    "awareness",
    "livelihoods",
    "legal",
    "justice",
    "identification",
    "support",
    "plans",
    "cross-cutting",
    "supply-chain",
    "early-draft",
)

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


@cache
def loaded(path: Path) -> Loaded[Design]:
    return load_design(path)


@cache
def findings(path: Path) -> tuple[Finding, ...]:
    return review(loaded(path).document, load_toolkit())


def said(path: Path, severity: str, *, waived: bool) -> set[str]:
    """Findings of one severity, as `rule path`."""
    return {
        f"{finding.rule} {finding.path}".strip()
        for finding in findings(path)
        if finding.severity == severity and (finding.waiver is not None) == waived
    }


def test_there_is_one_for_each_kind_and_three_others() -> None:
    found = [next(k for k in KINDS if path.stem.startswith(k)) for path in EXAMPLES]
    assert sorted(found) == sorted(KINDS)
    assert sorted(EXPECTED) == [path.stem for path in EXAMPLES]


@each_example
def test_the_review_says_what_is_expected_and_no_more(path: Path) -> None:
    expected = EXPECTED[path.stem]
    assert said(path, "error", waived=False) == set(expected.get("errors", ()))
    assert said(path, "warning", waived=False) == set(expected.get("warnings", ()))


@each_example
def test_a_finished_design_has_no_error_and_few_warnings(path: Path) -> None:
    if not path.stem.startswith("early-draft-"):
        assert not [finding for finding in findings(path) if finding.severity == "error"]
        assert 1 <= len(said(path, "warning", waived=False)) <= 5


@each_example
def test_every_example_says_on_its_reports_that_it_is_invented(path: Path) -> None:
    design = loaded(path).document
    assert design.invented
    request = ExportRequest(design, load_toolkit(), findings(path), file=path.name)
    for name in ("logframe.docx", "review.pdf"):
        assert INVENTED in text_of(name, exports_of("design")[name].make(request))
    assert INVENTED in cover(design, Wording(design, load_toolkit()), None).kind


@each_example
def test_the_budget_is_the_sum_of_its_activities_and_its_evaluation(path: Path) -> None:
    design = loaded(path).document
    parts = [activity.budget for activity in design.activities]
    parts.append(design.evaluation.budget if design.evaluation else None)
    amounts = [part.amount for part in parts if part]
    assert design.budget is not None
    assert sum(amounts) == design.budget.amount
    assert {part.currency for part in parts if part} == {design.budget.currency}


@each_example
def test_each_waiver_sets_something_aside(path: Path) -> None:
    waivers = loaded(path).document.waivers
    in_force = [finding.waiver for finding in findings(path) if finding.waiver]
    assert in_force == [waiver for waiver in in_force if waiver in waivers]
    assert len(in_force) == len(waivers)


@each_example
def test_what_it_names_of_the_toolkit_is_there(path: Path) -> None:
    known = {indicator.id for indicator in load_toolkit().indicators()}
    named = {i.toolkit_id for i in loaded(path).document.indicators if i.toolkit_id}
    assert named <= known


@each_example
def test_next_steps_are_about_something(path: Path) -> None:
    design = loaded(path).document
    answered = {answer.key_value for answer in design.answers}
    for step in design.next_steps:
        if step.about not in answered:
            resolve(design, step.about)  # an address that leads nowhere raises


@each_example
def test_sources_are_used(path: Path) -> None:
    """A list of works that nothing rests on would be decoration."""
    design = loaded(path).document
    text = path.read_text(encoding="utf-8")
    body = text[: text.index("\nsources:\n")]
    assert design.sources
    assert [source.id for source in design.sources if source.id not in body] == []


@each_example
def test_it_opens_with_what_it_is_and_keeps_to_the_style_of_files(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [line for line in lines if line.startswith("#")]
    assert len(comments) >= 5
    assert lines[: len(comments)] == comments
    body = [line for line in lines[len(comments) :] if line]
    assert body == [line for line in document_to_yaml(loaded(path).document).splitlines() if line]


def test_one_is_large_enough_for_a_crowded_diagram() -> None:
    sizes = [len(loaded(p).document.activities) + len(loaded(p).document.results) for p in EXAMPLES]
    assert max(sizes) >= 30


def told(path: Path) -> str:
    """What the guide says of an example."""
    return (
        GUIDE.read_text(encoding="utf-8")
        .split(f"](../../examples/{path.name})")[1]
        .split("\n## ")[0]
    )


@each_example
def test_the_guide_explains_whatever_the_review_still_says(path: Path) -> None:
    rules = {finding.rule for finding in findings(path)}
    if not path.stem.startswith("early-draft-"):
        assert [rule for rule in sorted(rules) if f"`{rule}`" not in told(path)] == []


@each_example
def test_the_guide_explains_nothing_that_the_review_no_longer_says(path: Path) -> None:
    named = set(re.findall(r"`([a-z]+\.[a-z-]+)`", told(path)))
    assert named
    assert named <= {finding.rule for finding in findings(path)}
