"""Faults in words, of every kind and in three languages: the review says so, there, and as said badly."""

from pathlib import Path
from typing import Any

import pytest

from tests.review.seeded import examples
from tests.review.words.planting import planted
from trueline.document import resolve
from trueline.files import read_file
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

FAULTS: list[dict[str, Any]] = read_file(Path(__file__).with_name("faults.yaml")).data
LEAST = 0.85


def new_findings(fault: dict[str, Any]) -> tuple[list[Finding], tuple[str, ...]]:
    """What the review says of the broken example and did not say of the good one."""
    good = examples()[fault["base"]]
    broken, places = planted(good, fault)
    before = {_told(finding) for finding in review(good, load_toolkit())}
    found = [f for f in review(broken, load_toolkit()) if _told(f) not in before]
    for finding in found:
        resolve(broken, finding.path)
    return found, places


def _told(finding: Finding) -> tuple[str, str, str, str]:
    return finding.rule, finding.path, finding.sort, finding.message


def is_noticed(fault: dict[str, Any]) -> bool:
    """Whether a finding of the right sort speaks at one of the places."""
    found, places = new_findings(fault)
    sort = "not-said" if "replace" in fault else "said-badly"
    return any(f.sort == sort and any(f.is_at(place) for place in places) for f in found)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault["name"])
def test_a_fault_in_words_is_noticed_where_it_is(fault: dict[str, Any]) -> None:
    if not fault.get("kept_back"):
        assert is_noticed(fault)


def test_those_kept_back_are_noticed_too() -> None:
    kept_back = [fault for fault in FAULTS if fault.get("kept_back")]
    assert len(kept_back) * 3 >= len(FAULTS)
    assert sum(map(is_noticed, kept_back)) >= LEAST * len(kept_back)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_each_language_is_tried(language: str) -> None:
    assert sum(fault["language"] == language for fault in FAULTS) >= 18
