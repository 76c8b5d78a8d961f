"""Legal reviews at hand, and their lines on the items that a programme works on."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design, Legal
from trueline.legal import Item, LegalReview
from trueline.review.rule import RuleContext


def title_key(title: str) -> tuple[str, ...]:
    """Titles that differ in nothing but case and spaces are one."""
    return tuple(title.casefold().split())


def reviews_at_hand(context: RuleContext[Design]) -> dict[tuple[str, ...], LegalReview]:
    """The legal reviews that rules were given, by title."""
    return {title_key(review.title): review for review in context.related.get("legal", ())}


def with_review(context: RuleContext[Design]) -> Iterator[tuple[Legal, LegalReview]]:
    """Each activity on the law with the review that it names, where that is at hand."""
    at_hand = reviews_at_hand(context)
    for activity in context.document.of_kind(Legal):
        review = at_hand.get(title_key(activity.legal_review))
        if activity.legal_review and review is not None:
            yield activity, review


def lines_of(review: LegalReview, item: str) -> list[Item]:
    """A review's lines on an item: of agreements there is one for each country."""
    return [line for _holder, line in review.items() if getattr(line, "item", "") == item]
