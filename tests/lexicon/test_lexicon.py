"""Terms found in texts, whatever their case, accents, endings and alphabet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from trueline.lexicon import Concept, Lexicon, fold

LEXICON = Lexicon(
    [
        Concept(
            id="hotline",
            terms={
                "en": ("hotline", "hot line"),
                "fr": ("ligne d'écoute", "numéro vert"),
                "es": ("línea de ayuda",),
                "ar": ("الخط الساخن",),
            },
        ),
        Concept(id="line", terms={"en": ("line",)}),
        Concept(id="trafficking", terms={"en": ("traffick*",), "fr": ("traite",)}),
    ]
)


def found(text):
    return [(match.concept.id, text[match.start : match.end]) for match in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Call the HOT-LINES today", [("hotline", "HOT-LINES")]),
        ("hotline hotline", [("hotline", "hotline"), ("hotline", "hotline")]),
        ("la ligne d’écoute", [("hotline", "ligne d’écoute")]),
        ("Des numéros verts.", [("hotline", "numéros verts")]),
        ("una LINEA DE AYUDA", [("hotline", "LINEA DE AYUDA")]),
        ("اتصل بالخط الساخن", [("hotline", "بالخط الساخن")]),
        ("وللخط الساخن دور", [("hotline", "وللخط الساخن")]),
        ("trafficked persons", [("trafficking", "trafficked")]),
        ("portraits", []),
        ("", []),
        ("— … —", []),
    ],
)
def test_terms_are_found_as_they_stand_in_the_text(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [("No, no bus", ["No", "no", "bus"]), ("nos bus uses buses", ["bus", "buses"])],
)
def test_a_word_of_two_letters_has_no_plural(text, words):
    """“Nos” is no plural of “no”, nor “uses” of “us”; “buses” is one of “bus”."""
    lexicon = Lexicon([Concept(id="a", terms={"en": ("no", "us", "bus")})])
    assert [text[match.start : match.end] for match in lexicon.find(text)] == words


def test_the_longest_term_wins_over_one_inside_it():
    assert found("a hot line and a line") == [("hotline", "hot line"), ("line", "line")]


def test_one_word_can_mean_several_things():
    both = Lexicon(
        [Concept(id="a", terms={"en": ("return",)}), Concept(id="b", terms={"en": ("return",)})]
    )
    assert [match.concept.id for match in both.find("the return")] == ["a", "b"]


@given(st.text(max_size=300))
def test_a_match_is_a_stretch_of_the_text_that_folds_to_its_term(text):
    for match in LEXICON.find(text):
        assert 0 <= match.start < match.end <= len(text)
        assert fold(text[match.start : match.end]).text.strip()


@given(st.text(max_size=200))
def test_folding_keeps_the_way_back(text):
    folded = fold(text)
    assert len(folded.text) == len(folded.places)
    assert list(folded.places) == sorted(folded.places)
    assert fold(folded.text).text == folded.text


@pytest.mark.parametrize("term", ["*", "--", "x", ""])
def test_a_term_without_letters_is_refused(term):
    with pytest.raises(ValidationError):
        Concept(id="nothing", terms={"en": (term,)})


def test_a_lexicon_without_terms_finds_nothing():
    assert Lexicon([]).find("anything at all") == ()
