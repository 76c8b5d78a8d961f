"""From a design to text: YAML for people, JSON for programs and for the store."""

from __future__ import annotations

from typing import Any

from trueline.design.document import Design
from trueline.design.fields import Part
from trueline.files.yaml_output import mapping_lines


def design_to_json(design: Design) -> str:
    """JSON with every field that differs from its default, on one line."""
    return design.model_dump_json(exclude_defaults=True)


def design_to_yaml(design: Design) -> str:
    """YAML in the order of the form, without what is empty; reads back as the same design."""
    data = {"schema_version": design.schema_version, **plain(design)}
    return "\n".join(mapping_lines(data)) + "\n"


def plain(part: Part) -> dict[str, Any]:
    """The filled-in fields of a part as plain values, in the order of the form."""
    return {
        name: plain_value_of(value)
        for name, info in type(part).model_fields.items()
        if (value := getattr(part, name)) != info.default or info.is_required()
    }


def plain_value_of(value: Any) -> Any:
    """A value of a design as mappings, lists, texts, numbers and dates."""
    if isinstance(value, Part):
        return plain(value)
    return [plain_value_of(item) for item in value] if isinstance(value, tuple) else value
