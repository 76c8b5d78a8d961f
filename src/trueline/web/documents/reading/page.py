"""The reading page of a revision, made once: a revision never changes.

A short document stands on one page. A long one has a page for each chapter, so that a phone on a slow
line is not sent all of it at once; `?chapter=all` gives the whole, to print or to search.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from trueline.document import Document
from trueline.language import wording_key
from trueline.toolkit import Toolkit
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.models import Revision
from trueline.web.documents.reading.chapters import Chapter, chapters_of

LONGEST = 150_000
"""Characters of HTML that still travel as one page, packed into some 25 KB."""
ALL = "all"


@dataclass(frozen=True)
class ReadingPage:
    """A page of a document to be read; `ends`: whether the last chapter is on it.

    `contents` are the items of its table of contents, where that stands apart.
    """

    html: SafeString
    ends: bool
    contents: SafeString = field(default_factory=SafeString)


def reading_page(
    revision: Revision,
    document: Document,
    toolkit: Toolkit,
    chapter: str = "",
    *,
    apart: bool = False,
) -> ReadingPage:
    """All chapters of a revision; of a long one the chapter asked for, else the first.

    `document` is what the revision holds, with what was set aside or without it. `apart`: whether
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
        apart,
    )

    def chapters() -> list[Chapter]:
        return chapters_of(revision.document, document, toolkit)

    def contents(slug: str = "") -> SafeString:
        if not apart:
            return SafeString()
        return cached_fragment((*key, "contents", slug), lambda: _contents(chapters(), slug))

    whole = cached_fragment((*key, ALL), lambda: _html(chapters(), document, apart=apart))
    if chapter == ALL or len(whole) <= LONGEST:
        return ReadingPage(whole, ends=True, contents=contents())
    slugs = cached_fragment((*key, "slugs"), lambda: _slugs(chapters())).split()
    slug = chapter if chapter in slugs else slugs[0]
    html = cached_fragment((*key, slug), lambda: _html(chapters(), document, slug, apart=apart))
    return ReadingPage(html, ends=slug == slugs[-1], contents=contents(slug))


def _slugs(chapters: list[Chapter]) -> SafeString:
    return SafeString(" ".join(chapter.slug for chapter in chapters))


def _contents(chapters: list[Chapter], slug: str) -> SafeString:
    """The items of the table of contents; of a page of one chapter, with the way to the others."""
    here = next((chapter for chapter in chapters if chapter.slug == slug), None)
    context = {"contents": chapters, "here": here}
    return render_to_string("documents/contents.html", context)


def _html(
    chapters: list[Chapter], document: Document, slug: str = "", *, apart: bool = False
) -> SafeString:
    """The chapter of this name with the way to the others, or all of them."""
    place = next((n for n, chapter in enumerate(chapters) if chapter.slug == slug), None)
    context: dict[str, Any] = {"contents": chapters, "reading": chapters, "document": document}
    if place is not None:
        here, after = chapters[place], chapters[place + 1 : place + 2]
        context |= {"reading": [here], "here": here, "after": after[0] if after else None}
    return render_to_string("documents/reading.html", {**context, "apart": apart})
