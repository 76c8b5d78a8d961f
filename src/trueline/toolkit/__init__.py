"""The ICAT toolkit as data: lessons, questions, indicators, evidence, words.

>>> toolkit = load_toolkit()
>>> toolkit["awareness.target-group"].ref
'3 Q1'
"""

from trueline.toolkit.counts import Count, counts
from trueline.toolkit.entries import (
    Category,
    Evidence,
    Figure,
    Indicator,
    Lesson,
    Point,
    Question,
    Resource,
    Section,
    Term,
    Topic,
    Vocabulary,
)
from trueline.toolkit.loading import languages, load_toolkit, validate_pack
from trueline.toolkit.search import Hit, search
from trueline.toolkit.toolkit import Item, Node, Toolkit

__all__ = [
    "Category",
    "Count",
    "Evidence",
    "Figure",
    "Hit",
    "Indicator",
    "Item",
    "Lesson",
    "Node",
    "Point",
    "Question",
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
