"""Reading what happened to a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import NoneType
from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from trueline.document import Document, Part, resolve
from trueline.reports.labels import PlaceLabel, place_label
from trueline.web.accounts.models import User
from trueline.web.documents.actions.submitting import submissions_of
from trueline.web.documents.models import Action, Revision, Submission
from trueline.web.documents.places import place_url, restore_url
from trueline.web.documents.workspace import Workspace
from trueline.web.lists import Choice, Filter, page_of

STARTED = {
    "blank": gettext_noop("Started from a blank page"),
    "copy": gettext_noop("Started as a copy"),
    "template": gettext_noop("Started from a template"),
    "example": gettext_noop("Started from a worked example"),
    "file": gettext_noop("Started from a file"),
    "logframe": gettext_noop("Started from a logframe"),
    "proposal": gettext_noop("Started from the passages of a proposal"),
}
"""Labels of a first revision, by where it comes from."""


@dataclass(frozen=True)
class Line:
    """One revision as the list shows it, with what was submitted of it.

    `place` is where it happened, as that is called today; `url` leads there, if it is still there.
    `restore` leads to putting that place alone back: to what it was before it was removed, else to
    how this revision left it.
    """

    revision: Revision
    what: str
    place: PlaceLabel | None
    url: str
    restore: str = ""
    submissions: list[Submission] = field(default_factory=list)

    @property
    def is_removal(self) -> bool:
        return self.revision.action == Action.REMOVED


@dataclass(frozen=True)
class History:
    """A page of revisions, newest first, and what was looked for."""

    filter: Filter
    page: Page[Revision]
    lines: list[Line]


def history(workspace: Workspace, query: QueryDict) -> History:
    """A page of the revisions that a query string selects. Four queries, whatever their number."""
    revisions = workspace.record.revisions.defer("packed").select_related("author")
    authors = User.objects.filter(pk__in=workspace.record.revisions.values("author")).order_by(
        "name"
    )
    history_filter = Filter.of(
        query,
        Choice("who", _("Who"), [(str(author.pk), str(author)) for author in authors]),
        Choice("action", _("Action"), [(a.value, a.label) for a in Action]),
    )
    if history_filter.chosen("who"):
        revisions = revisions.filter(author=history_filter.chosen("who"))
    if history_filter.chosen("action"):
        revisions = revisions.filter(action=history_filter.chosen("action"))
    page = page_of(history_filter.holding(revisions, "address", "author__name"), query)
    submissions: dict[int, list[Submission]] = {}
    for submission in submissions_of(workspace.record).filter(revision__in=list(page)):
        submissions.setdefault(submission.revision_id, []).append(submission)
    lines = [_line(workspace, revision, submissions.get(revision.pk, [])) for revision in page]
    return History(history_filter, page, lines)


def _line(workspace: Workspace, revision: Revision, submissions: list[Submission]) -> Line:
    document, place, url, restore = workspace.document, None, "", ""
    if revision.address:
        place = place_label(document, revision.address, workspace.toolkit)
        url = place_url(workspace.record, document, revision.address) if place.exists else ""
        is_removal = revision.action == Action.REMOVED
        is_list = not isinstance(_part_at(document, revision.address), Part | NoneType)
        if (
            place.exists is not is_removal
            and not is_list
            and revision.number != workspace.record.revision
        ):
            number = revision.number - is_removal
            restore = restore_url(workspace.record, number, revision.address)
    return Line(revision, action_in_words(revision), place, url, restore, submissions)


def _part_at(document: Document, address: str) -> Any:
    """The value at an address: a part, a list of parts, or None."""
    try:
        return resolve(document, address)
    except (KeyError, ValueError):
        return None


def action_in_words(revision: Revision) -> str:
    """The action of a revision as a sentence."""
    detail = revision.detail
    if revision.action == Action.STARTED and detail.get("from") in STARTED:
        return gettext(STARTED[detail["from"]])
    if revision.action == Action.RESTORED and revision.address:
        return gettext("Brought back as in revision %(number)s") % {
            "number": detail.get("revision", "")
        }
    if revision.action == Action.RESTORED:
        return gettext("Restored revision %(number)s") % {"number": detail.get("revision", "")}
    if revision.action == Action.OTHER:
        return gettext(detail.get("what", ""))
    return str(Action(revision.action).label)
