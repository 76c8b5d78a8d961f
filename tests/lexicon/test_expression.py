"""Words are found whole, however they are written, in texts of every script."""

import unicodedata

import pytest
import re2

from trueline.lexicon import Expression


@pytest.mark.parametrize(
    ("alternatives", "text"),
    [
        ("know|known", "It is KNOWN."),
        ("stay away", "They stay\n  away from it"),
        ("micro-?credit", "Micro-credit for all"),
        ("aware", "awareness-raising makes them self-aware"),
        ("don.t go", "They don’t go"),
        ("écoles?", "Dans les ÉCOLES du pays"),
        ("niñas", unicodedata.normalize("NFD", "Las niñas")),
        ("Écoles?", "Dans les écoles du pays"),
        (r"n\S+ pas", "N’OSE PAS"),
        ("know", "الضحايا know، نعم"),
        (r"report\p{L}*", "reported calls"),
        ("^calls", "calls of March"),
        ("know", "half a sign \ud800 know"),
    ],
)
def test_found(alternatives: str, text: str) -> None:
    assert Expression(alternatives).matches(text)


@pytest.mark.parametrize(
    ("alternatives", "text"),
    [
        ("know", "knowledge, unknown, know_how, know2"),
        ("sol", "le sol\N{COMBINING DIAERESIS} résolu"),
        ("cole", "école"),
        ("real", "already"),
        ("sol", "Œsol, solœ, sol安, ж\u0301sol"),
        ("^calls", "Number of calls"),
        ("know", ""),
    ],
)
def test_not_found(alternatives: str, text: str) -> None:
    assert not Expression(alternatives).matches(text)


def test_places_are_those_of_whole_words_side_by_side() -> None:
    text = b"know know knows know"
    assert list(Expression("know").places(text)) == [(0, 4), (5, 9), (16, 20)]


def test_a_letter_that_it_can_t_read_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        Expression("الضحايا").matches("تتقدم الضحايا بشكوى")


def test_what_one_pass_can_t_do_is_refused() -> None:
    with pytest.raises(re2.error):
        Expression(r"(?<!not )know").matches("know")
