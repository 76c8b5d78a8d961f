"""Passages for questions: found, told why, quoted as they stand, the same each time."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trueline.passages.finding import find_passages
from trueline.passages.languages import language_of
from trueline.passages.questions import Question, Sign
from trueline.passages.reading import read_text
from trueline.passages.scoring import Scorer
from trueline.passages.sentences import sentence_spans
from trueline.passages.signs import Signs, split_at
from trueline.passages.stance import stance

QUESTIONS = (
    Question(
        id="training",
        text="Who is trained, and how?",
        guidance=("Courses for officers and nurses, and what is practised afterwards.",),
        examples=("We train forty nurses in two courses.", "Nous formons quarante infirmières."),
        signs=(Sign(find=r"train\p{L}*.*(?:nurses?|officers?)", weight=2), Sign(find="formons")),
        against=(Sign(find="trains? (?:station|line)s?", weight=3),),
    ),
    Question(
        id="money",
        text="What does it cost?",
        examples=("The budget is 40,000 euros for three years.",),
        signs=(Sign(find=r"budget|costs?|euros?", weight=2),),
    ),
)
TEXT = """\
# Plan

The office lies near the train station, where many people change lines each day.
Last year we trained thirty nurses and twelve officers in two courses of a week.
We will train forty more nurses next year.

# Money

The budget is 90,000 euros, most of it for salaries of the people who teach.
Il pleut souvent ici et les routes sont mauvaises pour tout le monde.
"""


@pytest.fixture(scope="module")
def scorer():
    return Scorer(QUESTIONS)


@pytest.fixture(scope="module")
def read(scorer):
    return find_passages(read_text(TEXT.encode(), "plan.md"), scorer)


def test_the_passages_that_bear_on_a_question_come_first(read):
    training, money = read.answers
    assert training.passages[0].sentence.text.startswith("Last year we trained thirty nurses")
    assert money.passages[0].sentence.text.startswith("The budget is 90,000 euros")


def test_words_against_keep_a_passage_out(read):
    assert not any("station" in each.sentence.text for each in read.answers[0].passages)


def test_each_is_quoted_as_it_stands(read):
    for answer in read.answers:
        for each in answer.passages:
            sentence = each.sentence
            assert read.document.text[sentence.start : sentence.end] == sentence.text


def test_it_says_why(read):
    first = read.answers[0].passages[0]
    (start, end, weight), *_ = first.reason.signs
    assert weight == 2
    assert first.sentence.text[start:end] == "trained thirty nurses and twelve officers"
    assert "nurses" in dict(first.reason.words)


def test_planned_is_told_from_done(read):
    stances = {each.sentence.text[:8]: each.stance.value for each in read.answers[0].passages}
    assert stances["Last yea"] == "done"
    assert stances["We will "] == "planned"


def test_the_same_each_time_and_alone_or_among_others(read, scorer):
    find_passages(read_text(b"Other nurses. Other officers in training courses.", "o.txt"), scorer)
    assert find_passages(read.document, Scorer(QUESTIONS)) == read


def test_nothing_found_is_an_answer(scorer):
    nothing = find_passages(read_text(b"Rain fell on the hills all of last week.", "o.txt"), scorer)
    assert [answer.passages for answer in nothing.answers] == [(), ()]


def test_a_language_that_is_not_covered_is_named(scorer):
    german = "Die Schulung der Beamten ist nicht geplant, und das Geld reicht für ein Jahr."
    assert find_passages(read_text(german.encode(), "o.txt"), scorer).not_covered == ("de",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Forty officers were trained in March.", "done"),
        ("Officers will be trained in March.", "planned"),
        ("No officers were trained, and none of the posts is filled.", "denied"),
        ("Officers should be trained where possible.", "vague"),
        ("Aucun agent n’a été formé.", "denied"),
        ("Les agents seront formés en mars.", "planned"),
        ("Se capacitaron 40 agentes en marzo.", "done"),
        ("No se ha capacitado a los agentes.", "denied"),
        ("Training of officers.", "vague"),
    ],
)
def test_how_a_sentence_speaks(text, told):
    assert stance(text).value == told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The officers were trained in the capital and in two towns.", "en"),
        ("Les agents ont été formés dans la capitale et dans deux villes.", "fr"),
        ("Los agentes fueron capacitados en la capital y en dos ciudades.", "es"),
        ("تم تدريب الضباط في العاصمة", "ar"),
        ("40,000", ""),
    ],
)
def test_languages_are_told(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two? Three!", ["One.", "Two?", "Three!"]),
        (
            "See fig. 3 and Dr. Amin, e.g. there. Next.",
            ["See fig. 3 and Dr. Amin, e.g. there.", "Next."],
        ),
        ("It rose by 3.5 per cent. Then it fell.", ["It rose by 3.5 per cent.", "Then it fell."]),
        ("1. First item. 2. Second", ["1. First item.", "2. Second"]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("", []),
    ],
)
def test_sentences(text, sentences):
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@given(st.text(max_size=400))
def test_sentences_lie_one_after_another_and_lose_nothing(text):
    spans = list(sentence_spans(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())


def test_a_pattern_is_parted_at_its_gaps_outside_of_brackets():
    assert split_at(r"a(?:b|c.*d)|e.*f[|]\|g", "|") == ["a(?:b|c.*d)", r"e.*f[|]\|g"]
    assert split_at(r"a.*(?:b.*c)", ".*") == ["a", "(?:b.*c)"]


def test_signs_are_whole_words_in_their_order():
    signs = Signs([r"train\p{L}*.*police", "for(?:mé|mée)s?", "station"])
    assert list(signs.in_sentence("They trained the police; stations were built.")) == [0]
    assert list(signs.in_sentence("Police were trained.")) == []
    assert list(signs.in_sentence("Ils sont formés.")) == [1]
