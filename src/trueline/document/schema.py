"""The JSON Schema of a kind, for editors: completion, hover text and checks while writing."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import DecimalSchema

from trueline.document.document import D
from trueline.document.fields import OURS
from trueline.document.kind import Kind


def document_schema(kind: Kind[D]) -> str:
    """The schema as JSON text. To use it, begin a YAML file with a line such as

    # yaml-language-server: $schema=design.schema.json
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:trueline:{kind.name}:{kind.version}",
    }
    schema = kind.model.model_json_schema(schema_generator=_Schema)
    for model in (schema, *schema["$defs"].values()):
        needed = model.get("required", ())
        for name, field in model.get("properties", {}).items():
            model["properties"][name] = _field(field, needed=name in needed)
    if kind.model.tells_kind:
        schema["properties"] = {"kind": {"const": kind.name}, **schema["properties"]}
        schema["required"] = ["kind", *schema.get("required", ())]
    schema["title"] = kind.labels.singular
    return json.dumps({**head, **_with_known_bounds(schema)}, indent=1, ensure_ascii=False) + "\n"


_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""JSON Schema's names for the bounds of a number, which pydantic calls in its own way."""


def _with_known_bounds(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_with_known_bounds(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        _BOUNDS.get(name, name) if isinstance(value, int) else name: _with_known_bounds(value)
        for name, value in schema.items()
    }


def _field(field: dict[str, Any], *, needed: bool) -> dict[str, Any]:
    """The field as an editor needs it: with no keyword that JSON Schema does not know, and open
    to nothing where it may be left out, as the reader of files is."""
    keywords = {f"x-{name}" if name in OURS else name: value for name, value in field.items()}
    if needed or any(choice == {"type": "null"} for choice in keywords.get("anyOf", ())):
        return keywords
    annotations = {
        name: keywords.pop(name)
        for name in tuple(keywords)
        if name in _ANNOTATIONS or name[:2] == "x-"
    }
    return {**annotations, "anyOf": [*keywords.pop("anyOf", [keywords]), {"type": "null"}]}


class _Schema(GenerateJsonSchema):
    """The same schema with every version of pydantic: some add a pattern to numbers as text."""

    def decimal_schema(self, schema: DecimalSchema) -> JsonSchemaValue:
        choices = super().decimal_schema(schema)
        for choice in choices.get("anyOf", ()):
            choice.pop("pattern", None)
        return choices


_ANNOTATIONS = ("title", "description", "default")
