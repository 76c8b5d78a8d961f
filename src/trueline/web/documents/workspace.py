"""One document as one visitor works on it: made once for each request, handed to all that need it."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.document import Document, Kind, Part, Step, kind_named, resolve
from trueline.toolkit import Toolkit
from trueline.web.accounts.models import User
from trueline.web.documents.kind_pages import KindPages, PageLink, Related, pages_of, related_to
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.notes import Notes, notes_on
from trueline.web.documents.places import step_url
from trueline.web.documents.store import document_of
from trueline.web.library.edition import toolkit_in_use


@dataclass(frozen=True)
class StepLink:
    """A step in the list on the left. `filled` says whether the document holds something there."""

    step: Step
    url: str
    current: bool
    filled: bool
    count: int


class Workspace:
    """A record with its document, the toolkit, what the review notes, and what the visitor may do.

    Each is worked out when it is first asked for. `permissions` holds true for each right; `here` is the
    step that the page belongs to, "" for none.
    """

    def __init__(self, record: DocumentRecord, user: User, permissions: dict[str, bool]) -> None:
        self.record, self.user, self.permissions = record, user, permissions
        self.here = ""

    @cached_property
    def kind(self) -> Kind[Document]:
        return kind_named(self.record.kind)

    @property
    def title(self) -> str:
        """The document's title."""
        return self.record.label

    @cached_property
    def pages(self) -> KindPages:
        """The additions of this kind of document to its pages."""
        return pages_of(self.record.kind)

    @cached_property
    def document(self) -> Any:
        return document_of(self.record)

    @cached_property
    def toolkit(self) -> Toolkit:
        return toolkit_in_use()

    @cached_property
    def notes(self) -> Notes:
        return notes_on(self.record, self.document, self.kind, self.toolkit, self.related)

    @cached_property
    def related(self) -> Related:
        """Other documents that the review is given; its `key` identifies them in a cache."""
        return related_to(self.record.organisation_id, self.document)

    @cached_property
    def open_threads(self) -> int:
        """How many threads of comments are not settled. One query."""
        return self.record.comments.filter(parent=None, resolved=None).count()

    def refresh(self) -> None:
        """Forget what was worked out, after a save."""
        self.record.refresh_from_db()
        for name in ("document", "notes", "related"):
            self.__dict__.pop(name, None)

    def part(self, address: str) -> Part | None:
        """The part at an address; None where none stands."""
        try:
            place = resolve(self.document, address)
        except (KeyError, ValueError):
            return None
        return place if isinstance(place, Part) else None

    def step_of(self, address: str) -> Step:
        return self.kind.step_of(address)

    def url_of_step(self, address: str) -> str:
        """The step on which a place is shown."""
        return step_url(self.record, self.step_of(address))

    @property
    def links(self) -> tuple[PageLink, ...]:
        """Further pages of the document, as far as the visitor may open them."""
        return tuple(link for link in self.pages.links if self.permissions.get(link.permission))

    @property
    def steps(self) -> list[StepLink]:
        """The steps, for the list on the left."""
        counts = self.notes.counts
        return [
            StepLink(
                step,
                step_url(self.record, step),
                step.slug == self.here,
                _is_filled(self.document, step),
                counts[step.slug],
            )
            for step in self.kind.steps
        ]

    @property
    def stands(self) -> tuple[Hashable, ...]:
        """The notes of the list on the left besides where each step is."""
        progress = tuple((link.step.slug, link.filled, link.count) for link in self.steps)
        return self.here, self.record.state, progress

    @property
    def place(self) -> dict[str, Any] | None:
        """The step that the page belongs to, with its number; None for a page of the whole."""
        steps = self.kind.steps
        matching = ((n, step) for n, step in enumerate(steps, start=1) if step.slug == self.here)
        number, step = next(matching, (0, None))
        return {"number": number, "of": len(steps), "title": step.label} if step else None

    def page(
        self,
        request: HttpRequest,
        template: str,
        context: dict[str, Any] | None = None,
        *,
        here: str = "",
        status: int = 200,
    ) -> HttpResponse:
        """Render a page about the document, in its frame; `here` is the step that it belongs to."""
        self.here = here
        return render(request, template, {"workspace": self, **(context or {})}, status=status)


def _is_filled(document: Document, step: Step) -> bool:
    if step.part == "":
        return bool(document.title and document.summary)
    return any(resolve(document, name) for name in step.lists)
