"""The legal framework review: a country's law, held against section 5 of the toolkit."""

from trueline.legal.checklists import Agencies, Agreement, Conduct, Framework, Power, Remedy, Right
from trueline.legal.framework import Concept, ImplementingRule, Law, Questions
from trueline.legal.item import Item, Provision
from trueline.legal.kind import LEGAL
from trueline.legal.review import CHECKLISTS, LegalReview
from trueline.legal.treaties import KeyProvision, Treaty

__all__ = [
    "CHECKLISTS",
    "LEGAL",
    "Agencies",
    "Agreement",
    "Concept",
    "Conduct",
    "Framework",
    "ImplementingRule",
    "Item",
    "KeyProvision",
    "Law",
    "LegalReview",
    "Power",
    "Provision",
    "Questions",
    "Remedy",
    "Right",
    "Treaty",
]
