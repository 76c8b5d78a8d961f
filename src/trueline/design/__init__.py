"""The programme design: one typed document, from file to file without loss.

>>> design = parse_design("title: Safe work").document
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
)
from trueline.design.behaviour import Barrier, Behaviour, Displacement
from trueline.design.design import SCHEMA_VERSION, Design, ExternalFactor, Partner
from trueline.design.files import design_from_json, design_schema, load_design, parse_design
from trueline.design.kind import DESIGN
from trueline.design.measurement import Evaluation, Indicator, Study
from trueline.design.pattern import Factor, Pattern, Strategy
from trueline.design.responses import Answer
from trueline.design.theory import Assumption, Link, Result

__all__ = [
    "ACTIVITY_KINDS",
    "DESIGN",
    "SCHEMA_VERSION",
    "Activity",
    "ActivityBase",
    "Answer",
    "Assumption",
    "Awareness",
    "Barrier",
    "Behaviour",
    "Design",
    "Displacement",
    "Evaluation",
    "ExternalFactor",
    "Factor",
    "Identification",
    "Indicator",
    "Justice",
    "Legal",
    "Link",
    "Livelihoods",
    "Other",
    "Partner",
    "Pattern",
    "Plans",
    "Result",
    "Strategy",
    "Study",
    "Support",
    "design_from_json",
    "design_schema",
    "load_design",
    "parse_design",
]
