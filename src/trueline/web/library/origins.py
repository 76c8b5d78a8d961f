"""Origins of texts: the source, or this project beside it. Screens mark what is ours."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from trueline.document.field_spec import field_specs
from trueline.toolkit import Node
from trueline.toolkit.entries import TRUELINE_FIELDS


def is_ours(node: Node, field: str) -> bool:
    """Whether a field of an entry was written by this project, not taken from the source."""
    if field in TRUELINE_FIELDS.get(node.kind, ()):
        return True
    source_fields = getattr(node.item, "source_gives", None)
    if source_fields is None:
        return False
    return field in _could_be_given(type(node.item)) and field not in source_fields


@cache
def _could_be_given(shape: type[BaseModel]) -> frozenset[str]:
    """The fields that the source gives for some entries of this shape and not for others."""
    return frozenset(field_specs(shape)["source_gives"].choices)
