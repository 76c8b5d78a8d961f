"""Answers to questions of the toolkit: given, changed, and given by two at once."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.web.workspace.small import SMALL, at, now, seen
from trueline.web.documents.actions import editing as edits


@pytest.fixture
def record(keep):
    return keep(SMALL)


def test_answering_offers_what_the_toolkit_would_do_next(cast, record):
    client = cast.client("editor")
    url = at("workspace:answer", record, question="justice.mentoring", item="t1")
    response = client.post(url, {"stance": "not-known", "text": "We will ask"}, follow=True)
    page = response.content.decode()
    (answer,) = now(record).answers
    assert (answer.question, answer.activity, answer.stance) == (
        "justice.mentoring",
        "t1",
        "not-known",
    )
    offer = unescape(re.search(r'href="([^"]+to=next_steps[^"]*)"', page)[1])
    form = client.get(offer).content.decode()
    assert "</textarea>" in form
    step = unescape(re.search(r'<textarea name="step"[^>]*>([^<]+)', form)[1]).strip()
    assert client.post(offer, {"step": step, "remedy": "generate"}).status_code == 302
    assert now(record).next_steps[0].step == step


def test_not_relevant_asks_for_a_reason(cast, record):
    url = at("workspace:answer", record, question="justice.mentoring", item="t1")
    response = cast.client("editor").post(url, {"stance": "not-relevant", "text": " "})
    assert response.status_code == 422
    assert now(record).answers == ()


def test_an_answer_can_be_changed(cast, record):
    client, url = (
        cast.client("editor"),
        at("workspace:answer", record, question="mapping.trafficking-pattern"),
    )
    client.post(url, {"stance": "partly", "text": "One"})
    client.post(url, {"stance": "addressed", "text": "Two"})
    (answer,) = now(record).answers
    assert (answer.stance, answer.text) == ("addressed", "Two")


def test_an_answer_that_somebody_else_gave_meanwhile_is_not_written_over(cast, record):
    url = at("workspace:answer", record, question="mapping.trafficking-pattern")
    mine, theirs = cast.client("editor"), cast.client("owner")
    opened = seen(mine.get(url).content.decode())
    theirs.post(url, {"stance": "partly", "text": "Their words", "seen": opened})
    met = mine.post(url, {"stance": "addressed", "text": "My words", "seen": opened})
    page = met.content.decode()
    assert met.status_code == 409
    assert all(said in page for said in ("Their words", "My words", "Owner Person"))
    assert now(record).answers[0].text == "Their words"
    again = {"stance": "addressed", "text": "My words", "seen": seen(page)}
    assert mine.post(url, again).status_code == 302
    assert now(record).answers[0].text == "My words"


def test_what_is_written_for_a_place_removed_meanwhile_is_shown_to_be_kept(cast, record):
    url = at("workspace:add", record, to="behaviours[b1].barriers")
    edits.remove(record, by=cast.owner, address="behaviours[b1]", seen=None)
    response = cast.client("editor").post(url, {"statement": "They fear for their jobs"})
    assert response.status_code == 409
    assert "They fear for their jobs" in response.content.decode()


@pytest.mark.parametrize(
    "query", [{"question": "none.such"}, {}, {"question": "justice.mentoring", "item": "none"}]
)
def test_a_question_that_is_not_there(cast, record, query):
    assert cast.client("editor").get(at("workspace:answer", record, **query)).status_code == 404
