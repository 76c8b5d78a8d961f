"""Every list of words has one table of labels."""

from __future__ import annotations

import typing
from collections.abc import Iterator

import pytest

from trueline.design import ACTIVITY_KINDS
from trueline.document.fields import extra, models_below
from trueline.kinds import KINDS
from trueline.language import override
from trueline.language.term_types import (
    ActivityKind,
    Anchor,
    Applies,
    Direction,
    Remedy,
    Severity,
    Sort,
    StandsIn,
    SurveyType,
)
from trueline.language.terms import (
    ADVICE,
    GROUP,
    KIND,
    LEVELS,
    REMEDY,
    SEVERITY,
    SORT,
    TERMS,
    terms_of,
)
from trueline.review import groups_of
from trueline.review.finding import SORTS
from trueline.toolkit import load_toolkit

OF_REPORTS = {"moment"}
OF_MEASURES = {"displacement-check", "flag", "rung", "standing", "state"}
OF_THE_TOOLKIT = {
    *("anchor", "direction", "entry", "ratification", "stands-in", "survey", "treaty-action")
}
OF_THE_REVIEW = {"advice", "group", "severity", "sort", "sorts"}
BESIDE = (
    {"told", "kind", "levels", "legal-item", "activity-status"}
    | OF_THE_REVIEW
    | OF_MEASURES
    | OF_THE_TOOLKIT
    | OF_REPORTS
)
"""Tables that no field takes its words from."""


def lists(annotation: object) -> Iterator[tuple[str, ...]]:
    """The words of each `Literal` of several in an annotation."""
    if typing.get_origin(annotation) is typing.Literal:
        words = typing.get_args(annotation)
        if len(words) > 1:
            yield words
        return
    for inner in typing.get_args(annotation):
        yield from lists(inner)


def fields() -> Iterator[tuple[str, tuple[str, ...]]]:
    for model in dict.fromkeys(model for kind in KINDS for model in models_below(kind.model)):
        for name, info in model.model_fields.items():
            if not extra(info, "words"):
                for words in lists(info.annotation):
                    yield f"{model.__name__}.{name}", words


@pytest.mark.parametrize(("field", "words"), list(fields()))
def test_a_field_that_takes_words_of_a_list_has_a_table_for_them(
    field: str, words: tuple[str, ...]
) -> None:
    terms = terms_of(words)
    assert terms is not None, f"add a table for {field} to language/terms.py"
    assert set(terms.labels) == set(words)


def test_no_table_is_left_that_nothing_takes_its_words_from() -> None:
    used = {terms.name for _, words in fields() if (terms := terms_of(words))}
    assert used | BESIDE == set(TERMS)


def test_lists_that_stand_in_no_field() -> None:
    assert set(SEVERITY.labels) == set(typing.get_args(Severity))
    assert tuple(SORT.labels) == tuple(TERMS["sorts"].labels) == typing.get_args(Sort) == SORTS
    assert set(ADVICE.labels) == set(REMEDY.labels) == set(typing.get_args(Remedy))
    assert set(LEVELS.labels) == set(TERMS["level"].labels)
    of_all = dict.fromkeys(group for kind in KINDS for group in groups_of(kind.name))
    assert set(GROUP.labels) == set(of_all), "each group of rules is named once in terms.GROUP"
    kinds = set(typing.get_args(ActivityKind))
    assert set(ACTIVITY_KINDS) == kinds | {"other"}
    assert set(KIND.labels) == {*ACTIVITY_KINDS, "programme"}
    assert set(typing.get_args(Applies)) == kinds | {"programme"}


@pytest.mark.parametrize(
    ("name", "words"),
    [("anchor", Anchor), ("direction", Direction), ("stands-in", StandsIn), ("survey", SurveyType)],
)
def test_lists_of_the_toolkit(name: str, words: object) -> None:
    assert set(TERMS[name].labels) == set(typing.get_args(words))


def test_every_sort_of_thing_in_the_toolkit_has_a_name() -> None:
    assert {node.kind for node in load_toolkit()} <= set(TERMS["entry"].labels)


def test_labels_and_what_has_none() -> None:
    assert TERMS["stance"].label("not-known") == "Not known"
    assert TERMS["stance"].within("not-known") == "not known"
    assert TERMS["stance"].label("half-price") == "Half price"
    assert SEVERITY.choices()[0] == ("error", "Error")
    with override("fr"):
        assert TERMS["stance"].label("not-known") != "Not known"
