"""Learning notes give nothing away by how they differ: by who makes them, by when, by a round more or less."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.appraisals.conftest import APPLICANT, CALL
from tests.web.appraisals.test_portfolio import text_of
from trueline.web.accounts.models import Membership
from trueline.web.appraisals.actions import applying, assigning, calling, deciding
from trueline.web.appraisals.models import Answer, Declaration, Proposal, Round

pytestmark = pytest.mark.either_database


@pytest.fixture
def finished(appraisal):
    """Six proposals of six applicants, all read by the expert, in a round that is over."""
    proposals = []
    for number in range(6):
        values = {**APPLICANT, "title": f"Work {number}", "applicant": f"Applicant {number}"}
        appraisal.proposal, _secret = applying.hand_in(
            appraisal.round, values, by=None, file=("a.md", b"Words.")
        )
        appraisal.read("expert", verdict="absent", remedy="add")
        appraisal.declare("editor")
        proposals.append(appraisal.proposal)
    Proposal.objects.exclude(pk__in=[each.pk for each in proposals]).delete()
    calling.finish(Round.objects.get(), by=appraisal.cast.owner)
    return appraisal, proposals


def _note(appraisal, who):
    """The words of the learning note, or None where it can't be made."""
    here = reverse("appraisals:note", args=[appraisal.cast.organisation.pk])
    answer = appraisal.client(who).post(here, {"export": "learning-note.docx"})
    return text_of(answer.content) if answer.status_code == 200 else None


def test_two_learning_notes_tell_nothing_by_how_they_differ(finished):
    """With a note of one's own and a colleague's, one that is left out of the first can't be reckoned."""
    appraisal, proposals = finished
    for each in proposals[1:]:
        assigning.declare(each, conflict="", words="", suggested=[], by=appraisal.cast.owner)
    assert _note(appraisal, "editor") is not None
    assert _note(appraisal, "owner") is None  # one is not declared on, and would be the difference
    _conflict(appraisal.cast.owner, proposals[0], at=_before_the_end())
    mine, theirs = _note(appraisal, "owner"), _note(appraisal, "editor")
    assert mine == theirs
    assert "of 5" in mine


def _before_the_end():
    return Round.objects.get().finished - timedelta(hours=1)


def _conflict(person, proposal, *, at):
    assigning.declare(proposal, conflict="former", words="Once", suggested=[], by=person)
    declarations = Declaration.objects.filter(proposal=proposal, user=person).conflicts()
    assert declarations.update(at=at) == 1


@pytest.mark.parametrize("who", ["owner", "editor", "expert"])
def test_no_note_is_made_without_the_one_that_a_conflict_was_declared_with_later(finished, who):
    """The owner has the note of six; with one of the other five they could reckon the sixth."""
    appraisal, proposals = finished
    assert "of 6" in _note(appraisal, "editor")
    person = appraisal.expert if who == "expert" else getattr(appraisal.cast, who)
    _conflict(person, proposals[0], at=timezone.now())
    assert all(_note(appraisal, each) is None for each in ("owner", "editor"))


def test_a_conflict_that_is_dismissed_later_does_not_bring_the_proposal_into_the_note(finished):
    appraisal, proposals = finished
    _conflict(appraisal.cast.owner, proposals[0], at=_before_the_end())
    before = _note(appraisal, "editor")
    assigning.dismiss(Declaration.objects.exclude(conflict="").get(), "x", by=appraisal.cast.editor)
    assert "of 5" in before
    assert _note(appraisal, "editor") == before


def test_declaring_anew_after_a_dismissal_does_not_bring_it_into_the_note(finished):
    appraisal, proposals = finished
    appraisal.proposal = proposals[0]
    _conflict(appraisal.cast.owner, proposals[0], at=_before_the_end())
    for each in proposals[1:]:
        assigning.declare(each, conflict="", words="", suggested=[], by=appraisal.cast.owner)
    before = _note(appraisal, "editor")
    appraisal.dismiss()
    answer = appraisal.client("owner").post(appraisal.url("declare"), {"conflict": "none"})
    assert answer.status_code == 302
    assert appraisal.client("owner").get(appraisal.url("proposal")).status_code == 200
    assert "of 5" in before
    assert _note(appraisal, "editor") == _note(appraisal, "owner") == before


