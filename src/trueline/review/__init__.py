"""The review: a document and the toolkit in, the findings of a knowledgeable colleague out."""

from trueline.review.emptiness import emptiness, empty_lists, nothing_to_review
from trueline.review.engine import (
    Summary,
    all_rules,
    groups,
    groups_of,
    review,
    rules_of,
    summarised,
    waivers_of,
)
from trueline.review.finding import Finding, Observation
from trueline.review.order import decisive
from trueline.review.rule import Rule, RuleContext

__all__ = [
    "Finding",
    "Observation",
    "Rule",
    "RuleContext",
    "Summary",
    "all_rules",
    "decisive",
    "emptiness",
    "empty_lists",
    "groups",
    "groups_of",
    "nothing_to_review",
    "review",
    "rules_of",
    "summarised",
    "waivers_of",
]
