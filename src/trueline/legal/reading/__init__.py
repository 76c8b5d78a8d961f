"""Reads the law of a country from a report in English: articles, penalties, ratifications, with page."""

from trueline.legal.reading.conducts import ConductMention
from trueline.legal.reading.report import Comparison, Report, begin_from, compare, read_report
from trueline.legal.reading.terms import Term
from trueline.legal.reading.treaties import Claim

__all__ = [
    "Claim",
    "Comparison",
    "ConductMention",
    "Report",
    "Term",
    "begin_from",
    "compare",
    "read_report",
]
