"""The faults in ../shared/data, each noticed where it is, as what it is."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from trueline.design import Design
from trueline.review import review
from trueline.toolkit import load_toolkit

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT.parent / "shared" / "data" / "review" / "faults.yaml"
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="../shared/data is not here")

BADLY, CANNOT, NOT_SAID = "said-badly", "cannot-be", "not-said"
EXPECTED = {
    "locked-shelter-in-words": (BADLY, "activities[flats]"),
    "empty-talk-mitigation": (BADLY, "displacement[place].mitigation"),
    "mentoring-denied-in-words": (BADLY, "activities[train-inspectors].mentoring"),
    "satisfaction-called-learning": (BADLY, "indicators["),
    "activities-cost-more-than-programme": (CANNOT, "activities[case-course].budget"),
    "retention-before-training-ends": (CANNOT, "indicators[i-in-post].targets"),
    "baseline-above-target-up": (CANNOT, "indicators[i-school]"),
    "n-and-d-swapped": (CANNOT, "indicators[i-plan]"),
    "assumption-repeated": (BADLY, "links["),
    "french-belief": (BADLY, "links[l-know-check].assumptions[a-fr]"),
    "fewer-identified-as-impact": (BADLY, "indicators[i-imp]"),
    "child-status-in-words": (BADLY, "activities[children]"),
    "misspelt-vocabulary": (CANNOT, "activities[screening].channels"),
    "baseline-after-target": (CANNOT, "indicators[i-school].baseline"),
    "training-of-social-workers": (NOT_SAID, "activities[ask-well]"),
    "named-survivor": (BADLY, "activities[peers].description"),
    "interim-target-falls": (CANNOT, "indicators[i-school].targets"),
    "targets-before-activity": (CANNOT, "indicators[cases-owners].targets"),
    "duplicate-indicator": (CANNOT, "indicators"),
    "empty-next-step": (BADLY, "links[l-claims-fees].assumptions"),
}
"""The sort of the finding, and how its address begins."""


def faults() -> list[Any]:
    return yaml.safe_load(FILE.read_text("utf-8")) if FILE.exists() else []


def by(elements: list[dict[str, Any]], id: str, key: str = "id") -> dict[str, Any]:
    return next(each for each in elements if each[key] == id)


def broken(fault: dict[str, Any], data: dict[str, Any]) -> Design:
    names = {
        "copy": copy,
        "d": data,
        "by": by,
        "A": lambda id: by(data["activities"], id),
        "I": lambda id: by(data["indicators"], id),
    }
    exec(fault["edit"], names)
    return design(data)


def design(data: dict[str, Any]) -> Design:
    return Design.model_validate_json(json.dumps(data, default=str))


def test_every_fault_is_known() -> None:
    assert {fault["name"] for fault in faults()} == EXPECTED.keys()


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault["name"])
def test_it_is_noticed_where_it_is(fault: dict[str, Any]) -> None:
    text = (ROOT / "examples" / f"{fault['base']}.yaml").read_text("utf-8")
    toolkit = load_toolkit()
    good = {(f.rule, f.path, f.message) for f in review(design(yaml.safe_load(text)), toolkit)}
    found = [
        finding
        for finding in review(broken(fault, yaml.safe_load(text)), toolkit)
        if (finding.rule, finding.path, finding.message) not in good
    ]
    sort, place = EXPECTED[fault["name"]]
    assert [
        finding
        for finding in found
        if finding.sort == sort
        and any(address.startswith(place) for address in (finding.path, *finding.also_at))
    ], [(finding.rule, finding.path, finding.sort) for finding in found]


def test_personal_data_come_first() -> None:
    fault = next(each for each in faults() if each["name"] == "named-survivor")
    data = yaml.safe_load((ROOT / "examples" / f"{fault['base']}.yaml").read_text("utf-8"))
    first, *_ = review(broken(fault, data), load_toolkit())
    assert first.rule == "safety.personal-data"
