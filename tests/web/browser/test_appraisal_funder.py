"""What a funder compares and learns, in a browser: with the pointer, by keyboard alone, on a phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web.appraisals.conftest import ANSWER, APPLICANT, CALL
from tests.web.browser.looking import fits, violations
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.models import Mark, Reading, Round

TITLES = ("Villages that ask", "Safe harbours", "A list of brokers", "Courts that listen", "Kilns")
ABSENT = {**ANSWER, "verdict": "absent", "remedy": "reconsider", "reason": "No word of it"}
PARTLY = {**ANSWER, "verdict": "partly", "remedy": "add", "reason": "Only for the first year"}
KEYS = ["awareness.target-group", "foundations.displacement", "justice.mentoring"]


@pytest.fixture
def compared(cast):
    """A round with a score, of which the owner has read five proposals."""
    values = {**CALL, "deadline": timezone.now() + timedelta(days=9)}
    round = calling.begin(cast.organisation, values, by=cast.owner)
    calling.choose_questions(round, KEYS, ["Who consents?"], by=cast.owner)
    points = {"points_addressed": 2, "points_partly": 1, "points_absent": 0}
    weights = {round.questions.first().pk: 3, round.questions.last().pk: 1}
    calling.define_score(round, points, weights, by=cast.owner)
    calling.open_call(round, by=cast.owner)
    calling.name_assessors(round, [cast.owner], by=cast.owner)
    round = Round.objects.get()
    for number, title in enumerate(TITLES):
        _read(cast, round, title, [ABSENT, PARTLY, ANSWER], number)
    return round


def _read(cast, round, title, said, number):
    named = {**APPLICANT, "title": title, "applicant": f"Open Doors {number}"}
    made, _secret = applying.hand_in(
        round, named, by=None, file=("a.md", b"We ask whoever pays for the journey.")
    )
    assigning.assign(made, round.assessors.get(), by=cast.owner)
    assigning.declare(made, conflict="", words="", suggested=[], by=cast.owner)
    reading, file = Reading.objects.get(proposal=made), made.files.get()
    mark = reading_actions.PassageMark(file, Mark.Kind.OWN, 0, 22, 1, "We ask whoever pays fo")
    for place, question in enumerate(round.questions.all()):
        answer = said[(place + number) % 3]
        reading_actions.answer(reading, question, answer, [mark] if answer is not ANSWER else [])
    reading_actions.hand_in(reading, by=cast.owner)


def test_a_cell_says_why_by_pointer_by_key_and_by_press(visit, compared):
    page = visit("owner", f"/rounds/{compared.pk}/matrix/")
    first, second = page.locator(".peek").nth(0), page.locator(".peek").nth(1)
    card = page.locator(".why").nth(0)
    first.hover()
    card.get_by_text("No word of it").wait_for()
    card.hover()  # it stays while one goes to read it
    page.wait_for_timeout(300)
    assert card.is_visible()
    page.mouse.move(2, 2)
    card.wait_for(state="hidden")
    first.focus()
    page.keyboard.press("Tab")
    page.locator(".why").nth(1).get_by_text("Only for the first year").wait_for()
    page.keyboard.press("Escape")
    page.locator(".why").nth(1).wait_for(state="hidden")
    second.press("Enter")
    page.mouse.move(2, 2)
    page.wait_for_timeout(300)
    assert page.locator(".why").nth(1).is_visible()
    assert violations(page) == []
    assert fits(page)


def test_sorting_and_learning_fit_a_phone(visit, compared):
    window = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}
    page = visit("owner", f"/rounds/{compared.pk}/matrix/?by=score", **window)
    assert page.locator("tbody tr").count() == len(TITLES)
    assert violations(page) == []
    assert fits(page)
    calling.finish(Round.objects.get(), by=compared.created_by)
    page.goto(f"/organisations/{compared.organisation_id}/rounds/learning/")
    page.get_by_role("button", name="Learning note as PDF").wait_for()
    assert violations(page) == []
    assert fits(page)
