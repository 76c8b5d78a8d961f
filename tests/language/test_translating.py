"""Strings in the language that is spoken."""

from __future__ import annotations

import io
import threading
from gettext import GNUTranslations

import pytest

from trueline import language
from trueline.language import (
    get_language,
    gettext,
    is_translated,
    languages,
    ngettext,
    noting_untranslated,
    override,
    pgettext,
    reader_language,
)
from trueline.language.catalogues import compiled, translations
from trueline.language.pseudo import altered

NEVER = "Nobody would write this into a catalogue"


def test_english_is_the_sources_own_and_costs_no_catalogue() -> None:
    assert get_language() == "en"
    assert gettext("Untitled design") == "Untitled design"
    assert languages()[0] == "en"


def test_a_message_in_another_language_with_its_values() -> None:
    with override("fr"):
        assert gettext("Untitled design") != "Untitled design"
        assert gettext("{name} " + NEVER, name="x") == "x " + NEVER
    assert gettext("Untitled design") == "Untitled design"


def test_a_form_of_a_language_speaks_it() -> None:
    assert translations("fr-CA") is translations("fr")
    with override("fr-CA"):
        assert gettext("Untitled design") == translations("fr").gettext("Untitled design")


@pytest.mark.parametrize(("count", "said"), [(0, "0 rows"), (1, "1 row"), (1200, "1,200 rows")])
def test_what_is_counted(count: int, said: str) -> None:
    assert ngettext("{count} row", "{count} rows", count) == said


def test_a_word_with_two_meanings_is_told_apart_by_its_context() -> None:
    with override("fr"):
        assert pgettext("verb", "Change") != gettext("Change")


def test_a_language_without_a_catalogue_is_answered_in_english_and_noted() -> None:
    with override("tlh"), noting_untranslated() as noted:
        assert gettext("Untitled design") == "Untitled design"
        assert ngettext("{count} row", "{count} rows", 2) == "2 rows"
    assert noted == {"Untitled design", "{count} row"}


def test_what_has_no_translation_is_noted_and_what_has_one_is_not() -> None:
    with override("fr"), noting_untranslated() as outer:
        with noting_untranslated() as inner:
            gettext(NEVER)
            gettext("Untitled design")
        assert not is_translated(NEVER + "!")
        assert is_translated("Untitled design")
    assert inner == outer == {NEVER}
    assert is_translated(NEVER)  # in English everything is said as it is meant


PLURALS = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "{count} thing"
msgid_plural "{count} things"
msgstr[0] "{first}"
msgstr[1] ""
msgstr[2] ""
msgstr[3] ""
msgstr[4] ""
msgstr[5] ""
"""


@pytest.mark.parametrize("first", ["", "لا شيء"], ids=["untranslated", "half translated"])
def test_a_plural_that_is_not_translated_is_said_in_good_english(
    first, tmp_path, monkeypatch
) -> None:
    """One of something was “1 problems” in Arabic once, which counts by six forms, and not noted."""
    monkeypatch.setattr(language.catalogues, "LOCALE", tmp_path)
    language.catalogues.source_of("ar").parent.mkdir(parents=True)
    language.catalogues.source_of("ar").write_text(PLURALS.replace("{first}", first), "utf-8")
    read = GNUTranslations(io.BytesIO(compiled("ar")))
    read.add_fallback(language.catalogues.Untranslated())
    with noting_untranslated() as noted:
        assert read.ngettext("{count} thing", "{count} things", 1) == "{count} thing"
        assert read.ngettext("{count} thing", "{count} things", 2) == "{count} things"
    assert noted == {"{count} thing"}


def test_two_threads_speak_their_own_languages() -> None:
    said: list[str] = []
    with override("fr"):
        thread = threading.Thread(target=lambda: said.append(get_language()))
        thread.start()
        thread.join()
        assert get_language() == "fr"
    assert said == ["en"]


def test_where_none_is_set_the_serving_program_is_followed(monkeypatch) -> None:
    monkeypatch.setattr(language.context, "_followed", [])
    language.follow(lambda: "ar")
    assert get_language() == "ar"
    with override("fr"):
        assert get_language() == "fr"
    with override(None):
        assert get_language() == "ar"


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr-fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "POSIX"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "TRUELINE_LANGUAGE": "ar"}, "ar"),
    ],
)
def test_the_language_of_somebody_at_a_terminal(environment: dict[str, str], code: str) -> None:
    assert reader_language(environment) == code


@pytest.mark.slow
def test_a_catalogue_is_compiled_once_and_half_of_one_is_not_read(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("TRUELINE_CACHE", str(tmp_path))
    translations.cache_clear()
    try:
        first = translations("fr").gettext("Untitled design")
        (kept,) = tmp_path.iterdir()
        assert kept.read_bytes() == compiled("fr")
        kept.write_bytes(kept.read_bytes()[:100])
        translations.cache_clear()
        assert translations("fr").gettext("Untitled design") == first
    finally:
        translations.cache_clear()


def test_in_pseudo_every_letter_is_altered_but_those_of_values_tags_and_code() -> None:
    text = "Set {name} aside: <b>%(count)s of %d</b> &amp; `trueline rules` https://x.example/a"
    said = altered(text)
    for kept in ("{name}", "<b>", "%(count)s", "%d", "</b>", "&amp;", "`trueline rules`"):
        assert kept in said
    assert "https://x.example/a" in said
    assert not set("Setasidof") & set(said.split("{name}")[1].split("<b>")[0])
    with override("en-xa"):
        assert gettext("Save {name}", name="plain") == altered("Save ") + "plain"
        assert ngettext("{count} row", "{count} rows", 2) == "2 " + altered("rows")
        assert pgettext("verb", "Change") == altered("Change")
