"""The list of ASVS requirements says of each what holds, and each test that it names is there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
PAGE = TESTS.parent / "docs" / "security" / "asvs.md"
ROW = re.compile(
    r"^\| (?P<number>[\d.]+) \| (?P<what>[^|]+) \| (?P<state>[^|]+) \| (?P<why>[^|]+) \|$"
)
ROWS = [m.groupdict() for line in PAGE.read_text("utf-8").splitlines() if (m := ROW.match(line))]
LEVEL_2 = {
    1: 27,
    2: 11,
    3: 19,
    4: 10,
    5: 9,
    6: 35,
    7: 18,
    8: 7,
    9: 7,
    10: 1,
    11: 14,
    12: 9,
    13: 13,
    14: 9,
    15: 13,
    16: 16,
    17: 1,
}
"""How many requirements of levels 1 and 2 each chapter has; a chapter that is not ours has one row."""


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((TESTS / path).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_chapter_is_there_with_all_its_requirements():
    numbers = [row["number"] for row in ROWS]
    assert len(numbers) == len(set(numbers))
    counted = dict.fromkeys(LEVEL_2, 0)
    for number in numbers:
        counted[int(number.partition(".")[0])] += 1
    assert counted == LEVEL_2


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["number"])
def test_what_is_said_of_it_can_be_followed(row):
    if row["state"] == "yes":
        path, _, name = row["why"].partition("::")
        assert name in names_in(path)
    else:
        assert row["state"] in ("no", "n/a")
        assert len(row["why"]) > 8


def test_no_row_escapes_the_check():
    tables = [line for line in PAGE.read_text("utf-8").splitlines() if re.match(r"\| \d", line)]
    assert len(tables) == len(ROWS)
