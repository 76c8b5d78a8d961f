"""The log of a round: kept in the audit, which nobody changes, and told to whom it may be told."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from trueline.web.accounts.models import User
from trueline.web.appraisals.models import Proposal, Round
from trueline.web.appraisals.models.rounds import name_of
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action, Event
from trueline.web.audit.queries import APPRAISAL

SENTENCES = {
    "round begun": gettext_noop("Began the round"),
    "round changed": gettext_noop("Changed the call"),
    "questions chosen": gettext_noop("Chose the questions that count"),
    "score defined": gettext_noop("Defined a score, with its formula"),
    "score removed": gettext_noop("Removed the score"),
    "round opened": gettext_noop("Opened the call"),
    "round deleted": gettext_noop("Deleted the round"),
    "round finished": gettext_noop("Finished the round"),
    "assessors named": gettext_noop("Named who reads"),
    "calibration given": gettext_noop("Added the calibration case"),
    "received": gettext_noop("Received"),
    "received late": gettext_noop("Received after the deadline, as the call allows"),
    "refused late": gettext_noop("Refused a proposal that came too late"),
    "file added": gettext_noop("The applicant added a file"),
    "file replaced": gettext_noop("The applicant replaced a file"),
    "file removed": gettext_noop("The applicant removed a file"),
    "withdrawn": gettext_noop("The applicant withdrew the proposal"),
    "checked": gettext_noop("Checked whether it is eligible"),
    "assigned": gettext_noop("Assigned it to an assessor"),
    "released": gettext_noop("Released an assessor from it"),
    "declared none": gettext_noop("Declared that there is no conflict of interest"),
    "declared conflict": gettext_noop("Declared a conflict of interest"),
    "conflict dismissed": gettext_noop("Dismissed a conflict of interest, with a reason"),
    "read": gettext_noop("Handed in a reading"),
    "draft begun": gettext_noop("Began a draft design from its passages"),
    "agreed": gettext_noop("Recorded an answer of the panel"),
    "remarked": gettext_noop("Added to the discussion of the panel"),
    "clarification asked": gettext_noop("Asked the applicant for clarification"),
    "clarification answered": gettext_noop("The applicant answered a request for clarification"),
    "decided": gettext_noop("Decided on it"),
    "condition set": gettext_noop("Set a condition"),
    "condition removed": gettext_noop("Removed a condition"),
    "letter issued": gettext_noop("Issued the letter"),
    "condition reported": gettext_noop("The applicant reported on a condition"),
    "condition met": gettext_noop("Marked a condition as met"),
    "conditions accepted": gettext_noop("The applicant accepted the conditions"),
    "conditions taken up": gettext_noop(
        "The applicant added the conditions to the programme as next steps"
    ),
    "figures shared": gettext_noop("The applicant shares where its indicators stand"),
    "figures no longer shared": gettext_noop(
        "The applicant no longer shares where its indicators stand"
    ),
    "terms forgotten": gettext_noop("Deleted what the ranking had learned"),
}
"""Texts of events, by their name in `detail`."""


@dataclass(frozen=True)
class Line:
    """One event of the log in words."""

    event: Event
    who: str
    what: str
    proposal: Proposal | None


def add_line(
    what: str, *, round: Round, by: User | None, proposal: Proposal | None = None, **more: Any
) -> None:
    """Add to the log, in the transaction of what it tells of. `more` holds no text that people wrote."""
    record(
        Action.CHANGED,
        by=by,
        organisation=round.organisation_id,
        subject=APPRAISAL,
        subject_id=proposal.pk if proposal else round.pk,
        round=str(round.pk),
        what=what,
        **more,
    )


def events_in(round: Round, *, hidden: Collection[Any]) -> QuerySet[Event]:
    """The events of a round, newest first, but for those on proposals that are `hidden`."""
    events = Event.objects.filter(
        organisation=round.organisation_id, subject=APPRAISAL, detail__round=str(round.pk)
    )
    return events.exclude(subject_id__in=[str(key) for key in hidden])


def actions_in(events: QuerySet[Event]) -> list[tuple[str, str]]:
    """Each sort of event that is among these, with its sentence, by which they stand in order."""
    names = events.order_by().values_list("detail__what", flat=True).distinct()
    return sorted(
        ((name, _(SENTENCES[name])) for name in names if name in SENTENCES),
        key=lambda option: option[1],
    )


def in_words(events: Collection[Event], round: Round) -> list[Line]:
    """Events with who did what to which proposal. Two queries."""
    actors = {each.actor for each in events if each.actor}
    people = {each.pseudonym: each for each in User.objects.filter(pseudonym__in=actors)}
    proposals = {str(each.pk): each for each in round.proposals.all()}
    return [
        Line(
            each,
            name_of(people.get(each.actor), each.actor) if each.actor else _("The applicant"),
            _(SENTENCES[each.detail["what"]]) if each.detail.get("what") in SENTENCES else "",
            proposals.get(each.subject_id),
        )
        for each in events
    ]
