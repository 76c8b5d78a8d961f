"""Beginning a round, saying what counts and who reads, opening it and ending it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from trueline.limits import APPRAISAL_ROUNDS, ASSESSORS, ROUND_QUESTIONS
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.roles import roles_that
from trueline.web.appraisals.actions.assigning import candidates
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.learning import learn
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import (
    Assessor,
    Criterion,
    LearnedTerm,
    ProposalFile,
    Reading,
    Round,
    RoundQuestion,
)
from trueline.web.attachments.models import Attachment
from trueline.web.library.edition import toolkit_in_use

FIELDS = (
    *("title", "text", "budget", "currency", "deadline", "time_zone", "late_hours"),
    "assessors_each",
)


@transaction.atomic
def begin(organisation: Organisation, values: dict[str, Any], *, by: User) -> Round:
    """A new round, in preparation. Raises OverLimit."""
    APPRAISAL_ROUNDS.check(organisation.rounds.count() + 1)
    round = Round.objects.create(
        organisation=organisation, created_by=by, **{name: values[name] for name in FIELDS}
    )
    _keep_criteria(round, values["criteria"])
    add_line("round begun", round=round, by=by)
    return round


@transaction.atomic
def change(round: Round, values: dict[str, Any], *, by: User) -> None:
    """Put the call otherwise. Criteria stay as they are once it is open: proposals were checked by them."""
    for name in FIELDS:
        setattr(round, name, values[name])
    round.save(update_fields=FIELDS)
    if not round.opened:
        round.criteria.all().delete()
        _keep_criteria(round, values["criteria"])
    add_line("round changed", round=round, by=by)


def _keep_criteria(round: Round, texts: Sequence[str]) -> None:
    Criterion.objects.bulk_create(
        Criterion(round=round, position=number, text=text) for number, text in enumerate(texts)
    )


@transaction.atomic
def choose_questions(round: Round, keys: Collection[str], own: Sequence[str], *, by: User) -> None:
    """Say which questions count. Raises OverLimit."""
    ROUND_QUESTIONS.check(len(keys) + len(own))
    texts_by_key = [
        (each.id, each.title) for each in toolkit_in_use().questions() if each.id in set(keys)
    ]
    texts_by_key += [(f"{OWN}{number}", text) for number, text in enumerate(own, 1)]
    weights = dict(round.questions.values_list("text", "weight"))
    round.questions.all().delete()
    RoundQuestion.objects.bulk_create(
        RoundQuestion(round=round, position=number, key=key, text=text, weight=weights.get(text))
        for number, (key, text) in enumerate(texts_by_key)
    )
    add_line("questions chosen", round=round, by=by, count=len(texts_by_key))


@transaction.atomic
def define_score(
    round: Round,
    points: Mapping[str, Decimal | None],
    weights: Mapping[int, Decimal | None],
    *,
    by: User,
) -> None:
    """Define a score of the funder's own, or with nothing in either none. Not once the call is open."""
    if not Round.objects.filter(pk=round.pk, opened=None).update(**points):
        return
    for key, weight in weights.items():
        round.questions.filter(pk=key).update(weight=weight)
    add_line("score defined" if any(weights.values()) else "score removed", round=round, by=by)


@transaction.atomic
def open_call(round: Round, *, by: User) -> None:
    """From now on proposals come in, and what counts no longer changes."""
    if Round.objects.filter(pk=round.pk, opened=None).update(opened=timezone.now()):
        add_line("round opened", round=round, by=by)


@transaction.atomic
def finish(round: Round, *, by: User) -> None:
    """Nothing more comes in and nothing more is decided."""
    waiting = Round.objects.filter(pk=round.pk, finished=None).exclude(opened=None)
    if waiting.update(finished=timezone.now()):
        add_line("round finished", round=round, by=by)
        learn(round.organisation)


@transaction.atomic
def delete(round: Round, *, by: User) -> None:
    """Delete a round with its proposals and their files. The log stays."""
    add_line("round deleted", round=round, by=by)
    files = ProposalFile.objects.filter(proposal__round=round)
    Attachment.objects.filter(pk__in=list(files.values_list("attachment", flat=True))).delete()
    round.delete()


@transaction.atomic
def forget_terms(round: Round, *, by: User) -> None:
    """Delete what readings taught the ranking of passages."""
    LearnedTerm.objects.filter(organisation=round.organisation).delete()
    add_line("terms forgotten", round=round, by=by)


@transaction.atomic
def name_assessors(round: Round, people: Collection[User], *, by: User) -> None:
    """Say who reads. Whoever is no longer named keeps what they handed in, and is released from the rest.

    The list is the same whether they handed anything in or not: it tells nobody. Raises OverLimit.
    """
    ASSESSORS.check(len(people))
    wanted = {person.pseudonym: person for person in people}
    for assessor in round.assessors.filter(until=None).exclude(pseudonym__in=wanted):
        _release(assessor)
    assessors_by_pseudonym = {
        each.pseudonym: each for each in round.assessors.filter(pseudonym__in=wanted)
    }
    for person in people:
        assessor = assessors_by_pseudonym.get(person.pseudonym)
        if assessor is None:
            assessor = Assessor.objects.create(round=round, user=person, pseudonym=person.pseudonym)
        elif assessor.until is None:
            continue
        Assessor.objects.filter(pk=assessor.pk).update(until=None)
        for case in round.proposals.filter(is_calibration=True):
            for each in candidates(case, [assessor]):
                Reading.objects.create(proposal=case, assessor=each, assigned_by=by)
    add_line("assessors named", round=round, by=by, count=len(people))


def _release(assessor: Assessor) -> None:
    assessor.readings.filter(submitted=None).delete()
    if assessor.readings.exists():
        Assessor.objects.filter(pk=assessor.pk).update(until=timezone.now())
    else:
        assessor.delete()


def who_may_read(organisation: Organisation) -> list[User]:
    """Members whose role lets them say something of what they read."""
    members = organisation.memberships.filter(role__in=roles_that("comment"), user__is_active=True)
    return [each.user for each in members.select_related("user").order_by("user__name", "pk")]
