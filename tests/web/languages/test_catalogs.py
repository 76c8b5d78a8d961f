"""The interface is whole in each of its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from django.conf import settings

from trueline.design import ActivityBase
from trueline.document.fields import FORMS
from trueline.exchange.logframe.layouts import NAMES as LAYOUTS
from trueline.web.languages import catalogs
from trueline.web.languages.catalogs import (
    catalog,
    languages,
    missing,
    singular,
    template,
    translations,
)
from trueline.web.languages.declared import declared_strings
from trueline.web.languages.sources import MarkedString, marked_strings

PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
LANGUAGES = ["ar", "fr"]
CORRECTED = {
    "ar": re.compile(
        "الضعف|هل لا|منّا|(?:ال)?عمل (?:ال)?قسري|"
        # One form of address: several readers are never spoken to.
        r"\b\w*(?:منظمت|حساب|بريد|تعليق|نسخت|ملف|يمكن|إلي|وحد|ردود)كم\b|\bلكم\b|"
        r"\bت(?:ريد|قصد|جد|ختار|قول|عرف)ون(?:ه|ها)?\b|\b(?:اكتبوا|ابدؤوا|صحّحوا|أعيدوا) "
    ),
    "fr": re.compile(
        r"(?i)\bconceptions?\b|\baccompagnement|\bhébergement|\bappréciation|\bde nous\b"
    ),
}


def test_there_is_a_file_for_each_language_that_visitors_can_choose() -> None:
    assert languages() == LANGUAGES == sorted({code for code, _name in settings.LANGUAGES} - {"en"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_of_the_pages_is_translated(language: str) -> None:
    assert list(missing(language)) == [], "run `make messages`, then translate these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_translated_is_translated_whole(language: str) -> None:
    """Whatever has a translation has every form of its plural."""
    half = [
        singular(message)
        for message in catalog(language)
        if message.id and any(translations(message)) and not all(translations(message))
    ]
    assert half == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_the_places_of_values(language: str) -> None:
    wrong = [
        singular(message)
        for message in catalog(language)
        if message.id and any(translations(message)) and not _keeps_places(message)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_per_cent_sign_among_places_is_written_twice(language: str) -> None:
    """A text with %(places)s is formatted: one sign alone ends in an error page."""
    wrong = [
        text
        for message in catalog(language)
        for text in translations(message)
        if message.id and "%(" in singular(message) and "%" in _PLACED.sub("", text)
    ]
    assert wrong == []


_PLACED = re.compile(r"%\(\w+\)[sd]|%%")


def _keeps_places(message: Message) -> bool:
    """All of them; a form for none, one or two things may say the number in a word."""
    wanted = set(PLACE.findall(singular(message)))
    found = [set(PLACE.findall(text)) for text in translations(message)]
    if not isinstance(message.id, tuple):
        return found == [wanted]
    wanted = set(PLACE.findall(message.id[1]))
    return all(one <= wanted for one in found) and found[-1] == wanted


@pytest.mark.parametrize(
    ("context", "word"),
    [
        ("call for proposals", "Open"),
        ("link", "Open"),
        ("source", "From"),
        ("verb", "Change"),
        ("verb", "End"),
        ("verb", "Return"),
        ("state", "Set aside"),
    ],
)
def test_an_english_word_with_two_meanings_is_two_words(context: str, word: str) -> None:
    """In French at least: an open question is “en suspens”, an open call “ouvert”."""
    french = catalog("fr")
    one, other = french.get(word), french.get(word, context)
    assert one.string != other.string


def test_french_signs_do_not_begin_a_line() -> None:
    """Before : ; ! ? and within « » stands a space that does not break."""
    loose = {
        text
        for message in catalog("fr")
        for text in translations(message)
        if message.id and re.search(r" [:;!?»]|« ", text)
    }
    assert loose == set()


NAMED = re.compile(
    r"%\((?:name|who|whom|title|organisation|body|round|programme|document|email|address|receipt"
    r"|period|comment|noun)\)s"
)


def test_names_among_arabic_stand_apart() -> None:
    """Else a number after a Latin name is read as part of it, and a bracket goes to the wrong end."""
    together = {
        text
        for message in catalog("ar")
        for text in translations(message)
        for found in NAMED.finditer(text)
        if message.id and not _APART.search(text[: found.start()])
    }
    assert together == set()


_APART = re.compile("[\u2066\u2068]$|<bdi[^>]*>$|<[^>]*$")
"""A mark of Unicode, an element, or an address within one."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_readers_corrected_do_not_come_back(language: str) -> None:
    """What is right instead stands in the glossary at the head of each file."""
    wrong = {
        text
        for message in catalog(language)
        for text in translations(message)
        if message.id and language in CORRECTED and CORRECTED[language].search(text)
    }
    assert wrong == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_of_strings_that_are_gone(language: str) -> None:
    known = {(singular(one), one.context) for one in template() if one.id}
    assert {(singular(one), one.context) for one in catalog(language) if one.id} - known == set()


def test_arabic_counts_as_arabic_does() -> None:
    known = catalog("ar")
    assert known.num_plurals == 6
    plural = eval(_in_python(known.plural_expr))
    assert [plural(n) for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == [
        0,
        1,
        2,
        3,
        3,
        4,
        4,
        5,
        5,
        3,
        4,
    ]


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
    assert MarkedString("Change", context="verb") in found
    assert MarkedString("%(count)s comment", plural="%(count)s comments") in found
    assert MarkedString("Submitted") in found
    assert {*FORMS.values(), *LAYOUTS.values()} <= {marked.text for marked in found}
    assert (
        MarkedString("To go on, type the name: %(name)s") in found
    )  # under another name in its module


def test_files_are_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New strings come in, reworded ones wait for a look, those gone go; the head stays."""
    file = tmp_path / "xx" / "LC_MESSAGES" / "trueline.po"
    file.parent.mkdir(parents=True)
    head = '# Glossary\n#   design   dessin\nmsgid ""\nmsgstr ""\n"Language: fr\\n"\n'
    file.write_text(
        f'{head}"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        'msgid "Untitled design"\nmsgstr "Sans titre"\n\n'
        'msgid "Add another of them"\nmsgstr "Encore une"\n\n'
        'msgid "Quite another thing, said nowhere"\nmsgstr "Autre"\n',
        "utf-8",
    )
    monkeypatch.setattr(catalogs, "path_of", lambda language: file)
    catalogs.bring_up_to_date("fr")
    text = file.read_text("utf-8")
    assert text.startswith(head)
    assert 'msgid "Untitled design"\nmsgstr "Sans titre"' in text
    assert "said nowhere" not in text
    left = set(catalogs.missing("fr"))
    assert "Add another" in left
    assert "Untitled design" not in left
    catalogs.bring_up_to_date("fr")
    assert file.read_text("utf-8") == text
