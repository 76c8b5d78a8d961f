"""Two real documents entered as designs: the review says what an expert had written down before.

The expert's notes, and which findings are of no use to such a team, stand in `documents/`. What is
found of neither sort counts as useful. `python -m tests.review.test_documents` prints all of it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from trueline.design import Design
from trueline.passages.reading.opening import read_text
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

HERE = Path(__file__).with_name("documents")
FOLDER = Path(__file__).parents[3] / "shared" / "data" / "documents"
NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="../shared/data is not there")
RECALL, USEFUL, NOISE = 0.85, 0.75, 0.05


@cache
def entered(name: str) -> dict[str, Any]:
    """The notes on a document, and the design that it was entered as."""
    data: dict[str, Any] = yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    return data


@cache
def findings_of(name: str) -> tuple[Finding, ...]:
    return review(Design.model_validate(entered(name)["design"]), load_toolkit())


def said(note: dict[str, Any], findings: tuple[Finding, ...]) -> bool:
    """Whether one of the rules that say the same speaks where the note looks."""
    return any(
        finding.rule in note["by"] and place.startswith(note["in"])
        for finding in findings
        for place in (finding.path, *finding.also_at)
    )


def share_of(name: str, verdict: str) -> float:
    rules = {each["rule"] for each in entered(name)[verdict]}
    findings = findings_of(name)
    return sum(finding.rule in rules for finding in findings) / len(findings)


@pytest.mark.parametrize("name", NAMES)
def test_what_was_entered_stands_in_the_document(name: str) -> None:
    path = FOLDER / entered(name)["document"]
    text = path.read_text("utf-8") if path.suffix == ".md" else _text_of(path)
    flat = " ".join(text.split())
    assert [each for each in entered(name)["stands_in_it"] if each not in flat] == []


def _text_of(path: Path) -> str:
    document = read_text(path.read_bytes(), path.name)
    return document.text


@pytest.mark.parametrize("name", NAMES)
def test_nearly_all_that_an_expert_noted_is_said(name: str) -> None:
    notes = entered(name)["notes"]
    missed = [note["note"] for note in notes if not said(note, findings_of(name))]
    assert len(missed) <= (1 - RECALL) * len(notes), missed


@pytest.mark.parametrize("name", NAMES)
def test_most_of_what_is_said_is_of_use(name: str) -> None:
    noise = share_of(name, "noise")
    assert noise < NOISE
    assert 1 - share_of(name, "neutral") - noise >= USEFUL


def main() -> None:
    for name in NAMES:
        findings, notes = findings_of(name), entered(name)["notes"]
        missed = [note["note"] for note in notes if not said(note, findings)]
        print(f"{name}: {len(notes) - len(missed)} of {len(notes)} notes said; not said:")
        print(*missed, sep="\n")
        print(f"{len(findings)} findings, not of use {share_of(name, 'neutral'):.0%}")
        for finding in findings:
            print(f"{finding.severity:8} {finding.rule:48} {finding.path}: {finding.message}")


if __name__ == "__main__":
    main()
