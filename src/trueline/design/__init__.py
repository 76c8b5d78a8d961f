"""The programme design: one typed document, from file to file without loss.

>>> design = parse_design("title: Safe work").design
>>> design.title
'Safe work'
"""

from trueline.design.activity import (
    ACTIVITY_KINDS,
    Activity,
    ActivityBase,
    Awareness,
    Identification,
    Justice,
    Legal,
    Livelihoods,
    Other,
    Plans,
    Support,
)  # fmt: skip
from trueline.design.address import elements_of, format_address, line_of, parse_address, resolve
from trueline.design.behaviour import Barrier, Behaviour, Displacement
from trueline.design.comparison import Change, compare
from trueline.design.document import SCHEMA_VERSION, Design, ExternalFactor, Partner
from trueline.design.editing import add_element, move_element, remove_element, set_field
from trueline.design.fields import Element, Money, Part
from trueline.design.measurement import Evaluation, Indicator, Study
from trueline.design.pattern import Factor, Pattern, Strategy
from trueline.design.reading import LoadedDesign, design_from_json, load_design, parse_design
from trueline.design.references import dangling_references, references_to
from trueline.design.responses import Answer, NextStep, Source, Waiver
from trueline.design.theory import Assumption, Link, Result
from trueline.design.writing import design_to_json, design_to_yaml

__all__ = [
    "ACTIVITY_KINDS", "SCHEMA_VERSION", "Activity", "ActivityBase", "Answer", "Assumption",
    "Awareness", "Barrier", "Behaviour", "Change", "Design", "Displacement", "Element",
    "Evaluation", "ExternalFactor", "Factor", "Identification", "Indicator", "Justice", "Legal",
    "Link", "Livelihoods", "LoadedDesign", "Money", "NextStep", "Other", "Part", "Partner",
    "Pattern", "Plans", "Result", "Source", "Strategy", "Study", "Support", "Waiver",
    "add_element", "compare", "dangling_references", "design_from_json", "design_to_json",
    "design_to_yaml", "elements_of", "format_address", "line_of", "load_design", "move_element",
    "parse_address", "parse_design", "references_to", "remove_element", "resolve", "set_field",
]  # fmt: skip
