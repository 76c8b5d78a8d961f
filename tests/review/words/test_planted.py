"""Faults that somebody planted who had not read the rules: nearly all are noticed, and no decoy is."""

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from trueline.design import Design
from trueline.files import read_file
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

PLANTED = Path(__file__).with_name("planted")
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
BANKS: dict[str, list[dict[str, Any]]] = {
    name: read_file(PLANTED / f"{name}.yaml").data for name in ("faults", "set_aside", "kinds")
}
DECOYS: list[dict[str, Any]] = [
    decoy
    for name in ("decoys", "set_aside_decoys", "kinds_decoys")
    for decoy in read_file(PLANTED / f"{name}.yaml").data
]
LEAST = 0.95
_STEP = re.compile(r"(\w+)(?:\[([^\]]+)\])?\.?")


def new_findings(change: dict[str, Any]) -> list[Finding]:
    """What the review says of the changed example and did not say of the good one."""
    data = read_file(EXAMPLES / f"{change['base']}.yaml").data
    before = {_told(finding) for finding in _review(data)}
    return [finding for finding in _review(_changed(data, change)) if _told(finding) not in before]


def _review(data: dict[str, Any]) -> tuple[Finding, ...]:
    design = Design.model_validate_json(json.dumps(data, default=str))
    return tuple(review(design, load_toolkit()))


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.path, finding.message


def _changed(data: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    data = copy.deepcopy(data)
    for address, value in change.get("set", {}).items():
        *steps, (name, _) = _STEP.findall(address)
        holder = data
        for field, id in steps:
            holder = _element(holder[field], id) if id else holder[field]
        if value is None:
            holder.pop(name)
        else:
            holder[name] = value
    for name, elements in change.get("add", {}).items():
        data[name] = [*data[name], *elements]
    for address in change.get("remove", ()):
        ((name, id),) = _STEP.findall(address)
        data[name].remove(_element(data[name], id))
    return data


def _element(elements: list[dict[str, Any]], id: str) -> dict[str, Any]:
    return next(
        each for each in elements if id in (str(each.get(key)) for key in ("id", "kind", "due"))
    )


def _at(finding: Finding, places: list[str]) -> Iterator[str]:
    return (
        address
        for address in (finding.path, *finding.also_at)
        for place in places
        if address.startswith(place)
    )


def is_noticed(fault: dict[str, Any]) -> bool:
    """Whether a finding of the right sort speaks at one of the places."""
    return any(
        finding.sort == fault["sort"] and any(_at(finding, fault["at"]))
        for finding in new_findings(fault)
    )


@pytest.mark.parametrize("bank", BANKS)
def test_nearly_all_are_noticed(bank: str) -> None:
    missed = [fault["name"] for fault in BANKS[bank] if not is_noticed(fault)]
    assert len(missed) <= (1 - LEAST) * len(BANKS[bank]), missed


@pytest.mark.parametrize("decoy", DECOYS, ids=lambda decoy: decoy["name"])
def test_nothing_is_said_badly_of_a_decoy(decoy: dict[str, Any]) -> None:
    assert [f.message for f in new_findings(decoy) if f.sort == "said-badly"] == []
