"""Rounds as rows of an organisation's download, and of what is held about a person.

Nobody takes away what no page shows them: whoever downloads gets nothing of a proposal on which they
have a conflict, and none of what others found before they may see it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import QuerySet

from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.clarifications import clarifications_seen
from trueline.web.appraisals.learning import terms_seen
from trueline.web.appraisals.log import events_in, in_words
from trueline.web.appraisals.models import (
    Answer,
    Clarification,
    Condition,
    Consensus,
    Decision,
    Declaration,
    Expertise,
    Mark,
    Opinion,
    Proposal,
    Reading,
    Remark,
    Round,
    RoundQuestion,
)
from trueline.web.appraisals.standing import Standing, standings
from trueline.web.attachments.actions import content_of
from trueline.web.documents.filenames import file_name

ArchiveRow = dict[str, Any]


def _standings(organisation: Organisation, by: User | None) -> list[Standing]:
    """The downloading person's standing towards each proposal; none without a person."""
    if by is None:
        return []
    proposals = Proposal.objects.filter(round__organisation=organisation).select_related("round")
    return standings(proposals, by, manages=True)


def _panels(organisation: Organisation, by: User | None) -> list[Any]:
    return [each.proposal.pk for each in _standings(organisation, by) if each.sees_panel]


def _rounds(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    for one in Round.objects.filter(organisation=organisation):
        yield {
            "id": str(one.pk),
            "title": one.title,
            "text": one.text,
            "budget": None if one.budget is None else str(one.budget),
            "currency": one.currency,
            "deadline": one.deadline.isoformat(),
            "time_zone": one.time_zone,
            "late_hours": one.late_hours,
            "criteria": "\n".join(each.text for each in one.criteria.all()),
            "opened": one.opened and one.opened.isoformat(),
            "finished": one.finished and one.finished.isoformat(),
        }


def _questions(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    for one in RoundQuestion.objects.filter(round__organisation=organisation):
        yield {"round": str(one.round_id), "id": one.pk, "question": one.key, "text": one.text}


def _proposals(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    for standing in _standings(organisation, by):
        if standing.sees_proposal:
            one = standing.proposal
            yield {
                "round": str(one.round_id),
                "id": str(one.pk),
                "receipt": one.receipt,
                "title": one.title,
                "applicant": one.applicant,
                "contact": one.contact,
                "email": one.email,
                "calibration": one.is_calibration,
                "received": one.received.isoformat(),
                "late": one.late,
                "version": one.version,
            }


def _readings(organisation: Organisation, by: User | None) -> QuerySet[Reading]:
    """Submitted readings of proposals whose panel the downloading person may see."""
    return Reading.objects.filter(
        proposal__in=_panels(organisation, by), excused=None, submitted__isnull=False
    )


def _answers(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    rows = Answer.objects.filter(reading__in=_readings(organisation, by))
    for one in rows.select_related("reading__assessor__user"):
        yield {
            "proposal": str(one.reading.proposal_id),
            "question": one.question_id,
            "by": str(one.reading.assessor),
            **{name: getattr(one, name) for name in ("verdict", "remedy", "reason")},
            "to_panel": one.to_panel,
            "to_applicant": one.to_applicant,
        }


def _marks(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    rows = Mark.objects.filter(reading__in=_readings(organisation, by))
    for one in rows.select_related("reading__assessor__user", "file__attachment"):
        yield {
            "proposal": str(one.reading.proposal_id),
            "question": one.question_id,
            "by": str(one.reading.assessor),
            "kind": one.kind,
            "sha256": one.file.attachment.sha256,
            "page": one.page,
            "start": one.start,
            "end": one.end,
            "quote": one.quote,
        }


def _opinions(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    rows = Opinion.objects.filter(reading__in=_readings(organisation, by))
    for one in rows.select_related("reading__assessor__user", "file__attachment"):
        yield {
            "proposal": str(one.reading.proposal_id),
            "by": str(one.reading.assessor),
            "sha256": one.file.attachment.sha256,
            **_of_finding(one),
        }


def _of_finding(opinion: Opinion) -> ArchiveRow:
    names = ("rule", "path", "message", "waiver_reason", "kind", "reason")
    return {name: getattr(opinion, name) for name in names}


def _consensus(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    for one in Consensus.objects.filter(proposal__in=_panels(organisation, by)):
        yield {
            "proposal": str(one.proposal_id),
            "question": one.question_id,
            **{name: getattr(one, name) for name in ("verdict", "remedy", "reason")},
        }


def _remarks(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    rows = Remark.objects.filter(proposal__in=_panels(organisation, by))
    for one in rows.select_related("author"):
        yield {
            "proposal": str(one.proposal_id),
            "question": one.question_id,
            "at": one.at.isoformat(),
            "by": one.who,
            "text": one.text,
        }


def _decisions(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    for one in Decision.objects.filter(proposal__in=_panels(organisation, by)):
        yield {
            "proposal": str(one.proposal_id),
            "outcome": one.outcome,
            "reason": one.reason,
            "letter": one.letter,
            "decided": one.decided.isoformat(),
            "issued": one.issued and one.issued.isoformat(),
            "accepted": one.accepted and one.accepted.isoformat(),
        }


def _conditions(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    rows = Condition.objects.filter(decision__proposal__in=_panels(organisation, by))
    for one in rows.select_related("decision"):
        yield {
            "proposal": str(one.decision.proposal_id),
            "text": one.text,
            "due": one.due and one.due.isoformat(),
            "report": one.report,
            "met": one.met and one.met.isoformat(),
        }


def _clarifications(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    if by is None:
        return
    seen = [each for each in _standings(organisation, by) if each.sees_proposal]
    for one in clarifications_seen(seen, by):
        yield {
            "proposal": str(one.proposal_id),
            "question": one.question_id,
            "quote": one.quote,
            "page": one.page,
            "text": one.text,
            "asked": one.asked.isoformat(),
            "due": one.due.isoformat(),
            "answer": one.answer,
            "answered": one.answered and one.answered.isoformat(),
        }


def _log(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    seen = {each.proposal.pk for each in _standings(organisation, by) if each.sees_log}
    for round in Round.objects.filter(organisation=organisation):
        hidden = [key for key in round.proposals.values_list("pk", flat=True) if key not in seen]
        for line in in_words(list(events_in(round, hidden=hidden)), round):
            yield {
                "round": str(round.pk),
                "proposal": str(line.proposal.pk) if line.proposal else "",
                "at": line.event.at.isoformat(),
                "by": line.who,
                "what": line.what,
            }


def _terms(organisation: Organisation, by: User | None) -> Iterator[ArchiveRow]:
    names = ("question", "term", "taken", "refused", "documents")
    if by is not None:
        yield from terms_seen(organisation, by).values(*names)


TABLES: dict[str, Callable[[Organisation, User | None], Iterator[ArchiveRow]]] = {
    "rounds": _rounds,
    "questions": _questions,
    "proposals": _proposals,
    "answers": _answers,
    "passages": _marks,
    "opinions": _opinions,
    "consensus": _consensus,
    "remarks": _remarks,
    "decisions": _decisions,
    "conditions": _conditions,
    "clarifications": _clarifications,
    "log": _log,
    "learned-terms": _terms,
}


def files(organisation: Organisation, by: User | None) -> Iterator[tuple[str, bytes]]:
    """Files of the proposals that the downloading person may open."""
    for standing in _standings(organisation, by):
        if not standing.sees_proposal:
            continue
        for one in standing.proposal.files.select_related("attachment").defer("blocks", "passages"):
            name = file_name(standing.proposal.receipt, f"{one.pk} {one.attachment.name}")
            try:
                yield f"appraisals/files/{name.replace('/', ' ')}", content_of(one.attachment)
            except FileNotFoundError:
                continue


def of_person(user: User) -> list[ArchiveRow]:
    """A person's readings, declarations and remarks in rounds, with their own texts."""
    declared = [
        {
            "proposal": str(one.proposal_id),
            "declared": one.conflict or "none",
            "words": one.words,
            "at": one.at.isoformat(),
            "dismissed": one.dismissed and one.dismissed.isoformat(),
        }
        for one in Declaration.objects.filter(pseudonym=user.pseudonym)
    ]
    answered = [
        {
            "proposal": str(one.reading.proposal_id),
            "question": one.question_id,
            **{name: getattr(one, name) for name in ("verdict", "remedy", "reason")},
            "to_panel": one.to_panel,
            "to_applicant": one.to_applicant,
        }
        for one in Answer.objects.filter(
            reading__assessor__pseudonym=user.pseudonym
        ).select_related("reading")
    ]
    opined = [
        {"proposal": str(one.reading.proposal_id), **_of_finding(one)}
        for one in Opinion.objects.filter(
            reading__assessor__pseudonym=user.pseudonym
        ).select_related("reading")
    ]
    remarks = [
        {"proposal": str(one.proposal_id), "at": one.at.isoformat(), "text": one.text}
        for one in Remark.objects.filter(pseudonym=user.pseudonym)
    ]
    readings = [
        {
            "proposal": str(one.proposal_id),
            "assigned": one.assigned.isoformat(),
            "submitted": one.submitted and one.submitted.isoformat(),
        }
        for one in Reading.objects.filter(assessor__pseudonym=user.pseudonym)
    ]
    expertise = [
        {name: getattr(one, name) for name in ("sections", "languages", "countries")}
        for one in Expertise.objects.filter(user=user)
    ]
    clarifications = [
        {"proposal": str(one.proposal_id), "asked": one.asked.isoformat(), "text": one.text}
        for one in Clarification.objects.filter(asked_by=user)
    ]
    return [*declared, *readings, *answered, *opined, *remarks, *clarifications, *expertise]


def proposals_of_person(user: User) -> list[ArchiveRow]:
    """Proposals that somebody submitted while signed in."""
    return [
        {
            "receipt": one.receipt,
            "title": one.title,
            "applicant": one.applicant,
            "contact": one.contact,
            "email": one.email,
            "received": one.received.isoformat(),
        }
        for one in user.proposals.all()
    ]
