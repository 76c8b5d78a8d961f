"""Limits: refused with the number and what helps; what is over already can shrink."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from trueline.design import Design
from trueline.document.size import Size, check_size, size_of
from trueline.exchange.logframe import logframe_of
from trueline.files import FileProblems
from trueline.limits import (
    DOCUMENT_LETTERS,
    FILE_ROWS,
    LIST_ELEMENTS,
    TEXT_LETTERS,
    Limit,
    OverLimit,
    every,
)
from trueline.office import read_office


def test_the_sentence_has_the_number_the_limit_and_what_helps():
    with pytest.raises(OverLimit) as refused:
        LIST_ELEMENTS.check(6_104)
    said = str(refused.value)
    assert "6,104" in said
    assert f"{LIST_ELEMENTS.most:,}" in said
    assert "Divide it" in said


@given(st.integers(0, 30), st.none() | st.integers(0, 30))
def test_what_is_over_already_can_only_shrink(count, before):
    limit = Limit(10, "Things", "Fewer.")
    grows_over = count > 10 and (before is None or count > before)
    if grows_over:
        with pytest.raises(OverLimit):
            limit.check(count, before=before)
    else:
        limit.check(count, before=before)


def activities(count: int) -> Design:
    return Design.model_validate(
        {"activities": [{"id": f"a{n}", "kind": "other"} for n in range(count)]}
    )


def test_a_document_is_counted_by_one_pass():
    design = Design.model_validate(
        {
            "activities": [{"id": f"a{n}", "kind": "other"} for n in range(4)],
            "links": [
                {
                    "id": "l",
                    "cause": "a0",
                    "effect": "a1",
                    "assumptions": [{"id": "s", "statement": "They stay"}],
                }
            ],
        }
    )
    assert size_of(design) == Size(longest_list=4, elements=6)


def test_a_long_list_is_refused_and_may_shrink():
    large, smaller = activities(LIST_ELEMENTS.most + 2), activities(LIST_ELEMENTS.most + 1)
    with pytest.raises(OverLimit, match="Elements of one list"):
        check_size(large, 1)
    with pytest.raises(OverLimit):
        check_size(large, 1, before=smaller, letters_before=1)
    check_size(smaller, 1, before=large, letters_before=1)
    check_size(activities(LIST_ELEMENTS.most), 1)


def test_a_long_text_is_refused():
    Design(summary="x" * TEXT_LETTERS.most)
    with pytest.raises(ValidationError, match="at most"):
        Design(summary="x" * (TEXT_LETTERS.most + 1))
    with pytest.raises(OverLimit, match="Letters of a whole document"):
        check_size(Design(), DOCUMENT_LETTERS.most + 1)


def test_a_long_file_is_refused_before_it_is_read():
    lines = ["Objectives,Indicators", *(f"Train {n}," for n in range(FILE_ROWS.most))]
    grids = read_office("\n".join(lines).encode(), "a.csv")
    with pytest.raises(FileProblems) as refused:
        logframe_of(grids, "a.csv")
    (problem,) = refused.value.problems
    assert "4,001" in problem.message
    assert "Divide the file" in problem.hint


def test_every_limit_says_what_helps():
    assert len(every()) > 10
    assert all(limit.what and limit.instead.endswith(".") for limit in every().values())
