"""The interface is whole in each of its languages."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Message
from django.conf import settings

from trueline.design import ActivityBase
from trueline.web.languages.catalogs import (
    catalog,
    languages,
    missing,
    singular,
    template,
    translations,
)
from trueline.web.languages.declared import declared_strings
from trueline.web.languages.sources import Marked, marked_strings

PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
LANGUAGES = ["ar", "fr"]


def test_there_is_a_file_for_each_language_that_visitors_can_choose() -> None:
    assert languages() == LANGUAGES == sorted({code for code, _name in settings.LANGUAGES} - {"en"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_translated(language: str) -> None:
    assert list(missing(language)) == [], "run `make messages`, then translate these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_values(language: str) -> None:
    wrong = [
        singular(message)
        for message in catalog(language)
        if message.id and not _keeps_places(message)
    ]
    assert wrong == []


def _keeps_places(message: Message) -> bool:
    """All of them; a form for none, one or two things may say the number in a word."""
    wanted = set(PLACE.findall(singular(message)))
    found = [set(PLACE.findall(text)) for text in translations(message)]
    if not isinstance(message.id, tuple):
        return found == [wanted]
    wanted = set(PLACE.findall(message.id[1]))
    return all(one <= wanted for one in found) and found[-1] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_of_strings_that_are_gone(language: str) -> None:
    known = {(singular(one), one.context) for one in template() if one.id}
    assert {(singular(one), one.context) for one in catalog(language) if one.id} - known == set()


def test_arabic_counts_as_arabic_does() -> None:
    known = catalog("ar")
    assert known.num_plurals == 6
    plural = eval(_in_python(known.plural_expr))
    assert [plural(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == [
        0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4,
    ]  # fmt: skip


def _in_python(expression: str) -> str:
    """A nest of C's conditions as Python's."""
    said = expression.strip("()").replace("&&", " and ")
    *cases, last = said.split(" : ")
    steps = [case.split(" ? ") for case in cases]
    return "lambda n: " + "".join(f"{then} if {when} else " for when, then in steps) + last


def test_titles_words_and_nouns_of_the_design_are_gathered() -> None:
    found = declared_strings()
    assert {"Baseline", "Not known", ActivityBase.noun, "Sexual exploitation"} <= found
    assert "Nepal" not in found  # countries are named by Unicode's list


def test_strings_of_templates_and_python_are_gathered() -> None:
    found = set(marked_strings())
    assert Marked("Change", context="verb") in found
    assert Marked("%(count)s comment", plural="%(count)s comments") in found
    assert Marked("Untitled design") in found
    assert Marked("To go on, type the name: %(name)s") in found  # under another name in its module
