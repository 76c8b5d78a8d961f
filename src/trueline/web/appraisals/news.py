"""News of appraisal rounds for somebody: what is theirs to read, and what passed between them and
the other side of a call.

Nothing here tells of others' readings: not by a word, not by when it is said. That all have read, that
a panel agrees or that something was decided is told to nobody who reads; a conflict ends all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.models import Clarification, Decision, Declaration, Proposal, Reading


def readings_waiting(user: User) -> QuerySet[Reading]:
    """Readings assigned to somebody and not submitted yet, oldest first. One query."""
    reading = memberships_in_time(user).filter(role__in=roles_that("comment"))
    rows = Reading.objects.filter(
        assessor__user=user,
        submitted=None,
        excused=None,
        proposal__withdrawn=None,
        proposal__round__finished=None,
        proposal__round__organisation__memberships__in=reading,
    )
    return rows.select_related("proposal__round").order_by("assigned", "pk")


def _clarifications_for(user: User) -> QuerySet[Clarification]:
    """Open clarifications of proposals that somebody submitted while signed in."""
    rows = Clarification.objects.filter(proposal__by=user, answered=None, proposal__withdrawn=None)
    return rows.select_related("proposal__round__organisation").order_by("asked")


def _decided_for(user: User) -> QuerySet[Decision]:
    """Letters on proposals that somebody handed in while signed in."""
    rows = Decision.objects.filter(proposal__by=user, proposal__withdrawn=None)
    return rows.select_related("proposal__round__organisation").order_by("issued")


def _answered_to(user: User) -> QuerySet[Clarification]:
    """Answers to what somebody asked, of proposals towards which they declared that nothing stands between."""
    asking = memberships_in_time(user).filter(role__in=roles_that("edit"))
    own = Declaration.objects.filter(pseudonym=user.pseudonym)
    rows = Clarification.objects.filter(
        asked_by=user,
        proposal__withdrawn=None,
        proposal__in=own.values("proposal"),
        proposal__round__organisation__memberships__in=asking,
    ).exclude(proposal__in=own.open_conflicts().values("proposal"))
    return rows.select_related("proposal__round").order_by("answered")


def people_with_news() -> Q:
    """A condition on people who may have news since they were last notified."""
    assigned = Reading.objects.filter(
        submitted=None, excused=None, assigned__gt=F("assessor__user__mailed_until")
    )
    unanswered = Clarification.objects.filter(
        answered=None, asked__gt=F("proposal__by__mailed_until")
    )
    answered = Clarification.objects.filter(answered__gt=F("asked_by__mailed_until"))
    decided = Decision.objects.filter(issued__gt=F("proposal__by__mailed_until"))
    return (
        Q(pk__in=assigned.values("assessor__user"))
        | Q(pk__in=unanswered.values("proposal__by"))
        | Q(pk__in=answered.values("asked_by"))
        | Q(pk__in=decided.values("proposal__by"))
    )


def news_of(user: User, until: datetime) -> Iterator[str]:
    """Somebody's news since they were last notified, a line each, without any contents.

    Four queries.
    """
    span = (user.mailed_until, until)
    for reading in readings_waiting(user).filter(assigned__gt=span[0], assigned__lte=span[1]):
        names = {"receipt": reading.proposal.receipt, "round": reading.proposal.round.title}
        yield _("You are asked to read %(receipt)s, of the round “%(round)s”.") % names
    for each in _clarifications_for(user).filter(asked__gt=span[0], asked__lte=span[1]):
        yield clarification_notice(each)
    for each in _answered_to(user).filter(answered__gt=span[0], answered__lte=span[1]):
        names = {"receipt": each.proposal.receipt, "round": each.proposal.round.title}
        yield _("What you asked about %(receipt)s, of the round “%(round)s”, is answered.") % names
    for decision in _decided_for(user).filter(issued__gt=span[0], issued__lte=span[1]):
        yield decided_in_words(decision.proposal)


def clarification_notice(clarification: Clarification) -> str:
    """A notice that an applicant was asked something, without the question."""
    return _(
        "%(name)s has a question about your proposal “%(title)s”. Please answer by %(day)s."
    ) % {
        "name": clarification.proposal.round.organisation,
        "title": clarification.proposal.title,
        "day": date_format(clarification.due),
    }


def decided_in_words(proposal: Proposal) -> str:
    """Says that something was decided; not what."""
    return _("%(name)s has decided on your proposal “%(title)s”; the letter is on its page.") % {
        "name": proposal.round.organisation,
        "title": proposal.title,
    }
