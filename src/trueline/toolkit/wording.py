"""Words for what the pack says in codes, the same on every screen and page."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from trueline.language import gettext, joined, lower_first, ngettext
from trueline.language.terms import ANCHOR, STANDS_IN
from trueline.toolkit.entries import Resource, Vocabulary, Work
from trueline.toolkit.measuring import Beside, Category, FollowUp
from trueline.toolkit.texts import Quotation
from trueline.toolkit.toolkit import Node, Toolkit


def proxy_of(category: Category) -> str:
    """The sentence on what a category can't stand in for, and for what exactly, where the category says so."""
    if category.cannot_stand_in_for:
        return f"{proxy_lead()} {category.cannot_stand_in_for}"
    return STANDS_IN.label(category.stands_in)


def proxies_of(categories: Collection[Category]) -> str:
    """The same of several categories: one sentence on all that they can't stand in for."""
    needs = dict.fromkeys(category.cannot_stand_in_for for category in categories)
    needs_of_each = [text.rstrip(".") for text in needs if text]
    others = dict.fromkeys(proxy_of(each) for each in categories if not each.cannot_stand_in_for)
    sentences = [f"{proxy_lead()} {'; '.join(needs_of_each)}."] if needs_of_each else []
    return " ".join([*sentences, *others])


def proxy_lead() -> str:
    """The words before those of the toolkit on what exactly a category can't stand in for."""
    return gettext("Never stands in for what lies beyond it:")


def proxy_is_ours(category: Category) -> bool:
    """Whether that sentence is ours rather than the source's."""
    field = "cannot_stand_in_for" if category.cannot_stand_in_for else "stands_in"
    return field not in category.source_gives


def months(numbers: tuple[int, ...]) -> str:
    """Months in words: "6 and 12 months"."""
    numbers_text = joined([str(number) for number in numbers])
    return ngettext("{months} month", "{months} months", numbers[-1], months=numbers_text)


def follow_up(times: FollowUp | None) -> str | None:
    """When to measure again, in words: "6 to 12 months after the activity ends"."""
    if times is None:
        return None
    if times.window:
        first, last = times.window
        when = gettext("{first} to {last} months", first=first, last=last)
    elif times.at_least:
        when = ngettext("at least {count} month", "at least {count} months", times.at_least)
    else:
        when = months(times.at)
    sentence = gettext("{months} {after}", months=when, after=ANCHOR.label(times.anchor))
    if times.anchor_is_ours:
        return f"{sentence} ({gettext('counted from there: ours')})"
    return sentence


def beside_line(figure: Beside) -> str:
    """A figure to report beside an indicator, with its N and D and what it adds."""
    parts = (
        figure.statement.rstrip("."),
        f"N: {figure.numerator}" if figure.numerator else None,
        f"D: {figure.denominator}" if figure.denominator else None,
        figure.shows,
    )
    return ". ".join(part for part in parts if part)


def quoted(quotation: Quotation) -> str:
    """The words between quotation marks; those inside them are single."""
    inner = quotation.citation.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def quoted_from(quotation: Quotation) -> str:
    """The source of a quotation: its law and the article."""
    return f"{quotation.name}, {quotation.article}"


def vocabulary_title(toolkit: Toolkit, id: str) -> str:
    """The title of a list of the vocabulary; else the word itself."""
    vocabulary = toolkit.get(id)
    return gettext(vocabulary.title) if isinstance(vocabulary, Vocabulary) else id


def broken_down_by(toolkit: Toolkit, lists: Iterable[str]) -> str:
    """By what an indicator is broken down, lists of the vocabulary by their titles."""
    return ", ".join(lower_first(vocabulary_title(toolkit, id)) for id in lists)


def work_line(work: Work) -> str:
    """A publication in one line, its address last."""
    parts = (work.author, work.title, work.publisher, work.place, work.year, work.detail)
    line = ". ".join(part.rstrip(".") for part in parts if part) + "."
    return f"{line} {work.url}" if work.url else line


def title_of(node: Node) -> str:
    """The title of a thing in a list."""
    item: Any = node.item
    if isinstance(item, Resource):
        return item.work.title
    for name in ("title", "label", "statement", "text", "note"):
        title: str = getattr(item, name, None) or ""
        if title:
            return title if len(title) < 110 else title[:107].rstrip() + "..."
    return node.id


def group_in_words(group: Iterable[tuple[str, str]], toolkit: Toolkit) -> str:
    """A group of people, given as pairs of a list and a word of it; all people without any."""
    labels = [
        next((term.label for term in toolkit.terms(name) if term.id == word), word)
        for name, word in group
    ]
    return ", ".join(labels) or gettext("All")