def test_whoever_stops_managing_rounds_does_not_bring_their_conflict_into_the_note(finished):
    appraisal, proposals = finished
    _conflict(appraisal.cast.owner, proposals[0], at=_before_the_end())
    before = _note(appraisal, "editor")
    Membership.objects.filter(user=appraisal.cast.owner).delete()
    assert "of 5" in before
    assert _note(appraisal, "editor") == before


@pytest.fixture
def second(finished, cast):
    """Another finished round of six, all of which answer everything."""
    appraisal, _proposals = finished
    first = appraisal.round
    round = _begin(cast, "Second", assessors=[appraisal.expert])
    appraisal.round = round
    for number in range(6):
        values = {**APPLICANT, "title": f"Other {number}", "applicant": f"Somebody {number}"}
        appraisal.proposal, _secret = applying.hand_in(
            round, values, by=None, file=("a.md", b"Words.")
        )
        appraisal.read("expert")
        appraisal.declare("editor")
    calling.finish(round, by=cast.owner)
    appraisal.round = first
    return round


def _begin(cast, title, assessors):
    values = {**CALL, "title": title, "deadline": timezone.now() + timedelta(days=9)}
    round = calling.begin(cast.organisation, values, by=cast.owner)
    calling.choose_questions(round, ["foundations.displacement"], [], by=cast.owner)
    calling.open_call(round, by=cast.owner)
    calling.name_assessors(round, assessors, by=cast.owner)
    round.refresh_from_db()
    return round


def test_a_note_less_another_holds_back_what_the_round_between_them_would(finished, second):
    """Six of six and none of six: a note of both must not say six of twelve, since one says which."""
    appraisal, _proposals = finished
    both = _note(appraisal, "editor")
    assert "Second" in both
    assert "4 to 8 of 12" in both
    assert "6 of 12" not in both
    assigning.declare(
        second.proposals.first(), conflict="former", words="x", suggested=[], by=appraisal.expert
    )
    without = _note(appraisal, "editor")
    assert "Second" not in without
    assert "more than 3 of 6" in without


def test_a_question_that_is_not_relevant_is_not_told_by_of_how_many_it_is(finished):
    """Of how many a figure is says how many were asked, which anybody may know, and no finding."""
    appraisal, proposals = finished
    before = _note(appraisal, "editor")
    question = appraisal.round.questions.get(key="foundations.displacement")
    answers = Answer.objects.filter(reading__proposal=proposals[0], question=question)
    assert answers.update(verdict="not-relevant", remedy="", reason="None") == 1
    assert _note(appraisal, "editor") == before


def _withdraws(appraisal, proposal):
    applying.withdraw(proposal, by=None)


def _agrees(appraisal, proposal):
    said = {"verdict": "addressed", "remedy": "", "reason": ""}
    deciding.agree(proposal, proposal.round.questions.first(), said, by=appraisal.cast.editor)


def _reads_as_well(appraisal, proposal):
    appraisal.proposal = proposal
    appraisal.read("appraiser")


@pytest.mark.parametrize("act", [_withdraws, _agrees, _reads_as_well])
def test_what_changes_after_the_end_takes_the_round_out(finished, act):
    """Two notes of the same round would differ by what became of one proposal."""
    appraisal, proposals = finished
    assert "of 6" in _note(appraisal, "editor")
    act(appraisal, proposals[0])
    assert _note(appraisal, "editor") is None


def test_a_round_waits_for_its_last_reading(finished):
    appraisal, proposals = finished
    appraisal.proposal = proposals[0]
    appraisal.assign("appraiser")
    assert _note(appraisal, "editor") is None


def test_a_learning_note_holds_no_round_that_is_too_small_to_stand_alone(finished, cast):
    """Otherwise the note before it and the note after it would differ by what was found there."""
    appraisal, _proposals = finished
    before = _note(appraisal, "editor")
    small = appraisal.round = _begin(cast, "Small", assessors=[cast.owner, appraisal.expert])
    appraisal.proposal, _secret = applying.hand_in(
        small, APPLICANT, by=None, file=("a.md", b"Words.")
    )
    appraisal.read("expert", verdict="absent", remedy="add")
    appraisal.declare("editor")
    calling.finish(small, by=cast.owner)
    assert _note(appraisal, "editor") == before
