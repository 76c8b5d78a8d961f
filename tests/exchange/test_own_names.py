"""A logframe that says an organisation's own names comes back at the levels that it left with."""

from collections.abc import Callable

import pytest

from trueline.design import load_design
from trueline.exchange.logframe import read_logframe
from trueline.language.own_names import own_names
from trueline.reports.design.exports.logframes import logframe_docx, logframe_xlsx
from trueline.toolkit import load_toolkit
from trueline.web.examples import example_files

NAMES = {
    "Impact": "Overall objective",
    "Outcome": "Deliverable",  # which elsewhere is an output
    "Output": "Product",
    "Activity": "Intervention",
    "Target": "Milestone",
    "Indicators": "Yardsticks",
    "Objective": "Aim",
    "Means of verification": "Where we look",
}


@pytest.mark.parametrize(("make", "name"), [(logframe_xlsx, "a.xlsx"), (logframe_docx, "a.docx")])
def test_it_comes_back_as_it_left(make: Callable[..., bytes], name: str) -> None:
    examples = [path for path in example_files() if path.parent.name == "examples"]
    design = load_design(examples[0]).document

    def rows(data: bytes) -> list[tuple[object, ...]]:
        read = read_logframe(data, name).rows
        return [(row.level, row.number, row.objective, len(row.indicators)) for row in read]

    ours = rows(make(design, load_toolkit()))
    with own_names({"en": NAMES}):
        theirs = make(design, load_toolkit())
    assert rows(theirs) == ours
