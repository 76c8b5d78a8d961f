"""Proposals beside one another: what a cell says, sorting, and a score only where the funder defined one."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import ANSWER, APPLICANT, CALL
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.models import Mark, Reading, Round, RoundQuestion
from trueline.web.appraisals.outcomes import Outcome
from trueline.web.appraisals.score import score

ABSENT = {**ANSWER, "verdict": "absent", "remedy": "reconsider", "reason": "No word of it"}
PARTLY = {**ANSWER, "verdict": "partly", "remedy": "add"}
NOT_RELEVANT = {**ANSWER, "verdict": "not-relevant", "reason": "No children here"}
POINTS = {"points_addressed": "2", "points_partly": "1", "points_absent": "0"}


@pytest.fixture
def prepared(cast):
    """A round in preparation with three questions."""
    values = {**CALL, "deadline": timezone.now() + timedelta(days=9)}
    round = calling.begin(cast.organisation, values, by=cast.owner)
    calling.choose_questions(round, [], ["Who gains?", "Who pays?", "Who leaves?"], by=cast.owner)
    return round


@pytest.fixture
def opened(cast, prepared):
    """Opens the round, and has proposals read by the owner."""

    def done(**answers):
        calling.open_call(prepared, by=cast.owner)
        calling.name_assessors(prepared, [cast.owner], by=cast.owner)
        round = Round.objects.get()
        for title, given in answers.items():
            _read(cast, round, title, given)
        return round

    return done


def _read(cast, round, title, given):
    made, _secret = applying.hand_in(
        round, {**APPLICANT, "title": title}, by=None, file=("a.md", b"We ask whoever pays.")
    )
    assigning.assign(made, round.assessors.get(), by=cast.owner)
    assigning.declare(made, conflict="", words="", suggested=[], by=cast.owner)
    reading, file = Reading.objects.get(proposal=made), made.files.get()
    mark = reading_actions.PassageMark(file, Mark.Kind.OWN, 0, 6, 1, "We ask")
    for question, said in zip(round.questions.all(), given, strict=True):
        reading_actions.answer(reading, question, said, [mark] if said is ABSENT else [])
    reading_actions.hand_in(reading, by=cast.owner)


def _page(cast, round, **query):
    page = cast.client("owner").get(reverse("appraisals:matrix", args=[round.pk]), query)
    return page.content.decode()


def _titles(page):
    return re.findall(r'<th scope="row"><a [^>]*>(\w+)</a>', page)


def test_rows_sort_by_a_question_or_by_a_remedy(cast, opened):
    round = opened(
        Alpha=(ANSWER, PARTLY, PARTLY),
        Beta=(ABSENT, ANSWER, ANSWER),
        Gamma=(PARTLY, ABSENT, ABSENT),
    )
    first = round.questions.first()
    assert _titles(_page(cast, round)) == ["Alpha", "Beta", "Gamma"]
    assert _titles(_page(cast, round, by=first.pk)) == ["Beta", "Gamma", "Alpha"]
    assert _titles(_page(cast, round, by="reconsider")) == ["Gamma", "Beta", "Alpha"]
    assert _titles(_page(cast, round, by="add")) == ["Alpha", "Gamma", "Beta"]
    for nonsense in ("score", "x", "9" * 40, "<b>"):
        assert _titles(_page(cast, round, by=nonsense)) == ["Alpha", "Beta", "Gamma"]
    assert 'aria-sort="descending"' in _page(cast, round, by="add")


def test_a_cell_says_why_with_a_passage(cast, opened):
    page = _page(cast, opened(Alpha=(ABSENT, ANSWER, NOT_RELEVANT)))
    cards = re.findall(r'<div popover[^>]*id="([^"]+)"[^>]*>(.*?)</div>', page, flags=re.S)
    assert len(cards) == 3
    assert all(f'popovertarget="{name}"' in page for name, _text in cards)
    assert "No word of it" in cards[0][1]
    assert '<blockquote dir="auto">We ask</blockquote>' in cards[0][1]
    assert "No passage was accepted" in cards[1][1]
    assert "No children here" in cards[2][1]


def test_many_questions_stand_a_few_at_a_time(cast, prepared, opened):
    calling.choose_questions(prepared, [], [f"Question {n}?" for n in range(20)], by=cast.owner)
    round = opened(Alpha=(ANSWER,) * 20)
    assert _page(cast, round).count("<div popover") == 8
    assert _page(cast, round, **{"from": "2"}).count("<div popover") == 4
    assert _page(cast, round, **{"from": "99"}).count("<div popover") == 4


def test_the_matrix_asks_the_same_of_the_database_however_many_there_are(cast, opened):
    round = opened(P0=(ANSWER, PARTLY, ABSENT))
    client, here = cast.client("owner"), reverse("appraisals:matrix", args=[round.pk])
    client.get(here)
    with CaptureQueriesContext(connection) as one:
        client.get(here)
    for number in range(1, 6):
        _read(cast, round, f"P{number}", (ANSWER, PARTLY, ABSENT))
    with CaptureQueriesContext(connection) as many:
        assert len(_titles(client.get(here).content.decode())) == 6
    assert len(many) == len(one)


def test_there_is_no_score_unless_the_funder_defined_one(cast, opened):
    round = opened(Alpha=(ABSENT, ANSWER, ANSWER))
    page = _page(cast, round)
    assert "There is no total and no ranking" in page
    assert "score" not in page.lower()
    call = cast.client("owner").get(reverse("appraisals:call", args=[round.pk])).content.decode()
    assert "How the score is calculated" not in call


def _define(cast, round, *weights, **points):
    named = {
        f"weight-{question.pk}": weight
        for question, weight in zip(round.questions.all(), weights, strict=True)
    }
    return cast.client("owner").post(
        reverse("appraisals:score", args=[round.pk]), {**POINTS, **named, **points}
    )


def test_a_defined_score_is_reckoned_by_its_formula_and_shown_with_it(cast, prepared, opened):
    assert _define(cast, prepared, "3", "1", "").status_code == 302
    round = opened(
        Alpha=(ABSENT, ANSWER, ABSENT), Beta=(PARTLY, NOT_RELEVANT, ABSENT), Gamma=(ANSWER,) * 3
    )
    page = " ".join(_page(cast, round, by="score").split())
    assert _titles(page) == ["Gamma", "Beta", "Alpha"]
    assert re.findall(r'data-label="Your score">([^<]*)<', page) == ["2", "1", "0.5"]
    assert "Who gains? × 3; Who pays? × 1" in page
    assert "Addressed 2, Partly addressed 1, Not addressed 0" in page
    call = cast.client("owner").get(reverse("appraisals:call", args=[round.pk])).content.decode()
    assert "Who gains? × 3" in call  # applicants read by what they are scored


@pytest.mark.parametrize(
    ("weights", "points", "says"),
    [
        (("3", "", ""), {"points_absent": ""}, "what each of the three is worth"),
        (("", "", ""), {}, "at least one question a weight"),
        (("-1", "", ""), {}, "Write a number above 0"),
        (("0", "1", ""), {}, "Write a number above 0"),
        (("1", "", ""), {"points_partly": "-2"}, "Write a number from 0"),
    ],
)
def test_half_a_formula_is_none(cast, prepared, weights, points, says):
    answer = _define(cast, prepared, *weights, **points)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Round.objects.get().points_addressed is None


def test_a_score_is_fixed_once_the_call_is_open_and_can_be_taken_out_before(cast, prepared, opened):
    _define(cast, prepared, "3", "1", "")
    empty = dict.fromkeys(POINTS, "")
    _define(cast, prepared, "", "", "", **empty)
    assert Round.objects.get().points_addressed is None
    assert not RoundQuestion.objects.exclude(weight=None).exists()
    opened()
    assert _define(cast, prepared, "3", "1", "").status_code == 409
    assert Round.objects.get().points_addressed is None


def test_choosing_questions_again_keeps_their_weights(cast, prepared):
    _define(cast, prepared, "3", "1", "")
    calling.choose_questions(prepared, [], ["Who pays?", "Who gains?"], by=cast.owner)
    assert [each.weight for each in prepared.questions.all()] == [Decimal(1), Decimal(3)]


def test_missing_not_relevant_and_zero_are_three_results():
    round = Round(points_addressed=2, points_partly=1, points_absent=0)
    asked = [RoundQuestion(pk=n, text=str(n), weight=Decimal(1)) for n in (1, 2)]
    no, away = Outcome("absent"), Outcome("not-relevant")
    assert score(round, asked, {1: no, 2: no}).value == 0
    assert score(round, asked, {1: no, 2: away}).value == 0
    assert (score(round, asked, {1: no}).value, score(round, asked, {1: no}).open) == (None, 1)
    assert (score(round, asked, {1: away, 2: away}).value, score(round, asked, {}).open) == (
        None,
        2,
    )
    assert "is relevant" in score(round, asked, {1: away, 2: away}).text


def test_the_database_holds_no_half_formula_nor_empty_weight(cast, prepared):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.update(points_partly=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoundQuestion.objects.update(weight=0)
