"""The review: a design and the toolkit in, the findings of a knowledgeable colleague out."""

from trueline.review.engine import Summary, all_rules, review, summarised, waivers_of
from trueline.review.finding import Finding, Found, Severity
from trueline.review.rule import GROUPS, Rule

__all__ = [
    "GROUPS",
    "Finding",
    "Found",
    "Rule",
    "Severity",
    "Summary",
    "all_rules",
    "review",
    "summarised",
    "waivers_of",
]
