"""The reading page of a revision, made once: a revision never changes.

A short design stands on one page. A long one has a page for each chapter, so that a phone on a slow
line is not sent all of it at once; `?chapter=all` gives the whole, to print or to search.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from trueline.design import Design
from trueline.toolkit import Toolkit
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import Revision
from trueline.web.designs.reading import Chapter, reading

LONGEST = 150_000
"""Characters of HTML that still travel as one page, packed into some 25 KB."""
ALL = "all"


@dataclass(frozen=True)
class ReadingPage:
    """A page of a design to be read; `ends`: whether the last chapter is on it."""

    html: SafeString
    ends: bool


def reading_page(
    revision: Revision, design: Design, toolkit: Toolkit, chapter: str = ""
) -> ReadingPage:
    """All chapters of a revision; of a long one the chapter asked for, else the first.

    `design` is what the revision holds, with what was set aside or without it.
    """
    key = ("reading", revision.design_id, revision.number, bool(design.waivers), get_language(),
           toolkit.head.edition)  # fmt: skip

    def chapters() -> list[Chapter]:
        return reading(revision.design, design, toolkit)

    whole = kept_html((*key, ALL), lambda: _html(chapters()))
    if chapter == ALL or len(whole) <= LONGEST:
        return ReadingPage(whole, ends=True)
    slugs = kept_html((*key, "slugs"), lambda: _slugs(chapters())).split()
    slug = chapter if chapter in slugs else slugs[0]
    html = kept_html((*key, slug), lambda: _html(chapters(), slug))
    return ReadingPage(html, ends=slug == slugs[-1])


def _slugs(chapters: list[Chapter]) -> SafeString:
    return SafeString(" ".join(chapter.slug for chapter in chapters))


def _html(chapters: list[Chapter], slug: str = "") -> SafeString:
    """The chapter of this name with the way to the others, or all of them."""
    place = next((n for n, chapter in enumerate(chapters) if chapter.slug == slug), None)
    context = {"contents": chapters, "reading": chapters}
    if place is not None:
        here, after = chapters[place], chapters[place + 1 : place + 2]
        context |= {"reading": [here], "here": here, "after": after[0] if after else None}
    return render_to_string("designs/reading.html", context)
