"""Who reads what: conflicts declared and dismissed, assignment by load."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.web.accounts.models import User
from trueline.web.appraisals.conflicts import matches
from trueline.web.appraisals.expertise import about, expertise_of, suggested
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import (
    Assessor,
    Declaration,
    Expertise,
    Proposal,
    Reading,
    Round,
)
from trueline.web.appraisals.standing import Standing, panel_was_open


@transaction.atomic
def declare(
    proposal: Proposal, *, conflict: str, words: str, suggested: Sequence[str], by: User
) -> Declaration:
    """Declare a conflict, or that there is none. Earlier declarations stay beside it.

    Whoever declares a conflict no longer reads it, and what they had begun to write on it goes.
    """
    earlier = Declaration.objects.filter(proposal=proposal, pseudonym=by.pseudonym)
    if earlier.open_conflicts().exists():
        raise ValueError("A conflict is dismissed by somebody else.")
    declaration = Declaration.objects.create(
        proposal=proposal,
        user=by,
        pseudonym=by.pseudonym,
        conflict=conflict,
        words=words,
        suggested=list(suggested),
    )
    if conflict:
        readings = Reading.objects.filter(proposal=proposal, assessor__pseudonym=by.pseudonym)
        for reading in readings.filter(submitted=None):
            reading.answers.all().delete()
            reading.marks.all().delete()
            reading.opinions.all().delete()
        readings.update(excused=timezone.now())
    what = "declared conflict" if conflict else "declared none"
    add_line(what, round=proposal.round, by=by, proposal=proposal, sort=conflict)
    return declaration


@transaction.atomic
def dismiss(declaration: Declaration, reason: str, *, by: User) -> None:
    """Find that a declared conflict is none. Nobody dismisses their own."""
    if declaration.pseudonym == by.pseudonym:
        raise ValueError("Nobody dismisses a conflict of their own.")
    waiting = Declaration.objects.filter(pk=declaration.pk, dismissed=None)
    if waiting.update(dismissed=timezone.now(), dismissed_by=by, dismissal=reason):
        Reading.objects.filter(
            proposal=declaration.proposal_id, assessor__pseudonym=declaration.pseudonym
        ).update(excused=None)
        proposal = declaration.proposal
        add_line("conflict dismissed", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def assign(proposal: Proposal, assessor: Assessor, *, by: User) -> None:
    """Have somebody read a proposal."""
    _reading, is_new = Reading.objects.get_or_create(
        proposal=proposal, assessor=assessor, defaults={"assigned_by": by}
    )
    if is_new:
        add_line("assigned", round=proposal.round, by=by, proposal=proposal)


@transaction.atomic
def release(reading: Reading, *, by: User) -> None:
    """Let somebody off who has not handed in; what they had written goes."""
    deleted, _by_model = Reading.objects.filter(pk=reading.pk, submitted=None).delete()
    if deleted:
        add_line("released", round=reading.proposal.round, by=by, proposal=reading.proposal)


@transaction.atomic
def assign_by_load(round: Round, standings: Sequence[Standing], *, by: User) -> int:
    """Give each proposal as many assessors as the round says: those with the least to read first, where
    knowing its language, countries or matter counts as one proposal less.

    Nobody gets what they have a conflict with, or a match that nobody has looked at. How many readings
    were assigned.
    """
    assessors = list(round.assessors.available().select_related("user"))
    load = Counter(
        Reading.objects.filter(
            proposal__round=round, proposal__is_calibration=False, excused=None
        ).values_list("assessor", flat=True)
    )
    expertise_by_user = expertise_of(assessors)
    asks = about(round, [each.proposal for each in standings])
    count = 0
    for standing in standings:
        proposal = standing.proposal
        if proposal.is_calibration or standing.is_conflicted:
            continue
        free = _free(proposal, assessors)
        wanting = max(0, round.assessors_each - proposal.readings.counted().count())
        for each in suggested(free, asks[proposal.pk], load, expertise_by_user)[:wanting]:
            assessor = each.assessor
            assign(proposal, assessor, by=by)
            load[assessor.pk] += 1
            count += 1
    return count


def _free(proposal: Proposal, assessors: Sequence[Assessor]) -> list[Assessor]:
    """Assessors who may be assigned and have no unreviewed match with the applicant."""
    declared = {each.pseudonym for each in proposal.declarations.all()}
    return [
        each
        for each in candidates(proposal, assessors)
        if each.pseudonym in declared or not matches(proposal, each.user)
    ]


def candidates(proposal: Proposal, assessors: Iterable[Assessor]) -> list[Assessor]:
    """Assessors who may be given a proposal to read: nobody who reads it, has a conflict, or could have
    seen what others found, be it that the panel was closed again since.
    """
    readings = list(proposal.readings.select_related("assessor"))
    read_by = {each.assessor_id for each in readings}
    declared = {person: each for (_, person), each in proposal.declarations.in_force().items()}
    was_open = panel_was_open(readings)
    return [
        each
        for each in assessors
        if each.pk not in read_by
        and ((one := declared.get(each.pseudonym)) is None or (one.is_clear and not was_open))
    ]


def say_expertise(values: Mapping[str, Any], *, by: User) -> Expertise:
    """Save somebody's own expertise."""
    expertise, _new = Expertise.objects.update_or_create(
        user=by,
        defaults={
            **{name: list(values[name]) for name in ("sections", "languages", "countries")},
            "saved": timezone.now(),
        },
    )
    return expertise
