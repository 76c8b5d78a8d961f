"""Mail of appraisal rounds: what is told to whom, and that nothing of others' readings is, not even by when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.web.appraisals.conftest import APPLICANT
from trueline.web.accounts.models import MailFrequency, User
from trueline.web.appraisals.actions import applying, assigning, deciding
from trueline.web.appraisals.models import Clarification, Proposal
from trueline.web.home.news import tell_of_news

SECRET = "Quetzal finding 51c"


@pytest.fixture(autouse=True)
def _mail(settings: Any) -> None:
    settings.INSTANCE = replace(settings.INSTANCE, mail="smtp://mail.example.org")


@pytest.fixture
def told(appraisal, mailoutbox):
    """Everybody is told at once; gives what somebody was written since the last time."""
    User.objects.update(mail_when=MailFrequency.AT_ONCE, mailed_until=timezone.now())

    def of(name: str) -> list[str]:
        tell_of_news()
        address = appraisal.user(name).email
        bodies = [mail.body for mail in mailoutbox if mail.to == [address]]
        mailoutbox[:] = []
        return bodies

    return of


@pytest.fixture
def ask(appraisal):
    def asked(by: str = "owner") -> Clarification:
        due = timezone.localdate() + timedelta(days=5)
        said = {"question": None, "quote": SECRET, "text": SECRET, "due": due}
        return deciding.ask(appraisal.proposal, said, by=appraisal.user(by))

    return asked


def _all_that_others_do(appraisal):
    """Each act of others on the proposal, one by one."""
    yield appraisal.read("editor", verdict="partly", to_panel=SECRET, to_applicant=SECRET)
    yield appraisal.read("expert", verdict="absent", to_panel=SECRET)
    question = appraisal.round.questions.first()
    yield deciding.remark(appraisal.proposal, question, SECRET, by=appraisal.cast.editor)
    agreed = {"verdict": "partly", "remedy": "add", "reason": SECRET}
    yield deciding.agree(appraisal.proposal, question, agreed, by=appraisal.cast.editor)
    due = timezone.localdate() + timedelta(days=5)
    said = {"question": question, "quote": "", "text": SECRET, "due": due}
    asked = deciding.ask(appraisal.proposal, said, by=appraisal.cast.editor)
    yield asked
    yield applying.answer(asked, SECRET, by=None)
    decision = appraisal.decide()
    yield decision
    yield deciding.issue(decision, by=appraisal.cast.editor)


def test_who_is_given_a_proposal_is_asked_to_read_it_and_told_nothing_of_it(appraisal, told):
    appraisal.assign("expert")
    (mail,) = told("expert")
    assert appraisal.proposal.receipt in mail
    assert appraisal.round.title in mail
    assert not any(word in mail for word in ("Villages that ask", "Open Doors", "Ana Ruiz"))
    assert told("expert") == []
    home = appraisal.client("expert").get(reverse("home")).content.decode()
    assert appraisal.proposal.receipt in home


def test_who_has_still_to_read_is_told_nothing_whatever_others_do(appraisal, told):
    appraisal.assign("owner")
    appraisal.declare("owner")
    assert len(told("owner")) == 1
    for _act in _all_that_others_do(appraisal):
        assert told("owner") == []


def test_who_has_a_conflict_is_told_nothing_not_even_of_what_they_asked(appraisal, told, ask):
    appraisal.assign("owner")
    appraisal.declare("owner")
    asked = ask()
    told("owner")
    appraisal.declare("owner", conflict="financial")
    applying.answer(asked, SECRET, by=None)
    assert told("owner") == []
    for _act in _all_that_others_do(appraisal):
        assert told("owner") == []


def test_who_has_read_is_not_told_when_the_last_reading_comes_in(appraisal, told):
    """When all have read, or something is decided, tells how long others took."""
    appraisal.assign("editor")
    appraisal.assign("expert")
    appraisal.read("appraiser", verdict="partly")
    told("appraiser")
    for _act in _all_that_others_do(appraisal):
        assert told("appraiser") == []


def test_who_was_released_or_has_a_conflict_is_not_asked_to_read(appraisal, told):
    reading = appraisal.assign("expert")
    assigning.release(reading, by=appraisal.cast.owner)
    appraisal.assign("editor")
    appraisal.declare("editor", conflict="former")
    assert told("expert") == []
    assert told("editor") == []


def test_an_answer_is_told_to_who_asked_without_its_words(appraisal, told, ask):
    appraisal.declare("owner")
    asked = ask()
    told("owner")
    applying.answer(asked, SECRET, by=None)
    (mail,) = told("owner")
    assert appraisal.proposal.receipt in mail
    assert SECRET not in mail
    assert told("editor") == []


def test_an_applicant_with_an_account_is_told_as_they_chose(appraisal, told, ask, mailoutbox):
    Proposal.objects.update(by=appraisal.cast.outsider)
    proposal = Proposal.objects.get()
    ask()
    assert mailoutbox == []  # with their other news, not apart
    (mail,) = told("outsider")
    assert "Villages that ask" in mail
    assert SECRET not in mail
    User.objects.update(mail_when=MailFrequency.NEVER)
    decision = deciding.decide(
        proposal, outcome="fund", reason=SECRET, letter=SECRET, by=appraisal.cast.owner
    )
    deciding.issue(decision, by=appraisal.cast.owner)
    assert told("outsider") == []
    User.objects.update(mail_when=MailFrequency.AT_ONCE)
    (mail,) = told("outsider")
    assert "has decided on your proposal" in mail
    assert SECRET not in mail


def test_a_decision_is_told_to_nobody_before_it_is_issued(
    appraisal, told, mailoutbox, django_capture_on_commit_callbacks
):
    for by in (None, appraisal.cast.outsider):
        Proposal.objects.update(by=by)
        with django_capture_on_commit_callbacks(execute=True):
            deciding.decide(
                Proposal.objects.get(),
                outcome="decline",
                reason="x",
                letter="y",
                by=appraisal.cast.owner,
            )
        tell_of_news()
        assert mailoutbox == []


def test_an_applicant_without_an_account_is_written_to_in_their_language(
    appraisal, ask, mailoutbox, django_capture_on_commit_callbacks, work
):
    with translation.override("fr"):
        made, _secret = work(
            lambda: applying.hand_in(
                appraisal.round, APPLICANT, by=None, file=("a.md", b"The words stand here.")
            )
        )
    appraisal.proposal = made
    with django_capture_on_commit_callbacks(execute=True):
        ask()
    (mail,) = mailoutbox
    assert mail.to == ["ana@opendoors.example"]
    assert "Bonjour Ana Ruiz" in mail.body
    assert made.receipt in mail.subject
    assert SECRET not in mail.body
    assert "/apply/" not in mail.body
    mailoutbox[:] = []
    said = {"outcome": "decline", "reason": SECRET, "letter": SECRET}
    decision = deciding.decide(made, **said, by=appraisal.cast.owner)
    with django_capture_on_commit_callbacks(execute=True):
        deciding.issue(decision, by=appraisal.cast.owner)
        deciding.issue(decision, by=appraisal.cast.owner)
    (mail,) = mailoutbox
    assert SECRET not in mail.body


def test_without_mail_the_funder_is_told_to_tell_them(appraisal, settings, mailoutbox):
    appraisal.declare("owner")
    due = (timezone.localdate() + timedelta(days=5)).isoformat()
    owner = appraisal.client("owner")
    sent = owner.post(appraisal.url("clarify"), {"text": "Who?", "due": due}, follow=True)
    assert "they are told by mail" in sent.content.decode()
    settings.INSTANCE = replace(settings.INSTANCE, mail="")
    sent = owner.post(appraisal.url("clarify"), {"text": "When?", "due": due}, follow=True)
    assert "let them know" in sent.content.decode()
    tell_of_news()
    assert mailoutbox == []
