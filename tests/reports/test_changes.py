"""Changes between two versions, each as a sentence."""

from __future__ import annotations

import pytest

from trueline.design import Design, parse_design
from trueline.document import add_element, compare, move_element, set_field
from trueline.reports.changes import ChangeWording
from trueline.toolkit import load_toolkit

TEXT = """\
title: Safe work
behaviours:
  - id: b1
    desired: Inspectors ask
    barriers:
      - id: trust
        statement: Workers don't trust them
factors:
  - {id: a, statement: Debt}
activities:
  - {id: course, kind: justice, title: Inspector course}
  - {id: course2, kind: other}
"""


@pytest.fixture(scope="module")
def design() -> Design:
    return parse_design(TEXT).document


def sentences(older: Design, newer: Design) -> list[str]:
    wording = ChangeWording(older, newer, load_toolkit())
    return [wording.sentence(change) for change in compare(older, newer)]


@pytest.mark.parametrize(
    ("address", "value", "sentence"),
    [
        ("title", "Safer", "Title was “Safe work” and is now “Safer”."),
        (
            "activities[course].mentoring",
            "Monthly",
            "Activity “Inspector course”: mentoring was empty and is now “Monthly”.",
        ),
        (
            "activities[course].training",
            False,
            "Activity “Inspector course”: is it training? was empty and is now “No”.",
        ),
        (
            "activities[course].factors",
            ("a",),
            "Activity “Inspector course”: factors was empty and is now “Debt”.",
        ),
        (
            "behaviours[b1].barriers[trust].statement",
            "",
            "Behaviour “Inspectors ask”, Barrier without a name: barrier was “Workers don't trust them” and is"
            " now empty.",
        ),
        ("budget", {"amount": 1000, "currency": "EUR"}, "Budget was empty and is now “EUR 1,000”."),
        (
            "evaluation.learning",
            "Yearly",
            "Evaluation and learning: how learning is used was empty and is now “Yearly”.",
        ),
    ],
)
def test_a_change_reads_as_a_sentence(
    design: Design, address: str, value: object, sentence: str
) -> None:
    newer = set_field(design, address, value)
    assert sentences(design, newer) == [sentence]
    assert compare(design, newer)[0].address == address


def test_elements_that_come_go_and_move(design: Design) -> None:
    added, address = add_element(design, "sources", {"title": "Survey"})
    (change,) = compare(design, added)
    assert (change.kind, change.address) == ("added", address)
    assert sentences(design, added) == ["Source “Survey” was added."]
    assert sentences(added, design) == ["Source “Survey” was removed."]
    moved = move_element(design, "activities[course2]", 0)
    assert sentences(design, moved) == ["Activity “Inspector course” was moved from place 1 to 2."]
    other_kind = set_field(design, "activities[course2].kind", "legal")
    assert sentences(design, other_kind) == [
        "Activity without a name: kind was “Other” and is now “Legal framework”."
    ]
