"""Audits: what a section of the toolkit asks, answered from a document of the kind that it is about.

Pure functions, as the review is. They count what the structure tells, show what the document says,
and leave to people what only people can judge. There is no score.
"""

from trueline.review.audits.answers import Answer, Standing, in_words, share, to_judge
from trueline.review.audits.auditing import Answering, Audit, Line, Part, held_against

__all__ = [
    "Answer",
    "Answering",
    "Audit",
    "Line",
    "Part",
    "Standing",
    "held_against",
    "in_words",
    "share",
    "to_judge",
]
