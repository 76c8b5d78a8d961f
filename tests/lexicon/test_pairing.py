"""One thing behind another within a sentence, and what a sentence is."""

import pytest

from trueline.lexicon import Expression, follows, sentences

KNOW, ACT = Expression("know|knows"), Expression("refuse|act on it")


def said(text: str, within: int = 3) -> bool:
    return any(follows(sentence, KNOW, ACT, within=within) for sentence in sentences(text))


@pytest.mark.parametrize(
    "text",
    [
        "Workers who know refuse",
        "Workers who know the risks will refuse",
        "They know, know and know, and in the end nobody cares until they know and refuse",
        "Workers refuse. Those who know refuse.",
        "Of those who know 2.5 of ten refuse",
        "Those who know\nact  on\nit",
        "refuse know refuse",
    ],
)
def test_one_behind_the_other(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Workers know the line. Owners refuse",
        "Workers know the line.Owners refuse",
        "Workers know; owners refuse",
        "Do they know? They refuse",
        "Workers know\n \nOwners refuse",
        "They refuse what they know",
        "They know one two three four refuse",
        "",
    ],
)
def test_not_said_as_one_thought(text: str) -> None:
    assert not said(text)


def test_the_bound_is_on_words_between() -> None:
    assert said("know one two three refuse", within=3)
    assert not said("know one two three refuse", within=2)


def test_sentences_end_at_their_signs() -> None:
    found = [one.text.decode() for one in sentences("A 1.5. B!  C?D;\n\nE… F\nG")]
    assert [one for one in found if one.strip()] == ["a 1.5", "b", "c", "d", "e", "f g"]
