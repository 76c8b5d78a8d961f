"""Letting people without an account read one version of a design, by a link that ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from trueline.design import Design
from trueline.web.accounts.link_secrets import digest, new_secret
from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.designs.models import DesignRecord, Revision, ShareLink
from trueline.web.designs.store import design_in

USUAL = timedelta(days=30)
LONGEST = timedelta(days=366)


@transaction.atomic
def share(
    revision: Revision, *, by: User, expires: datetime, note: str, with_review: bool
) -> tuple[ShareLink, str]:
    """Make a link to one revision; returns it and its secret, which is kept nowhere else."""
    if not timezone.now() < expires <= timezone.now() + LONGEST:
        raise ValueError("A link ends after now and within a year.")
    secret, kept = new_secret()
    link = ShareLink.objects.create(
        revision=revision, digest=kept, note=note, with_review=with_review, created_by=by,
        expires=expires,
    )  # fmt: skip
    record_event(
        "shared", by=by, organisation=revision.design.organisation_id, subject="design",
        subject_id=revision.design_id, link=str(link.pk), revision=revision.number,
        until=expires.date().isoformat(), with_review=with_review,
    )  # fmt: skip
    return link, secret


@transaction.atomic
def withdraw(link: ShareLink, *, by: User) -> None:
    """End a link at once."""
    if link.withdrawn is None:
        link.withdrawn = timezone.now()
        link.save(update_fields=["withdrawn"])
        design = link.revision.design
        record_event("withdrawn", by=by, organisation=design.organisation_id,
                     subject="share link", subject_id=link.pk, design=str(design.pk))  # fmt: skip


def link_with(secret: str) -> ShareLink | None:
    """The link of a secret, whether or not it can still be used. One query."""
    links = ShareLink.objects.select_related("revision__design__organisation")
    return links.defer("revision__design__document").filter(digest=digest(secret)).first()


def design_shown(link: ShareLink) -> Design:
    """The version that a link lets read. What was set aside, why and by whom goes with the review."""
    design = design_in(link.revision)
    return design if link.with_review else design.model_copy(update={"waivers": ()})


def links_to(record: DesignRecord) -> list[ShareLink]:
    """All links ever made to a design, newest first. One query."""
    links = ShareLink.objects.filter(revision__design=record)
    return list(links.select_related("revision", "created_by").defer("revision__packed"))
