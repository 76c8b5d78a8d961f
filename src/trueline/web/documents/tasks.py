"""Making a file of one revision of a document, for a member or for somebody with a link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django_tasks import task

from trueline.document import Document
from trueline.language.own_names import NO_NAMES, Names, own_names
from trueline.reports import ExportRequest
from trueline.reports.exports.export import Paper
from trueline.review import review
from trueline.web.documents import exports
from trueline.web.documents.filenames import file_name
from trueline.web.documents.kind_pages import Related, related_to
from trueline.web.documents.models import Revision
from trueline.web.documents.store import document_in
from trueline.web.library.edition import toolkit_in_use
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest


@dataclass(frozen=True)
class Wish:
    """The kind of file, and how. Without `offers_review` nothing of the review is in it.

    `is_member`: whoever asks belongs to the organisation, and not only has a link.
    """

    export: str
    on: date
    paper: Paper = "a4"
    with_review: bool = False
    offers_review: bool = True
    is_member: bool = False


def ask_for_export(
    revision: Revision, wish: Wish, *, title: str, owner: str, asker: Asker
) -> FileRequest | None:
    """Have an export made; None where there is none of this name. Raises TooMany.

    `title` names the file.
    """
    kind = revision.document.kind
    export = exports.find(kind, wish.export, with_review=wish.offers_review)
    if export is None:
        return None
    name, media_type = export
    return ask_for(
        make_export,
        arguments={
            "revision": revision.pk,
            "export": wish.export,
            "on": wish.on.isoformat(),
            "paper": wish.paper,
            "with_review": wish.with_review,
            "offers_review": wish.offers_review,
            "related": repr(_related(revision).key) if wish.is_member else None,
            "names": revision.document.organisation.own_names,
        },
        owner=owner,
        asker=asker,
        name=file_name(title, name),
        media_type=media_type,
    )


@task()
def make_export(file_id: str) -> None:
    make(file_id, _content)


def _content(
    *,
    revision: int,
    export: str,
    on: str,
    paper: Paper,
    with_review: bool,
    offers_review: bool,
    related: str | None = None,
    names: Names = NO_NAMES,
) -> bytes:
    """Without `related`, as by a link, other documents of the organisation are left out."""
    stored = Revision.objects.select_related("document").get(pk=revision)
    document = document_in(stored)
    if not offers_review:
        document = exports.without_review(document)
    toolkit, day = toolkit_in_use(), date.fromisoformat(on)
    related_documents = _related(stored, document) if related is not None else Related()
    with own_names(names):
        findings = None
        if with_review:
            findings = review(document, toolkit, on=day, related=related_documents.documents)
        request = ExportRequest(
            document, toolkit, findings, paper=paper, on=day, related=related_documents.documents
        )
        return exports.content(request, export, with_review=offers_review)


def _related(revision: Revision, document: Document | None = None) -> Related:
    organisation = revision.document.organisation_id
    return related_to(organisation, document or document_in(revision))
