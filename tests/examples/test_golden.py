"""The review and every export of each example say what they said before.

Where a text is meant to change, `make golden` writes the files anew; then look at what changed.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.examples.golden import (
    AUDITED,
    DOSSIERS,
    EXAMPLES,
    GOLDEN,
    LAW,
    OTHERS,
    PLANS,
    REVIEW,
    texts,
)

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)


def compare(path: Path, names: Iterable[str]) -> None:
    changes = []
    for name, text in texts(path, names):
        golden = (GOLDEN / path.stem / name).read_text(encoding="utf-8").splitlines()
        diff = difflib.unified_diff(golden, text.splitlines(), n=0, lineterm="")
        if lines := list(diff):
            changes.append("\n".join([f"{path.stem}/{name}", *lines[:20]]))
    if changes:
        pytest.fail("\n\n".join(changes) + "\n\nIf this is meant: make golden", pytrace=False)


@pytest.mark.walk
@pytest.mark.slow
@each_example
def test_the_review_and_the_exports_say_what_they_said(path: Path) -> None:
    compare(path, OTHERS)


@pytest.mark.walk
@pytest.mark.slow
@each_example
def test_the_dossier_says_what_it_said(path: Path) -> None:
    compare(path, DOSSIERS)


@pytest.mark.parametrize("path", [*PLANS, *LAW], ids=lambda path: path.stem)
def test_the_review_and_the_audit_of_a_plan_or_law_say_what_they_said(path: Path) -> None:
    compare(path, AUDITED)


def test_there_is_a_golden_file_for_everything() -> None:
    files = {name if name == REVIEW else f"{name}.txt" for name in (*OTHERS, *DOSSIERS)}
    for path in EXAMPLES:
        assert {file.name for file in (GOLDEN / path.stem).iterdir()} == files
