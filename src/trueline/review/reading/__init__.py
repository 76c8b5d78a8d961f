"""Reads the texts of a document, once for a review.

Every rule is given the document as a reader takes it: a text that says nothing (a placeholder, a
denial, a promise, a bare “yes”, a sentence pasted in many places) is empty in it, so that no rule
can be silenced by one. What was written instead stands in the `Reading`, which rules that read
words ask.
"""

from trueline.review.reading.policy import EmptyText, Policy
from trueline.review.reading.reader import Reading, read
from trueline.review.reading.says_nothing import Way
from trueline.review.reading.texts import FieldText

__all__ = ["EmptyText", "FieldText", "Policy", "Reading", "Way", "read"]
