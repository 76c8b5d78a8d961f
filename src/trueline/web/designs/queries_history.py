"""Reading what happened to a design."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from trueline.design import Design
from trueline.toolkit import Toolkit
from trueline.web.designs.models import DesignRecord, Revision
from trueline.web.designs.naming import Named, named
from trueline.web.designs.restoring import what_in_words
from trueline.web.designs.workspace.places import place_url

ON_A_PAGE = 50


@dataclass(frozen=True)
class Row:
    """One revision as the list shows it.

    `place` is where it happened, as that is called today; `url` leads there, if it is still there.
    """

    revision: Revision
    what: str
    place: Named | None
    url: str


@dataclass(frozen=True)
class History:
    """A page of revisions, newest first."""

    page: Page[Revision]
    rows: list[Row]


def history(record: DesignRecord, design: Design, toolkit: Toolkit, page: str) -> History:
    """A page of a design's revisions. Two queries, whatever their number."""
    revisions = record.revisions.defer("packed").select_related("author")
    shown = Paginator(revisions, ON_A_PAGE).get_page(page)
    return History(shown, [_row(record, revision, design, toolkit) for revision in shown])


def _row(record: DesignRecord, revision: Revision, design: Design, toolkit: Toolkit) -> Row:
    place = named(design, revision.address, toolkit) if revision.address else None
    there = place is not None and place.there
    url = place_url(record, design, revision.address) if there else ""
    return Row(revision, what_in_words(revision.what), place, url)
