"""A design among the proposals: its review beside the questions, and what assessors make of it."""

from __future__ import annotations

import re

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.appraisals.conftest import ANSWER, Appraisal
from trueline.design import load_design
from trueline.web.appraisals.actions import applying
from trueline.web.appraisals.actions import reading as actions
from trueline.web.appraisals.findings import reviewed_in
from trueline.web.appraisals.models import Opinion, Reading
from trueline.web.appraisals.passages import files_of
from trueline.web.archives.person import person_as_data
from trueline.web.documents.actions import submitting

pytestmark = pytest.mark.either_database
DESIGN = "examples/awareness-nepal-gulf.yaml"
WAIVED = "foundations.displacement-not-watched"


@pytest.fixture
def appraised(appraisal, keep, work, pytestconfig):
    """An appraisal of a design whose designers set a note on displacement aside."""
    record = keep(load_design(pytestconfig.rootpath / DESIGN).document)
    submission = submitting.submit(record, by=appraisal.cast.editor, name="Full proposal")
    values = {"title": "A design", "applicant": "A", "contact": "B", "email": "", "time_zone": ""}
    made, secret = work(
        lambda: applying.hand_in(
            appraisal.round, values, by=appraisal.cast.editor, submission=submission
        )
    )
    return Appraisal(appraisal.cast, appraisal.round, made, secret, appraisal.expert)


def _reads(appraised, name):
    """A reader who declared, and the address of the question on displacement."""
    appraised.assign(name)
    appraised.declare(name)
    question = appraised.round.questions.get(key="foundations.displacement")
    return appraised.client(name), appraised.url("read", question.pk)


def _waived(appraised):
    return next(each for each in reviewed_in(files_of(appraised.proposal)) if each.rule == WAIVED)


def test_a_waiver_stands_beside_its_question_with_the_designers_reason(appraised):
    client, address = _reads(appraised, "expert")
    page = client.get(address).content.decode()
    waived = _waived(appraised)
    assert "Set aside by the designers:" in page
    assert waived.waiver_reason[:40] in page
    assert waived.name in page
    other = appraised.round.questions.get(key="awareness.target-group")
    assert waived.name not in client.get(appraised.url("read", other.pk)).content.decode()


def test_what_is_refused_needs_a_reason_and_is_taken_back(appraised):
    client, address = _reads(appraised, "expert")
    name = _waived(appraised).name
    silent = client.post(address, {"verdict": "partly", name: "refused"})
    assert silent.status_code == 422
    assert "Say why you do not accept the designers’ reason." in silent.content.decode()
    assert not Opinion.objects.exists()
    client.post(address, {"verdict": "partly", name: "refused", f"{name}-why": "No date"})
    kept = Opinion.objects.get()
    assert (kept.rule, kept.kind, kept.reason) == (WAIVED, "refused", "No date")
    assert kept.waiver_reason == _waived(appraised).waiver_reason
    shown = client.get(address).content.decode()
    assert re.search(r'value="refused"[^>]*checked', shown)
    assert "No date" in shown
    client.post(address, {"verdict": "partly", name: "", f"{name}-why": "No date"})
    assert not Opinion.objects.exists()


def test_a_waiver_can_not_be_said_to_hold(appraised):
    client, address = _reads(appraised, "expert")
    refused = client.post(address, {"verdict": "partly", _waived(appraised).name: "holds"})
    assert refused.status_code == 422
    reading, one = Reading.objects.get(), _waived(appraised)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.opine(reading, [actions.FindingOpinion(one, "holds")])
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.opine(reading, [actions.FindingOpinion(one, "refused")])


def test_notes_on_no_question_of_the_round_have_a_page_of_their_own(appraised):
    client, _address = _reads(appraised, "expert")
    here = appraised.url("findings")
    page = client.get(here).content.decode()
    assert _waived(appraised).name not in page
    (name, *others) = dict.fromkeys(re.findall(r"finding-\d+-[0-9a-f]{12}", page))
    assert others
    assert client.post(here, {name: "fails"}).status_code == 422
    client.post(here, {name: "fails", f"{name}-why": "It is said on page 4"})
    assert Opinion.objects.get().reason == "It is said on page 4"
    overview = " ".join(client.get(appraised.url("overview")).content.decode().split())
    assert f"you commented on 1 of {len(others) + 1}" in overview


def test_opinions_open_with_the_panel_and_show_where_they_differ(appraised):
    """Nobody learns of another's before all have handed in; then they stand side by side."""
    mine, address = _reads(appraised, "expert")
    before = mine.get(address).content
    one = _waived(appraised)
    reading = appraised.assign("editor")
    appraised.declare("editor")
    for question in appraised.round.questions.all():
        refused = [actions.FindingOpinion(one, "refused", "Quetzal reason")]
        actions.answer(reading, question, ANSWER, [], refused)
    actions.hand_in(reading, by=appraised.user("editor"))
    assert _plain(mine.get(address).content) == _plain(before)
    assert mine.get(appraised.url("panel")).status_code == 404
    assert "Quetzal" not in str(person_as_data(appraised.expert))

    mine.post(address, {"verdict": "addressed", one.name: "accepted"})
    mine_too = Reading.objects.get(assessor__user=appraised.expert)
    for question in appraised.round.questions.all():
        actions.answer(mine_too, question, ANSWER, [])
    actions.hand_in(mine_too, by=appraised.expert)
    question = appraised.round.questions.get(key="foundations.displacement")
    for url in (appraised.url("panel"), appraised.url("panel-question", question.pk)):
        page = " ".join(mine.get(url).content.decode().split())
        assert "Quetzal reason" in page
        assert "Expert Person</bdi>: Accepted" in page
        assert "Assessors differ" in page
    other = appraised.round.questions.get(key="awareness.target-group")
    assert b"Quetzal" not in mine.get(appraised.url("panel-question", other.pk)).content
    assert "Quetzal reason" in str(person_as_data(appraised.user("editor")))


def _plain(page):
    return [line for line in page.splitlines() if b"csrfmiddlewaretoken" not in line]


def test_a_finding_that_the_review_no_longer_has_stays_in_the_record(appraised):
    reading = appraised.assign("expert")
    appraised.declare("expert")
    for question in appraised.round.questions.all():
        refused = [actions.FindingOpinion(_waived(appraised), "refused", "No date")]
        actions.answer(reading, question, ANSWER, [], refused)
    actions.hand_in(reading, by=appraised.expert)
    Opinion.objects.update(rule="foundations.of-an-older-edition")
    page = appraised.client("expert").get(appraised.url("panel")).content.decode()
    assert "No date" in page


def test_of_a_document_there_is_no_review(appraisal):
    client, address = _reads(appraisal, "expert")
    assert "The review of the design:" not in client.get(address).content.decode()
    assert reverse("appraisals:findings", args=[appraisal.proposal.pk]) not in (
        client.get(appraisal.url("overview")).content.decode()
    )
