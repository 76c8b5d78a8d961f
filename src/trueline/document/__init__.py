"""Shared by every kind of document: fields, addresses, edits, comparison, reading and writing."""

from trueline.document.address import (
    element_address,
    elements_of,
    format_address,
    outermost,
    parse_address,
    parts_of,
    resolve,
)
from trueline.document.budget import BudgetLine
from trueline.document.comparison import Change, compare
from trueline.document.document import Document
from trueline.document.editing import (
    add_element,
    add_elements,
    move_element,
    put_back,
    remove_element,
    set_field,
    set_fields,
    set_kind,
    unlink,
)
from trueline.document.fields import Element, Money, Part
from trueline.document.kind import Facts, Kind, Labels, Step, kind_named, kind_of, kinds, register
from trueline.document.reading import (
    Loaded,
    document_from_json,
    line_of,
    load_any,
    load_document,
    parse_any,
    parse_document,
)
from trueline.document.references import dangling_references, references_to
from trueline.document.responses import Answer, NextStep, Source, Waiver
from trueline.document.schema import document_schema
from trueline.document.writing import document_to_json, document_to_yaml
from trueline.document.yaml_editing import (
    add_element_in,
    move_element_in,
    remove_element_in,
    set_field_in,
)

__all__ = [
    "Answer",
    "BudgetLine",
    "Change",
    "Document",
    "Element",
    "Facts",
    "Kind",
    "Labels",
    "Loaded",
    "Money",
    "NextStep",
    "Part",
    "Source",
    "Step",
    "Waiver",
    "add_element",
    "add_element_in",
    "add_elements",
    "compare",
    "dangling_references",
    "document_from_json",
    "document_schema",
    "document_to_json",
    "document_to_yaml",
    "element_address",
    "elements_of",
    "format_address",
    "kind_named",
    "kind_of",
    "kinds",
    "line_of",
    "load_any",
    "load_document",
    "move_element",
    "move_element_in",
    "outermost",
    "parse_address",
    "parse_any",
    "parse_document",
    "parts_of",
    "put_back",
    "references_to",
    "register",
    "remove_element",
    "remove_element_in",
    "resolve",
    "set_field",
    "set_field_in",
    "set_fields",
    "set_kind",
    "unlink",
]
