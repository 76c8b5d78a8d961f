"""Links by which a body writes its report without an account: made, withdrawn, looked after."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trueline.limits import OPEN_LINKS
from trueline.web.accounts.access import still_permitted
from trueline.web.accounts.grants import Grant
from trueline.web.accounts.link_secrets import digest, new_secret
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.plans.models import BodyLink, BodyReport

SUBJECT = "progress link"
LONGEST = timedelta(days=366)


@transaction.atomic
def make_link(report: BodyReport, *, by: User, expires: datetime) -> tuple[BodyLink, str]:
    """Make a link to one body's report; returns it and its secret, kept nowhere. Raises OverLimit."""
    if not timezone.now() < expires <= timezone.now() + LONGEST:
        raise ValueError("A link ends after now and within a year.")
    open_ones = BodyLink.objects.filter(report=report, withdrawn=None, expires__gt=timezone.now())
    OPEN_LINKS.check(open_ones.count() + 1)
    secret, digest = new_secret()
    link = BodyLink.objects.create(report=report, digest=digest, created_by=by, expires=expires)
    _tell(Action.SHARED, link, by)
    return link, secret


@transaction.atomic
def withdraw(link: BodyLink, *, by: User | None) -> None:
    """End a link at once."""
    if BodyLink.objects.filter(pk=link.pk, withdrawn=None).update(withdrawn=timezone.now()):
        _tell(Action.WITHDRAWN, link, by)


@transaction.atomic
def keep(link: BodyLink, *, by: User) -> None:
    """Look after a link from now on: it opens under one's own right to share."""
    if BodyLink.objects.filter(pk=link.pk).exclude(kept_by=by).update(kept_by=by):
        _tell(Action.KEPT, link, by)


def link_with(secret: str) -> BodyLink | None:
    """The link of a secret, whether or not it still opens. One query."""
    links = _with_holder().select_related("report__round__document__organisation")
    return links.filter(digest=digest(secret)).first()


def links_to(report: BodyReport) -> QuerySet[BodyLink]:
    """All links ever made to a report, newest first."""
    return _with_holder().filter(report=report).select_related("created_by", "kept_by")


def _with_holder() -> QuerySet[BodyLink]:
    """Links with `holder`, under whose right they open, and whether that one still has it."""
    organisation = "report__round__document__organisation"
    return BodyLink.objects.annotate(holder=Coalesce("kept_by", "created_by")).annotate(
        upheld=still_permitted("share", organisation=organisation, user="holder")
    )


def _open_links_of(user: int, organisations: Collection[UUID]) -> QuerySet[BodyLink]:
    links = _with_holder().filter(
        holder=user,
        report__round__document__organisation__in=organisations,
        withdrawn=None,
        expires__gt=timezone.now(),
    )
    return links.select_related("report__round__document")


def _in_words(link: BodyLink) -> str:
    return _("%(body)s, to report on “%(round)s” until %(day)s") % {
        "body": link.report.body,
        "round": link.report.round.title,
        "day": date_format(link.last_day),
    }


GRANT = Grant(
    permission="share", open_of=_open_links_of, label=_in_words, withdraw=withdraw, keep=keep
)
"""A link ends with the right to share, unless somebody else looks after it."""


def _tell(action: Action, link: BodyLink, by: User | None) -> None:
    record = link.report.round.document
    record_event(
        action,
        by=by,
        organisation=record.organisation_id,
        subject=SUBJECT,
        subject_id=link.pk,
        document=str(record.pk),
        round=link.report.round_id,
    )
