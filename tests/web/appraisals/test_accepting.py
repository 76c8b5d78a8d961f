"""Conditions become next steps of the applicant's design: by the applicant, and never otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import APPLICANT
from trueline.document import element_address, set_field
from trueline.web.appraisals.actions import applying, assigning, calling, deciding
from trueline.web.appraisals.actions import reading as reading_actions
from trueline.web.appraisals.models import Condition, Decision, Proposal, Reading
from trueline.web.documents.actions import submitting
from trueline.web.documents.actions.editing import save_fields
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.store import create, document_of

pytestmark = pytest.mark.either_database


@pytest.fixture
def design(cast, golden) -> DocumentRecord:
    """The applicant's design, without next steps."""
    document = set_field(set_field(golden, "next_steps", ()), "title", "Villages that ask")
    return create(by=cast.outsider, organisation=cast.elsewhere, document=document, origin="blank")


@pytest.fixture
def sent(cast, call, design, work):
    """It is handed in by its editor, and there is a link to it."""
    submission = submitting.submit(design, by=cast.outsider, name="Full")
    return work(lambda: applying.hand_in(call, APPLICANT, by=cast.outsider, submission=submission))


@pytest.fixture
def decided(cast, sent) -> Proposal:
    proposal, _secret = sent
    said = {"outcome": "conditions", "reason": "Good", "letter": "Dear Ana"}
    decision = deciding.decide(proposal, **said, by=cast.owner)
    due = timezone.localdate() + timedelta(days=20)
    for text, day in (("Add a baseline", due), ("Name who consents", None)):
        deciding.set_condition(decision, text, day, by=cast.owner)
    deciding.issue(decision, by=cast.owner)
    return Proposal.objects.get(pk=proposal.pk)


def _steps(design):
    return document_of(DocumentRecord.objects.get(pk=design.pk)).next_steps


def _own(proposal):
    return reverse("appraisals:own-application", args=[proposal.pk])


def test_by_acceptance_they_stand_in_the_design_with_their_days(cast, decided, design):
    assert _steps(design) == ()  # issued, and nothing is written behind anybody's back
    applicant = cast.client("outsider")
    assert "will be added to" in applicant.get(_own(decided)).content.decode()
    applicant.post(_own(decided), {"act": "accept"})
    steps = _steps(design)
    assert [each.step.partition(" (")[0] for each in steps] == [
        "Add a baseline",
        "Name who consents",
    ]
    assert [each.due for each in steps] == [timezone.localdate() + timedelta(days=20), None]
    assert all("Safe Paths" in each.step and decided.receipt in each.step for each in steps)
    overview = applicant.get(reverse("documents:overview", args=[design.pk])).content.decode()
    assert "Add a baseline" in overview
    assert "Add a baseline" in applicant.get(reverse("home")).content.decode()
    assert design.revisions.order_by("-number").first().author == cast.outsider
    assert Decision.objects.get().accepted_by == cast.outsider


def test_each_is_written_once(cast, decided, design):
    applicant = cast.client("outsider")
    for _turn in range(2):
        applicant.post(_own(decided), {"act": "accept"})
    assert len(_steps(design)) == 2
    assert "Accept the conditions" not in applicant.get(_own(decided)).content.decode()


def test_by_the_link_alone_they_are_accepted_and_nothing_is_written(cast, sent, decided, design):
    """Whoever may write the design does it later, signed in."""
    page = reverse("appraisals:application", args=[sent[1]])
    stranger = Client()
    stranger.post(page, {"act": "accept"})
    assert Decision.objects.get().accepted
    assert _steps(design) == ()
    cast.outsider.memberships.update(role="reader")
    cast.client("outsider").post(_own(decided), {"act": "accept"})
    assert _steps(design) == ()
    cast.outsider.memberships.update(role="editor")
    applicant = cast.client("outsider")
    assert "Add them as next steps" in applicant.get(_own(decided)).content.decode()
    applicant.post(_own(decided), {"act": "accept"})
    assert len(_steps(design)) == 2


