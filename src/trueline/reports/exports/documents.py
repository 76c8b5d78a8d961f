"""The document itself, to keep, to send, to open in another copy of Trueline."""

from __future__ import annotations

from typing import Any

from trueline.document import document_to_json, document_to_yaml
from trueline.language import gettext_noop
from trueline.reports.exports.export import JSON, YAML, Export, ExportRequest


def _yaml(request: ExportRequest[Any]) -> bytes:
    return document_to_yaml(request.document).encode()


def _json(request: ExportRequest[Any]) -> bytes:
    return document_to_json(request.document).encode() + b"\n"


def document_exports(kind: str) -> tuple[Export, ...]:
    """A document of this kind as files are written: `design.yaml`, `design.json`."""
    return (
        Export(
            f"{kind}.yaml",
            gettext_noop("Everything that was filled in (YAML)"),
            gettext_noop("For people to read and edit, and to open in Trueline again."),
            YAML,
            _yaml,
        ),
        Export(
            f"{kind}.json",
            gettext_noop("Everything that was filled in (JSON)"),
            gettext_noop("For other programs to read; Trueline opens it again as well."),
            JSON,
            _json,
        ),
    )
