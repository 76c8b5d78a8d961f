"""Every rule against its cases: designs that fail, pass, and that it does not apply to.

A case is `name`, a document by its kind, such as `design` or `plan` (as much of one as the rule
needs) and, where it fails, `at`: the
addresses of the findings, in order; `also_at`, the first one's other addresses; `says`, words that
its message holds; and `next`, words of its next step. `data` is a table as `trueline measure` reads
it, `narrative` the text of a report; beside a design, `legal` holds legal reviews that
are at hand; `own` is a table of an organisation's own facts on ratifications.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trueline.design import Design
from trueline.design.figures import Figure, figures
from trueline.document import Document, kinds, resolve
from trueline.exchange.measurements import read_measurements
from trueline.exchange.ratifications import read_update
from trueline.files import read_file
from trueline.legal import LegalReview
from trueline.review import Finding, Rule, all_rules, review
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import load_register

HERE = Path(__file__).parent


def cases_file(rule: Rule) -> Path:
    name = rule.id.split(".")[1].replace("-", "_") + ".yaml"
    return next(HERE.glob(f"*/{rule.group}/{name}"), HERE / "design" / rule.group / name)


def cases(kind: str) -> list[Any]:
    found = []
    for rule in all_rules().values():
        if cases_file(rule).exists():
            data = read_file(cases_file(rule)).data
            found += [
                pytest.param(rule, case, id=f"{rule.id}: {case['name']}") for case in data[kind]
            ]
    return found


def run(rule: Rule, case: dict[str, Any]) -> tuple[Document, list[Finding]]:
    document = document_in(case)
    data, related = given(document, case)
    found = review(document, load_toolkit(), rules=[rule], data=data, related=related)
    return document, list(found)


def document_in(case: dict[str, Any]) -> Document:
    kind = next(kind for kind in kinds() if kind.name in case)
    return kind.model.model_validate(case[kind.name])


def given(document: Document, case: dict[str, Any]) -> tuple[dict[str, Figure], dict[str, Any]]:
    """What a case gives beside the document: figures of its table, its narrative, legal reviews."""
    data: dict[str, Figure] = {}
    if "data" in case:
        assert isinstance(document, Design)
        known = {each.id: each for each in document.indicators}
        read = read_measurements(case["data"].encode(), "case.csv", known, {})
        computed = figures(document, read.records, periods=list(read.periods.values()))
        data = {each.indicator.id: each for each in computed}
    related: dict[str, Any] = {}
    if "narrative" in case:
        related["narrative"] = {"report.txt": case["narrative"]}
    if isinstance(document, Design) and "legal" in case:
        related["legal"] = tuple(LegalReview.model_validate(each) for each in case["legal"])
    if "own" in case:
        update = read_update(
            case["own"].encode(), "own.csv", load_register(), today=date(2026, 6, 1)
        )
        related["register"] = update.register
    return data, related


@pytest.mark.parametrize("rule", list(all_rules().values()), ids=lambda rule: rule.id)
def test_each_rule_has_cases_of_every_sort(rule: Rule) -> None:
    assert cases_file(rule).exists(), f"write {cases_file(rule)}"
    data = read_file(cases_file(rule)).data
    assert set(data) == {"fails", "passes", "not_applicable"}
    assert all(data.values())


def test_no_cases_without_a_rule() -> None:
    known = {cases_file(rule) for rule in all_rules().values()}
    assert set(HERE.glob("*/*/*.yaml")) <= known


def test_a_rule_that_weighs_its_findings_differently_says_when() -> None:
    """What `trueline explain` says and what a review says are held against each other."""
    for rule, case in (parameters.values for parameters in cases("fails")):
        for finding in run(rule, case)[1]:
            if finding.severity != rule.severity:
                assert f"{finding.severity} instead of" in " ".join(rule.about.why.split()), rule.id


@pytest.mark.parametrize(("rule", "case"), cases("fails"))
def test_fails(rule: Rule, case: dict[str, Any]) -> None:
    document, found = run(rule, case)
    assert [finding.path for finding in found] == case["at"]
    for words in case.get("says", []):
        assert words in found[0].message
    if severity := case.get("severity"):
        assert found[0].severity == severity
    if sort := case.get("sort"):
        assert found[0].sort == sort
    assert not any((f.sort, f.remedy) == ("not-said", "reconsider") for f in found)
    if remedy := case.get("remedy"):
        assert found[0].remedy == remedy
    assert case.get("next", "") in found[0].next_step
    if "also_at" in case:
        assert list(found[0].also_at) == case["also_at"]
    for finding in found:
        resolve(document, finding.path)


@pytest.mark.parametrize(("rule", "case"), cases("passes"))
def test_passes(rule: Rule, case: dict[str, Any]) -> None:
    assert run(rule, case)[1] == []


@pytest.mark.parametrize(("rule", "case"), cases("not_applicable"))
def test_does_not_apply(rule: Rule, case: dict[str, Any]) -> None:
    assert run(rule, case)[1] == []


@pytest.mark.parametrize("rule", list(all_rules().values()), ids=lambda rule: rule.id)
def test_each_rule_names_places_of_the_source(rule: Rule) -> None:
    toolkit = load_toolkit()
    assert rule.refs
    for ref in rule.refs:
        assert toolkit.at(ref), f"{rule.id}: nothing stands at {ref}"
