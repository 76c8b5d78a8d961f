"""The table of WCAG 2.2 has every criterion of levels A and AA, and each test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
PAGE = (TESTS.parent / "docs" / "accessibility.md").read_text("utf-8")
LINES = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| criterion", "| what |"))
]
CRITERIA = [line for line in LINES if re.match(r"\d\.\d\.\d+ ", line[0])]
A = [
    "1.1.1",
    "1.2.1",
    "1.2.2",
    "1.2.3",
    "1.3.1",
    "1.3.2",
    "1.3.3",
    "1.4.1",
    "1.4.2",
    "2.1.1",
    "2.1.2",
    "2.1.4",
    "2.2.1",
    "2.2.2",
    "2.3.1",
    "2.4.1",
    "2.4.2",
    "2.4.3",
    "2.4.4",
    "2.5.1",
    "2.5.2",
    "2.5.3",
    "2.5.4",
    "3.1.1",
    "3.2.1",
    "3.2.2",
    "3.2.6",
    "3.3.1",
    "3.3.2",
    "3.3.7",
    "4.1.2",
]
AA = [
    "1.2.4",
    "1.2.5",
    "1.3.4",
    "1.3.5",
    "1.4.3",
    "1.4.4",
    "1.4.5",
    "1.4.10",
    "1.4.11",
    "1.4.12",
    "1.4.13",
    "2.4.5",
    "2.4.6",
    "2.4.7",
    "2.4.11",
    "2.5.7",
    "2.5.8",
    "3.1.2",
    "3.2.3",
    "3.2.4",
    "3.3.3",
    "3.3.4",
    "3.3.8",
    "4.1.3",
]
"""Those of WCAG 2.2; 4.1.1 was taken out of it."""


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_criterion_is_there_once_with_its_level():
    listed = [(line[0].partition(" ")[0], line[1]) for line in CRITERIA if line[1] != "AAA"]
    assert sorted(listed) == sorted([*((n, "A") for n in A), *((n, "AA") for n in AA)])


def test_of_the_highest_level_only_what_a_test_holds_is_claimed():
    highest = [line for line in CRITERIA if line[1] == "AAA"]
    assert highest
    assert {line[2] for line in highest} == {"yes"}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[0])
def test_what_is_said_of_it_can_be_followed(line):
    state, how, named = line[-3], line[-2], line[-1]
    assert len(how) > 8
    if state == "yes":
        path, _, name = named.partition("::")
        assert name in names_in(path)
    else:
        assert state in ("no", "n/a", "by hand")
        assert named == ""
