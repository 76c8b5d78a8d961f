"""Reading what happened to a document."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext, gettext_noop

from trueline.reports.labels import PlaceLabel, place_label
from trueline.web.documents.actions.submitting import submissions_of
from trueline.web.documents.models import Action, Revision, Submission
from trueline.web.documents.places import place_url
from trueline.web.documents.workspace import Workspace

ON_A_PAGE = 50
STARTED = {
    "blank": gettext_noop("Started from a blank page"),
    "example": gettext_noop("Started from a worked example"),
    "file": gettext_noop("Started from a file"),
    "logframe": gettext_noop("Started from a logframe"),
}
"""What a first revision is said to be, by where it comes from."""


@dataclass(frozen=True)
class Line:
    """One revision as the list shows it, with what was submitted of it.

    `place` is where it happened, as that is called today; `url` leads there, if it is still there.
    """

    revision: Revision
    what: str
    place: PlaceLabel | None
    url: str
    submissions: list[Submission] = field(default_factory=list)

    @property
    def is_removal(self) -> bool:
        return self.revision.action == Action.REMOVED


@dataclass(frozen=True)
class History:
    """A page of revisions, newest first."""

    page: Page[Revision]
    lines: list[Line]


def history(workspace: Workspace, page: str) -> History:
    """A page of a document's revisions. Three queries, whatever their number."""
    revisions = workspace.record.revisions.defer("packed").select_related("author")
    shown = Paginator(revisions, ON_A_PAGE).get_page(page)
    submissions: dict[int, list[Submission]] = {}
    for submission in submissions_of(workspace.record):
        submissions.setdefault(submission.revision_id, []).append(submission)
    lines = [_line(workspace, revision, submissions.get(revision.pk, [])) for revision in shown]
    return History(shown, lines)


def _line(workspace: Workspace, revision: Revision, submissions: list[Submission]) -> Line:
    document, place, url = workspace.document, None, ""
    if revision.address:
        place = place_label(document, revision.address, workspace.toolkit)
        url = place_url(workspace.record, document, revision.address) if place.exists else ""
    return Line(revision, action_in_words(revision), place, url, submissions)


def action_in_words(revision: Revision) -> str:
    """What a revision did, in the language of the page."""
    detail = revision.detail
    if revision.action == Action.STARTED and detail.get("from") in STARTED:
        return gettext(STARTED[detail["from"]])
    if revision.action == Action.RESTORED:
        return gettext("Restored revision %(number)s") % {"number": detail.get("revision", "")}
    if revision.action == Action.OTHER:
        return gettext(detail.get("what", ""))
    return str(Action(revision.action).label)
