"""Letting people without an account read one version of a document, by a link that ends."""

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

from trueline.document import Document, kind_named
from trueline.limits import OPEN_LINKS
from trueline.web.accounts.access import still_permitted
from trueline.web.accounts.grants import Grant
from trueline.web.accounts.link_secrets import digest, new_secret
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents import exports
from trueline.web.documents.models import DocumentRecord, Revision
from trueline.web.documents.store import document_in
from trueline.web.sharing.models import ShareLink

USUAL = timedelta(days=30)
LONGEST = timedelta(days=366)


@transaction.atomic
def share(
    revision: Revision,
    *,
    by: User,
    expires: datetime,
    note: str,
    with_review: bool,
    guest: str = "",
) -> tuple[ShareLink, str]:
    """Make a link to one revision; returns it and its secret, which is kept nowhere else.

    `guest` is the name of whoever may comment by it. Raises OverLimit.
    """
    if not timezone.now() < expires <= timezone.now() + LONGEST:
        raise ValueError("A link ends after now and within a year.")
    open_links = ShareLink.objects.filter(
        revision__document=revision.document_id, withdrawn=None, expires__gt=timezone.now()
    )
    OPEN_LINKS.check(open_links.count() + 1)
    secret, digest = new_secret()
    link = ShareLink.objects.create(
        revision=revision,
        digest=digest,
        note=note,
        guest=guest,
        with_review=with_review,
        created_by=by,
        expires=expires,
    )
    record_event(
        Action.SHARED,
        by=by,
        organisation=revision.document.organisation_id,
        subject=revision.document.kind,
        subject_id=revision.document_id,
        link=str(link.pk),
        revision=revision.number,
        until=expires.date().isoformat(),
        with_review=with_review,
        **({"comments": True} if guest else {}),
    )
    return link, secret


@transaction.atomic
def withdraw(link: ShareLink, *, by: User | None) -> None:
    """End a link at once."""
    if link.withdrawn is None:
        link.withdrawn = timezone.now()
        link.save(update_fields=["withdrawn"])
        record = link.revision.document
        record_event(
            Action.WITHDRAWN,
            by=by,
            organisation=record.organisation_id,
            subject="share link",
            subject_id=link.pk,
            document=str(record.pk),
        )


@transaction.atomic
def keep(link: ShareLink, *, by: User) -> None:
    """Look after a link from now on: it opens under one's own right to share."""
    if link.kept_by_id != by.pk:
        link.kept_by = by
        link.save(update_fields=["kept_by"])
        record = link.revision.document
        record_event(
            Action.KEPT,
            by=by,
            organisation=record.organisation_id,
            subject="share link",
            subject_id=link.pk,
            document=str(record.pk),
        )


def _with_holder() -> QuerySet[ShareLink]:
    """Links with `holder`, under whose right they open, and whether that one still has it."""
    organisation = "revision__document__organisation"
    return ShareLink.objects.annotate(holder=Coalesce("kept_by", "created_by")).annotate(
        upheld=still_permitted("share", organisation=organisation, user="holder")
    )


def link_with(secret: str) -> ShareLink | None:
    """The link of a secret, whether or not it can still be used. One query."""
    links = _with_holder().select_related("revision__document__organisation")
    return links.defer("revision__document__content").filter(digest=digest(secret)).first()


def open_links_of(user: int, organisations: Collection[UUID]) -> QuerySet[ShareLink]:
    """Links that somebody made or looks after, and that can still be read by."""
    links = _with_holder().filter(
        holder=user,
        revision__document__organisation__in=organisations,
        withdrawn=None,
        expires__gt=timezone.now(),
    )
    return links.select_related("revision__document").defer(
        "revision__packed", "revision__document__content"
    )


def _in_words(link: ShareLink) -> str:
    record = link.revision.document
    title = record.title or _(kind_named(record.kind).labels.untitled)
    return _("%(note)s, to read “%(title)s” until %(day)s") % {
        "note": link.note or _("No note"),
        "title": title,
        "day": date_format(link.last_day),
    }


GRANT = Grant(
    permission="share", open_of=open_links_of, label=_in_words, withdraw=withdraw, keep=keep
)
"""A link ends with the right to share, unless somebody else looks after it."""


def shared_document(link: ShareLink) -> Document:
    """The document of a link's revision; waivers are left out where the link shows no review."""
    document = document_in(link.revision)
    return document if link.with_review else exports.without_review(document)


def links_to(record: DocumentRecord) -> QuerySet[ShareLink]:
    """All links ever made to a document, newest first. One query."""
    links = _with_holder().filter(revision__document=record)
    return links.select_related("revision", "created_by", "kept_by").defer("revision__packed")
