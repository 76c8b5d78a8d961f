"""The appraiser's stopwatch: twenty questions on forty pages, in at most ninety strokes and clicks.

A scripted reader begins on the start page and ends by handing in. Everything they press or click is
counted, on every page; what they would write into comments is theirs, and not counted.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import typst
from django.utils import timezone

from tests.web.appraisals.conftest import APPLICANT, CALL, read_here
from tests.web.browser.looking import violations
from trueline.passages import uploads
from trueline.reports.passages import toolkit_questions
from trueline.web.appraisals.actions import applying, assigning, calling
from trueline.web.appraisals.models import Answer, Mark, ProposalFile, Reading
from trueline.web.library.edition import toolkit_in_use
from trueline.web.tasks.worker import Worker

QUESTIONS, PAGES, MOST = 20, 40, 90
SCRIPT = ("a1s", "aja1s", "a25s", "r36s", "a1s", "a28s")
"""What the reader presses at a question, in turn: take the first passage or also the second, or refuse it;
answer; name a remedy where there is a gap; save, which leads on."""


@pytest.fixture
def long_proposal(tmp_path) -> bytes:
    """Forty pages on what the toolkit asks, in sentences that our own pack gives as examples."""
    known = toolkit_questions(toolkit_in_use()).questions
    texts = [example for each in known for example in each.examples]
    pages = [[texts[(page * 9 + n) % len(texts)] for n in range(9)] for page in range(PAGES)]
    (tmp_path / "pages.json").write_text(json.dumps(pages))
    source = """#for (number, page) in json("pages.json").enumerate() [
      #if number > 0 { pagebreak() }
      = Part #(number + 1)
      #for paragraph in page { par(paragraph) }
    ]"""
    path = tmp_path / "proposal.typ"
    path.write_text(source)
    return bytes(typst.compile(path))


def test_twenty_questions_take_at_most_ninety_strokes_and_clicks(
    visit, cast, monkeypatch, long_proposal
):
    monkeypatch.setattr(uploads, "read_in_sandbox", read_here)
    proposal = _handed_in(cast, long_proposal)
    assert ProposalFile.objects.get().pages == PAGES
    page = visit("owner", "/")
    counted = Counted(page)
    counted.click(page.get_by_role("link", name=proposal.receipt))
    counted.click(page.get_by_label("No, there is none"))
    counted.click(page.get_by_role("button", name="Declare"))
    counted.click(page.get_by_role("link", name="Read it"))
    counted.click(page.locator(".asked a").first)
    for number in range(QUESTIONS):
        page.locator("p.kind", has_text=f"Question {number + 1} of {QUESTIONS}").wait_for()
        if number == 0:
            assert violations(page) == []
        for key in SCRIPT[number % len(SCRIPT)]:
            counted.press(key)
    counted.click(page.get_by_role("button", name="Hand in"))
    page.get_by_text("it no longer changes").wait_for()

    reading = Reading.objects.get()
    assert reading.submitted
    said = dict(Answer.objects.values_list("question__position", "verdict"))
    assert len(said) == QUESTIONS
    remedies = Answer.objects.exclude(remedy="").order_by("question__position")
    assert list(remedies.values_list("remedy", flat=True)[:3]) == ["modify", "add", "reconsider"]
    assert Mark.objects.filter(kind="accepted").count() >= QUESTIONS * 2 // 3
    assert Mark.objects.filter(kind="rejected").exists()
    assert counted.number == counted.seen_by_the_page()
    assert counted.number <= MOST


def _handed_in(cast: Any, data: bytes) -> Any:
    round = calling.begin(
        cast.organisation, {**CALL, "deadline": timezone.now() + timedelta(days=9)}, by=cast.owner
    )
    keys = [each.id for each in toolkit_in_use().questions()]
    calling.choose_questions(round, keys[:: len(keys) // QUESTIONS][:QUESTIONS], [], by=cast.owner)
    calling.open_call(round, by=cast.owner)
    calling.name_assessors(round, [cast.owner], by=cast.owner)
    round.refresh_from_db()
    made, _secret = applying.hand_in(round, APPLICANT, by=None, file=("proposal.pdf", data))
    worker = Worker(pause=0)
    while worker.once():
        pass
    assigning.assign(made, round.assessors.get(), by=cast.owner)
    return made


class Counted:
    """Presses and clicks as a person does, and counts; so does each page, by the events that it gets."""

    def __init__(self, page: Any) -> None:
        self.page, self.number = page, 0
        listens = """for (const name of ["keydown", "mousedown"]) addEventListener(name, (event) => {
            if (event.isTrusted) sessionStorage.counted = Number(sessionStorage.counted ?? 0) + 1;
        }, true);"""
        page.add_init_script(listens)
        page.reload()

    def press(self, key: str) -> None:
        self._counts(lambda: self.page.keyboard.press(key))

    def click(self, place: Any) -> None:
        self._counts(place.click)

    def seen_by_the_page(self) -> int:
        return int(self.page.evaluate("sessionStorage.counted"))

    def _counts(self, act: Callable[[], object]) -> None:
        act()
        self.number += 1
