"""Applicants: deadlines by rule, changes until then, taking back, answers, and what they never see."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from tests.web.appraisals.conftest import APPLICANT
from trueline.document import document_to_json
from trueline.web.appraisals.actions import deciding
from trueline.web.appraisals.actions.applying import hand_in
from trueline.web.appraisals.log import events_in
from trueline.web.appraisals.models import Proposal, Round
from trueline.web.attachments.models import Attachment
from trueline.web.documents.actions import submitting
from trueline.web.documents.store import document_of


def _passed(round: Round, **since: int) -> None:
    Round.objects.filter(pk=round.pk).update(deadline=timezone.now() - timedelta(**since))


def _apply(client, round, **more):
    file = SimpleUploadedFile("work.md", b"Women choose the aims of the programme themselves.")
    return client.post(
        reverse("appraisals:call", args=[round.pk]), {**APPLICANT, "file": file, **more}
    )


def _what(round):
    return [each.detail["what"] for each in events_in(round, hidden=[])]


def test_late_within_the_rule_is_taken_and_marked(call, client):
    _passed(call, hours=23)
    receipt = _apply(client, call)["Location"]
    assert Proposal.objects.get().late
    call.refresh_from_db()
    with override("fr"):
        assert call.state == "Ouvert"
    assert "late" in client.get(receipt).content.decode()
    assert "received late" in _what(call)


def test_later_than_the_rule_is_refused_and_logged(call, client):
    _passed(call, hours=25)
    answer = _apply(client, call)
    assert answer.status_code == 422
    assert "deadline has passed" in answer.content.decode()
    assert not Proposal.objects.exists()
    assert "refused late" in _what(call)


def test_later_with_a_form_that_is_not_complete_is_logged_too(call, client):
    _passed(call, hours=25)
    answer = _apply(client, call, title="", email="nobody")
    assert (answer.status_code, Proposal.objects.exists()) == (422, False)
    assert "deadline has passed" in answer.content.decode()
    assert _what(call).count("refused late") == 1


@pytest.mark.parametrize("act", ["add", "version"])
def test_a_late_change_with_nothing_in_it_is_logged_too(appraisal, client, act):
    _passed(appraisal.round, hours=30)
    before = _what(appraisal.round).count("refused late")
    page = reverse("appraisals:application", args=[appraisal.secret])
    assert "too late" in client.post(page, {"act": act}, follow=True).content.decode()
    assert _what(appraisal.round).count("refused late") == before + 1


def test_what_changes_after_the_deadline_is_late_but_for_what_was_asked_for(appraisal, client):
    page = reverse("appraisals:application", args=[appraisal.secret])
    _passed(appraisal.round, hours=30)
    asked = {
        "question": None,
        "quote": "",
        "text": "Who?",
        "due": timezone.localdate() + timedelta(5),
    }
    deciding.ask(appraisal.proposal, asked, by=appraisal.cast.owner)
    _add(client, page)
    assert (Proposal.objects.get().version, Proposal.objects.get().late) == (2, False)
    appraisal.proposal.clarifications.all().delete()
    _passed(appraisal.round, hours=2)
    _add(client, page)
    assert (Proposal.objects.get().version, Proposal.objects.get().late) == (3, True)


def _add(client, page):
    file = SimpleUploadedFile("more.txt", b"More words of the proposal stand here.")
    client.post(page, {"act": "add", "file": file})


@pytest.mark.parametrize(
    ("hours", "after", "taken"),
    [
        (0, -1, True),
        (0, 1, False),
        (1, 59, True),
        (1, 61, False),
        (24, 1439, True),
        (24, 1441, False),
    ],
)
def test_the_rule_holds_to_the_minute(call, client, hours, after, taken):
    deadline = timezone.now() - timedelta(minutes=after)
    Round.objects.filter(pk=call.pk).update(deadline=deadline, late_hours=hours)
    assert _apply(client, call).status_code == (302 if taken else 422)
    assert Proposal.objects.exists() == taken
    assert ("refused late" in _what(call)) != taken
    if taken:
        assert Proposal.objects.get().late == (after > 0)


def test_deadlines_are_shown_by_the_clocks_of_both(appraisal, client):
    """17:00 in Vienna is midnight in Manila; a day asked for ends at midnight of the funder, which is a
    morning of the applicant."""
    deadline = datetime(2031, 1, 15, 17, tzinfo=ZoneInfo("Europe/Vienna"))
    Round.objects.filter(pk=appraisal.round.pk).update(deadline=deadline)
    asked = {"question": None, "quote": "", "text": "Who?", "due": date(2031, 2, 1)}
    deciding.ask(appraisal.proposal, asked, by=appraisal.cast.owner)
    page = reverse("appraisals:application", args=[appraisal.secret])
    shown = " ".join(client.get(page).content.decode().split())
    for moment in (
        '15 January 2031, 17:00</time> (<span translate="no">Europe/Vienna</span>)',
        "15 January 2031, 16:00 (universal time, UTC)",
        '16 January 2031, 00:00 (<span translate="no">Asia/Manila</span>)',
        '1 February 2031, 23:59 (<span translate="no">Europe/Vienna</span>)',
        '2 February 2031, 06:59 (<span translate="no">Asia/Manila</span>)',
    ):
        assert moment in shown
    owner = " ".join(
        appraisal.client("owner")
        .get(reverse("appraisals:round", args=[appraisal.round.pk]))
        .content.decode()
        .split()
    )
    assert "15 January 2031, 17:00" in owner


def test_bad_files_get_a_sentence(call, client):
    for name, says in (("work.exe", "is of a kind that is not read"), ("", "Choose a document")):
        file = SimpleUploadedFile(name, b"x") if name else ""
        answer = _apply(client, call, file=file)
        assert answer.status_code == 422
        assert says in answer.content.decode()


def test_a_file_is_replaced_until_the_end_and_what_was_replaced_is_gone(appraisal, client):
    page = reverse("appraisals:application", args=[appraisal.secret])
    old = appraisal.proposal.files.get()
    more = SimpleUploadedFile("other.txt", b"The other words of the proposal stand here.")
    client.post(page, {"act": "add", "file": more})
    client.post(page, {"act": "remove", "which": old.pk})
    shown = client.get(page).content.decode()
    assert "other.txt" in shown
    assert "work.md" not in shown
    assert not Attachment.objects.filter(pk=old.attachment_id).exists()
    _passed(appraisal.round, hours=25)
    late = SimpleUploadedFile("late.txt", b"Too late for these words, and they know it.")
    client.post(page, {"act": "add", "file": late})
    assert Proposal.objects.get().version == 3
    assert "late.txt" not in client.get(page).content.decode()


def test_what_somebody_may_have_read_is_kept_when_it_is_taken_away(appraisal, client):
    appraisal.assign("expert")
    old = appraisal.proposal.files.get()
    page = reverse("appraisals:application", args=[appraisal.secret])
    client.post(page, {"act": "remove", "which": old.pk})
    old.refresh_from_db()
    assert old.removed


def test_taking_back_deletes_documents_and_hides_the_proposal(appraisal, client):
    appraisal.declare("owner")
    client.post(reverse("appraisals:application", args=[appraisal.secret]), {"act": "withdraw"})
    assert not Attachment.objects.exists()
    owner = appraisal.client("owner")
    assert owner.get(appraisal.url("proposal")).status_code == 404
    assert "withdrawn" in _what(appraisal.round)


def test_what_is_asked_is_answered_once_and_opens_the_documents_again(appraisal, client):
    appraisal.declare("owner")
    _passed(appraisal.round, hours=25)
    due = (timezone.localdate() + timedelta(days=5)).isoformat()
    question = appraisal.round.questions.first()
    appraisal.client("owner").post(
        appraisal.url("clarify"),
        {"question": question.pk, "quote": "They chose", "text": "Who chose?", "due": due},
    )
    page = reverse("appraisals:application", args=[appraisal.secret])
    shown = client.get(page).content.decode()
    assert "Who chose?" in shown
    assert "Add the document" in shown
    asked = appraisal.proposal.clarifications.get()
    client.post(page, {"act": "answer", "which": asked.pk, "text": "The women did"})
    client.post(page, {"act": "answer", "which": asked.pk, "text": "Somebody else"})
    asked.refresh_from_db()
    assert asked.answer == "The women did"
    assert "Add the document" not in client.get(page).content.decode()


def test_an_applicant_learns_of_no_decision_before_it_is_issued(appraisal, client):
    appraisal.read("expert", to_panel="Inside", to_applicant="Outside")
    page = reverse("appraisals:application", args=[appraisal.secret])
    before = _without_keys(client, page)
    decision = appraisal.decide()
    assert _without_keys(client, page) == before
    deciding.issue(decision, by=appraisal.cast.owner)
    shown = client.get(page).content.decode()
    assert "We will fund it" in shown
    assert not any(word in shown for word in ("Inside", "Expert Person", "the panel said so"))


def _without_keys(client, page):
    lines = client.get(page).content.decode().splitlines()
    return [line for line in lines if "csrfmiddlewaretoken" not in line]


def test_a_frozen_version_is_handed_over_and_stays_what_it_was(cast, call, record, work):
    """Somebody who may share it hands it over; later changes, and its end, change nothing here."""
    record.organisation = cast.elsewhere
    record.save()
    submission = submitting.submit(record, by=cast.outsider, name="Full proposal")
    frozen = document_to_json(document_of(record))
    client = cast.client("outsider")
    page = client.get(reverse("appraisals:call", args=[call.pk])).content.decode()
    assert "Full proposal" in page
    work(lambda: _apply(client, call, version=submission.pk, file=""))
    proposal = Proposal.objects.get()
    assert proposal.from_organisation == cast.elsewhere.pk
    record.delete()
    file = proposal.files.get()
    assert file.state == "ready"
    assert (file.attachment.size, file.document_kind) == (len(frozen.encode()), "design")
    own = reverse("appraisals:own-application", args=[proposal.pk])
    assert own in client.get(reverse("appraisals:applications")).content.decode()
    assert cast.client("editor").get(own).status_code == 404


def test_nobody_hands_over_a_version_that_is_not_theirs(cast, call, record):
    submission = submitting.submit(record, by=cast.editor, name="Theirs")
    for name in ("outsider", "reader"):
        answer = _apply(cast.client(name), call, version=submission.pk, file="")
        assert answer.status_code == 422
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("name", ["title", "applicant", "contact"])
def test_what_people_type_comes_back_as_they_typed_it(call, client, hostile, name):
    receipt = _apply(client, call, **{name: hostile.split("\n")[0]})["Location"]
    page = client.get(receipt).content.decode()
    assert "<script>alert" not in page


def test_what_one_handed_in_is_found_by_words(cast, call, work):
    for number in range(3):
        values = {"title": f"Safe ways {number}", "applicant": "A", "contact": "B", "email": ""}
        file = ("a.txt", f"Words {number}".encode())
        given = {**values, "time_zone": ""}
        work(lambda given=given, file=file: hand_in(call, given, by=cast.outsider, file=file))
    client, address = cast.client("outsider"), reverse("appraisals:applications")

    def found(words: str) -> list[str]:
        page = client.get(address, {"q": words}).content.decode()
        return re.findall(r"Safe ways \d", page)

    assert found("") == ["Safe ways 2", "Safe ways 1", "Safe ways 0"]
    assert found(f"WAYS 1 {call.organisation.name}") == ["Safe ways 1"]
    assert "Nothing was found" in client.get(address, {"q": "nobody"}).content.decode()
