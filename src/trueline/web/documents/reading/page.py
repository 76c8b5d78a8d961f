"""The reading page of a revision, made once: a revision never changes.

A short document stands on one page. A long one has a page for each chapter, and a long chapter several
(`?chapter=activities&page=2`), so that a phone on a slow line is not sent all of it at once;
`?chapter=all` gives the whole, to print or to search. The whole of what is too long for that is in its
files.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from trueline.document import Document
from trueline.language import wording_key
from trueline.memory import Cache
from trueline.toolkit import Toolkit
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.models import Revision
from trueline.web.documents.reading.chapters import Reader
from trueline.web.documents.reading.outline import LONGEST, WHOLE, Outline

ALL = "all"

_outlines: Cache[tuple[Outline, ...]] = Cache(2_000_000)


@dataclass(frozen=True)
class ReadingPage:
    """A page of a document to be read; `ends`: whether the last chapter is on it.

    `contents` are the items of its table of contents, where that stands apart. `whole`: whether all of
    it may be asked for at once.
    """

    html: SafeString
    ends: bool
    contents: SafeString = field(default_factory=SafeString)
    whole: bool = True


def reading_page(
    revision: Revision,
    document: Document,
    toolkit: Toolkit,
    query: QueryDict,
    *,
    separate_contents: bool = False,
) -> ReadingPage:
    """All chapters of a revision; for a long one the requested chapter and page, else the first.

    `document` is what the revision holds, with what was set aside or without it. `separate_contents`: whether
    the page puts the table of contents in a place of its own.
    """
    key = (
        "reading",
        revision.document_id,
        revision.number,
        hash(bytes(revision.packed)),
        bool(document.waivers),
        wording_key(),
        toolkit.head.edition,
        separate_contents,
    )
    reader = Reader(revision.document, document, toolkit)
    outlines = _outlines.get(key, reader.outlines)
    return _Reading(key, reader, outlines, separate_contents).page(query)


@dataclass(frozen=True)
class _Reading:
    """The pages of one revision, for one sort of visitor in one language."""

    key: tuple[Hashable, ...]
    reader: Reader
    outlines: tuple[Outline, ...]
    separate_contents: bool

    def page(self, query: QueryDict) -> ReadingPage:
        weight = sum(outline.weight for outline in self.outlines)
        whole, chapter = weight <= WHOLE, query.get("chapter", "")
        if weight <= LONGEST or (whole and chapter == ALL) or not self.outlines:
            return ReadingPage(self._whole(), ends=True, contents=self._contents())
        slugs = [outline.slug for outline in self.outlines]
        place = slugs.index(chapter) if chapter in slugs else 0
        here = self.outlines[place]
        number = Paginator(here.pages, 1).get_page(query.get("page")).number
        html = cached_fragment(
            (*self.key, here.slug, number), lambda: self._part(place, number, whole=whole)
        )
        ends = place == len(slugs) - 1 and number == len(here.pages)
        return ReadingPage(html, ends, self._contents(here), whole)

    def _whole(self) -> SafeString:
        def make() -> SafeString:
            chapters = [self.reader.chapter(outline) for outline in self.outlines]
            return self._html({"reading": chapters})

        return cached_fragment((*self.key, ALL), make)

    def _part(self, place: int, number: int, *, whole: bool) -> SafeString:
        """A page of a chapter, with the way to the others."""
        here, after = self.outlines[place], self.outlines[place + 1 : place + 2]
        context = {
            "reading": [self.reader.chapter(here, number - 1)],
            "here": here,
            "after": after[0] if after else None,
            "pages": Paginator(here.pages, 1).page(number),
            "query": f"chapter={here.slug}&",
            "whole": whole,
        }
        return self._html(context)

    def _html(self, context: dict[str, Any]) -> SafeString:
        about = {
            "contents": self.outlines,
            "document": self.reader.document,
            "separate_contents": self.separate_contents,
        }
        return render_to_string("documents/reading.html", {**about, **context})

    def _contents(self, here: Outline | None = None) -> SafeString:
        """The items of the table of contents; of a page of one chapter, with the way to the others."""
        if not self.separate_contents:
            return SafeString()
        context = {"contents": self.outlines, "here": here}
        return render_to_string("documents/contents.html", context)
