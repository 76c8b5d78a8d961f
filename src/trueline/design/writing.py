"""From a design to text: YAML for people, JSON for programs and for the store."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

from trueline.design.document import Design
from trueline.design.fields import Part
from trueline.files.yaml_text import plain_value

WIDTH = 96


def design_to_json(design: Design) -> str:
    """JSON with every field that differs from its default, on one line."""
    return design.model_dump_json(exclude_defaults=True)


def design_to_yaml(design: Design) -> str:
    """YAML in the order of the form, without what is empty; reads back as the same design."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    yaml.dump({"schema_version": design.schema_version, **plain(design)}, stream)
    return stream.getvalue()


def plain(part: Part) -> dict[str, Any]:
    """The filled-in fields of a part as values that ruamel.yaml writes well."""
    return {
        name: _plain(value)
        for name in type(part).model_fields
        if (value := getattr(part, name)) != type(part).model_fields[name].default
        or (name in part.model_fields_set and type(part).model_fields[name].is_required())
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return plain(value)
    if isinstance(value, tuple):
        return _sequence([_plain(item) for item in value])
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else _number(value)
    if isinstance(value, date):
        return _scalar(value.isoformat())
    return _text(value) if isinstance(value, str) else value


def _sequence(items: list[Any]) -> Any:
    """Short lists of words stand on one line."""
    from ruamel.yaml.comments import CommentedSeq

    sequence = CommentedSeq(items)
    short = all(isinstance(item, (str, int)) and len(str(item)) <= 40 for item in items)
    if short and sum(len(str(item)) + 2 for item in items) < 70:
        sequence.fa.set_flow_style()
    return sequence


def _number(value: Decimal) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    written = format(value, "f")
    return DoubleQuotedScalarString(written)


def _scalar(text: str) -> Any:
    from ruamel.yaml.scalarstring import PlainScalarString

    return PlainScalarString(text)


_WORDS = frozenset(["y", "yes", "n", "no", "on", "off"])
"""Other programs that read YAML may take these, in any case, for true and false."""

_RISKY = frozenset("\n\r\t\x85\u2028\u2029\ufeff")


def _text(text: str) -> Any:
    """Text as folded lines if it is long, quoted if it could be read as something else."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, FoldedScalarString

    if any(char in _RISKY or not char.isprintable() for char in text):
        return DoubleQuotedScalarString(text)
    if plain_value(text) != text or text.lower() in _WORDS or text != text.strip():
        return DoubleQuotedScalarString(text)
    if len(text) > 70 and "  " not in text:
        return FoldedScalarString(text)
    return text
