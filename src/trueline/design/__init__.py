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
from trueline.design.address import (
    elements_of,
    format_address,
    line_of,
    parse_address,
    parts_of,
    resolve,
)  # fmt: skip
from trueline.design.behaviour import Barrier, Behaviour, Displacement
from trueline.design.comparison import Change, compare
from trueline.design.document import SCHEMA_VERSION, Design, ExternalFactor, Partner
from trueline.design.editing import (
    add_element,
    move_element,
    remove_element,
    set_field,
    set_fields,
    set_kind,
)  # fmt: skip
from trueline.design.fields import Element, Money, Part
from trueline.design.measurement import Evaluation, Indicator, Study
from trueline.design.pattern import Factor, Pattern, Strategy
from trueline.design.reading import LoadedDesign, design_from_json, load_design, parse_design
from trueline.design.references import dangling_references, references_to
from trueline.design.responses import Answer, NextStep, Source, Waiver
from trueline.design.schema import design_schema
from trueline.design.theory import Assumption, Link, Result
from trueline.design.writing import design_to_json, design_to_yaml
from trueline.design.yaml_editing import (
    add_element_in,
    move_element_in,
    remove_element_in,
    set_field_in,
)  # fmt: skip

__all__ = [
    "ACTIVITY_KINDS", "SCHEMA_VERSION", "Activity", "ActivityBase", "Answer", "Assumption",
    "Awareness", "Barrier", "Behaviour", "Change", "Design", "Displacement", "Element",
    "Evaluation", "ExternalFactor", "Factor", "Identification", "Indicator", "Justice", "Legal",
    "Link", "Livelihoods", "LoadedDesign", "Money", "NextStep", "Other", "Part", "Partner",
    "Pattern", "Plans", "Result", "Source", "Strategy", "Study", "Support", "Waiver",
    "add_element", "add_element_in", "compare", "dangling_references", "design_from_json",
    "design_schema", "design_to_json", "design_to_yaml", "elements_of", "format_address",
    "line_of", "load_design", "move_element", "move_element_in", "parse_address",
    "parse_design", "parts_of", "references_to", "remove_element", "remove_element_in",
    "resolve", "set_field", "set_field_in", "set_fields", "set_kind",
]  # fmt: skip