def test_an_archived_or_deleted_design_is_left_alone(cast, decided, design):
    DocumentRecord.objects.filter(pk=design.pk).update(archived=timezone.now())
    cast.client("outsider").post(_own(decided), {"act": "accept"})
    assert Decision.objects.get().accepted
    assert _steps(design) == ()
    DocumentRecord.objects.get(pk=design.pk).delete()
    assert cast.client("outsider").get(_own(decided)).status_code == 200


def test_what_becomes_of_a_step_is_for_the_applicant_alone(cast, decided, design):
    cast.client("outsider").post(_own(decided), {"act": "accept"})
    owner, decide = cast.client("owner"), reverse("appraisals:decide", args=[decided.pk])
    _be_read(cast, decided)
    before = _lines(owner.get(decide))
    assert any("accepted them on" in line for line in before)
    first = _steps(design)[0]
    record = DocumentRecord.objects.get(pk=design.pk)
    at = element_address("", "next_steps", first)
    save_fields(record, by=cast.outsider, address=at, values={"done": True}, seen=None)
    assert _lines(owner.get(decide)) == before
    shown = cast.client("outsider").get(_own(decided)).content.decode()
    assert shown.count("marked there as done") == 1


def _be_read(cast, proposal):
    calling.name_assessors(proposal.round, [cast.owner], by=cast.owner)
    assigning.assign(proposal, proposal.round.assessors.get(), by=cast.owner)
    assigning.declare(proposal, conflict="", words="", suggested=[], by=cast.owner)
    reading, empty = Reading.objects.get(), dict.fromkeys(("remedy", "reason"), "")
    for question in proposal.round.questions.all():
        said = {"verdict": "addressed", "to_panel": "", "to_applicant": "", **empty}
        reading_actions.answer(reading, question, said, [])
    reading_actions.hand_in(reading, by=cast.owner)


def _lines(answer):
    assert answer.status_code == 200
    lines = answer.content.decode().splitlines()
    return [each for each in lines if "csrfmiddlewaretoken" not in each]


def test_nothing_is_accepted_before_the_letter_is_issued_nor_without_conditions(cast, sent):
    proposal, secret = sent
    page = reverse("appraisals:application", args=[secret])
    assert Client().post(page, {"act": "accept"}).status_code == 404
    said = {"outcome": "conditions", "reason": "Good", "letter": "Dear Ana"}
    decision = deciding.decide(proposal, **said, by=cast.owner)
    deciding.set_condition(decision, "Add a baseline", None, by=cast.owner)
    assert Client().post(page, {"act": "accept"}).status_code == 404
    Condition.objects.all().delete()
    deciding.issue(decision, by=cast.owner)
    assert Client().post(page, {"act": "accept"}).status_code == 404
    assert Decision.objects.get().accepted is None


def test_they_stand_there_in_the_language_of_the_design(cast, decided, design):
    save_fields(design, by=cast.outsider, address="", values={"language": "fr"}, seen=None)
    cast.client("outsider").post(_own(decided), {"act": "accept"}, HTTP_ACCEPT_LANGUAGE="en")
    assert "(condition de " in _steps(design)[0].step


def test_a_condition_that_was_taken_out_comes_back_by_the_button_of_its_message(cast, sent):
    """Once, for who took it out, and not once the letter is issued."""
    proposal, _secret = sent
    _be_read(cast, proposal)
    decision = deciding.decide(
        proposal, outcome="conditions", reason="Good", letter="Dear Ana", by=cast.owner
    )
    due = timezone.localdate() + timedelta(days=20)
    condition = deciding.set_condition(decision, "Add a baseline", due, by=cast.owner)
    owner, back = (
        cast.client("owner"),
        reverse("appraisals:put-condition-back", args=[proposal.pk]),
    )
    remove = reverse("appraisals:remove-condition", args=[proposal.pk, condition.pk])
    assert f'action="{back}"' in owner.post(remove, follow=True).content.decode()
    assert not decision.conditions.exists()
    owner.post(back)
    assert decision.conditions.values_list("text", "due").get() == ("Add a baseline", due)
    assert "nothing to undo" in owner.post(back, follow=True).content.decode()
    again = reverse("appraisals:remove-condition", args=[proposal.pk, decision.conditions.get().pk])
    owner.post(again)
    deciding.issue(decision, by=cast.owner)
    assert "stays as it is" in owner.post(back, follow=True).content.decode()
    assert not decision.conditions.exists()
