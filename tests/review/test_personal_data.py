"""What is said at once of a file that lets a client be known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.design import Design
from trueline.review import review
from trueline.review.personal_data import personal_data, warning_on
from trueline.toolkit import load_toolkit


def design(text: str) -> Design:
    activity = {"id": "a", "kind": "other", "title": "House", "description": text}
    return Design.model_validate({"activities": [activity]})


@pytest.mark.parametrize(
    "text",
    [
        "Led by Nadia Volkova (born 12.03.1994, tel. +373 69 123 456).",
        "Awa Sanogo, née le 3 mai 2008, habite au 14 rue des Palmiers.",
        "La sobreviviente Rosa Quispe (cédula 1.032.456.789) abrió una panadería.",
    ],
)
def test_it_says_where_and_repeats_nothing(text: str) -> None:
    warning = warning_on(design(text), load_toolkit())
    assert "“What is done” of “House”" in warning
    assert not any(word in warning for word in ("Volkova", "Sanogo", "Quispe", "1994", "2008"))


def test_an_element_is_not_called_by_a_text_that_names_somebody() -> None:
    named = Design.model_validate(
        {"results": [{"id": "r", "statement": "The beneficiary Ion Popescu has a flat"}]}
    )
    assert "Popescu" not in warning_on(named, load_toolkit())
    assert not any(
        "Popescu" in f.message for f in review(named, load_toolkit()) if "safety" in f.rule
    )


def test_comments_of_a_file_are_looked_at_too() -> None:
    others = ["As agreed", "Client Ion Popescu, passport no. P1234567"]
    assert "a comment" in warning_on(design("A house"), load_toolkit(), others)
    assert not warning_on(design("A house"), load_toolkit(), others[:1])


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    activity = design("").activities[0].model_copy(update={"description": text})
    personal_data(Design.model_construct(activities=(activity,)), load_toolkit())
