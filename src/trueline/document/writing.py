"""From a document to text: YAML for people, JSON for programs and for the store."""

from __future__ import annotations

import json
from typing import Any

from trueline.document.document import Document
from trueline.document.fields import Part
from trueline.files.yaml_output import mapping_lines


def document_to_json(document: Document) -> str:
    """JSON with every field that differs from its default, on one line.

    A version above the first is always written: text without one is read as version 1.
    """
    data = document.model_dump_json(exclude_defaults=True)
    version = {"schema_version": document.schema_version} if document.schema_version > 1 else {}
    if not (head := {**_kind(document), **version}):
        return data
    written = json.dumps(head, separators=(",", ":"))
    return f"{written[:-1]},{data[1:]}" if data != "{}" else written


def document_to_yaml(document: Document) -> str:
    """YAML in the order of the form, without what is empty; reads back as the same document."""
    version = {"schema_version": document.schema_version}
    return "\n".join(mapping_lines({**_kind(document), **version, **plain(document)})) + "\n"


def _kind(document: Document) -> dict[str, str]:
    return {"kind": document.kind} if document.tells_kind else {}


def plain(part: Part) -> dict[str, Any]:
    """The filled-in fields of a part as plain values, in the order of the form."""
    return {
        name: plain_value_of(value)
        for name, info in type(part).model_fields.items()
        if (value := getattr(part, name)) != info.default or info.is_required()
    }


def plain_value_of(value: Any) -> Any:
    """A value of a document as mappings, lists, texts, numbers and dates."""
    if isinstance(value, Part):
        return plain(value)
    return [plain_value_of(item) for item in value] if isinstance(value, tuple) else value
