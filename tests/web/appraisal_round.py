"""An appraisal round with a proposal in every state, for tests that open every page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.actions import applying, assigning, calling, deciding, reading
from trueline.web.appraisals.models import Mark, Proposal, ProposalFile, Reading, Round

ANSWER = {"verdict": "partly", "remedy": "add"}


def with_appraisal(
    organisation: Organisation, *, by: User, other: User, note: str = "τεχτ"
) -> dict[str, Any]:
    """A call with a proposal that `other` has read and on which is decided, and one that `by` reads.

    What it gives is told by the names that addresses ask for; `read_id` is the second proposal.
    """
    values: dict[str, Any] = {
        "title": note,
        "text": note,
        "budget": None,
        "currency": "",
        "time_zone": "",
        "deadline": timezone.now() + timedelta(days=9),
        "late_hours": 24,
        "assessors_each": 2,
        "criteria": [note],
    }
    round = calling.begin(organisation, values, by=by)
    calling.choose_questions(round, ["foundations.displacement"], [note], by=by)
    calling.open_call(round, by=by)
    calling.name_assessors(round, [by, other], by=by)
    round.refresh_from_db()
    decided, read = (_proposal(round, by, note, title) for title in (f"{note} 1", f"{note} 2"))
    for proposal, person in ((decided, other), (decided, by), (read, by)):
        assigning.declare(proposal, conflict="", words=note, suggested=[], by=person)
    given = {person.pk: round.assessors.get(user=person) for person in (by, other)}
    assigning.assign(decided, given[other.pk], by=by)
    assigning.assign(read, given[by.pk], by=by)
    condition = _decide(decided, by, other, note)
    return {
        "call_id": round.pk,
        "proposal_id": decided.pk,
        "application_id": decided.pk,
        "read_id": read.pk,
        "question_id": round.questions.all()[0].pk,
        "sent_id": decided.files.get(removed=None).pk,
        "page_number": 1,
        "assigned_id": decided.readings.get().pk,
        "condition_id": condition.pk,
    }


def _proposal(round: Round, by: User, note: str, title: str) -> Proposal:
    given = {"title": title, "applicant": note, "contact": note, "email": "a@example.net"}
    made, _secret = applying.hand_in(
        round, {**given, "time_zone": ""}, by=by, file=("file.txt", note.encode())
    )
    _replaced(made, note)
    found = {"start": 0, "end": len(note), "page": 1, "quote": note, "score": 1.0}
    told = {"stance": "planned", "language": "", "signs": [], "words": []}
    ProposalFile.objects.filter(proposal=made).update(
        state=ProposalFile.State.READY,
        blocks=[[note, 1, "paragraph"]],
        pages=1,
        passages={"foundations.displacement": [{**found, **told}]},
    )
    return made


def _replaced(proposal: Proposal, note: str) -> None:
    """Put another file in the place of the one that was handed in."""
    old = proposal.files.get()
    applying.add_file(proposal, ("file.txt", f"{note} {note}".encode()), by=None)
    ProposalFile.objects.filter(pk=old.pk).update(removed=timezone.now())
    proposal.files.exclude(pk=old.pk).update(replaces=old)


def _decide(proposal: Proposal, by: User, other: User, note: str) -> Any:
    """Have it read by `other`, agree, ask and decide."""
    one, file = Reading.objects.get(proposal=proposal), proposal.files.get(removed=None)
    words = {"reason": note, "to_panel": note, "to_applicant": note}
    for question in proposal.round.questions.all():
        mark = reading.PassageMark(file, Mark.Kind.OWN, 0, len(note), 1, note)
        reading.answer(one, question, {**ANSWER, **words}, [mark])
        deciding.agree(proposal, question, {**ANSWER, "reason": note}, by=by)
        deciding.remark(proposal, question, note, by=other)
    reading.hand_in(one, by=other)
    due = timezone.localdate() + timedelta(days=9)
    asked = {"question": None, "quote": note, "text": note, "due": due}
    deciding.ask(proposal, asked, by=by)
    made = deciding.decide(proposal, outcome="conditions", reason=note, letter=note, by=by)
    return deciding.set_condition(made, note, due, by=by)
