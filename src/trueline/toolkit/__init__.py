"""The ICAT toolkit as data: lessons, questions, indicators, evidence, words.

>>> toolkit = load_toolkit()
>>> toolkit["awareness.target-group"].ref
'3 Q1'
"""

from trueline.toolkit.counts import Count, counts
from trueline.toolkit.entries import (
    Evidence,
    Figure,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Term,
    Topic,
    Vocabulary,
)
from trueline.toolkit.loading import languages, load_toolkit, validate_pack
from trueline.toolkit.measuring import Category, FollowUp, Indicator
from trueline.toolkit.search import Hit, search
from trueline.toolkit.texts import Point, Quotation
from trueline.toolkit.toolkit import Item, Node, Toolkit

__all__ = [
    "Category",
    "Count",
    "Evidence",
    "Figure",
    "FollowUp",
    "Guide",
    "Hit",
    "Indicator",
    "Item",
    "Lesson",
    "Node",
    "Point",
    "Question",
    "Quotation",
    "Resource",
    "Section",
    "Term",
    "Toolkit",
    "Topic",
    "Vocabulary",
    "counts",
    "languages",
    "load_toolkit",
    "search",
    "validate_pack",
]
