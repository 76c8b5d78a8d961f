"""Texts that every kind of file can hold.

XML knows no control characters, so Word files, workbooks and drawings can't hold them; nobody can
see them either. They are left out before anything is made of a document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from trueline.document import document_to_json
from trueline.document.document import D
from trueline.review import Finding

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_AS_JSON = re.compile(r"\\u00(?:0[0-8bcef]|1[0-9a-f]|7f)|\\[bf]|[\x7f\ufffe\uffff]", re.IGNORECASE)


def printable(document: D) -> D:
    """The document without control characters; the same one where it has none."""
    text = document_to_json(document)
    if not _AS_JSON.search(text):
        return document
    data = _cleaned(json.loads(text))
    data.pop("kind", None)
    return type(document).model_validate(data)


def printable_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without the control characters of the document that they quote."""
    return tuple(
        replace(one, message=printable_text(one.message), next_step=printable_text(one.next_step))
        for one in findings
    )


def printable_text(text: str) -> str:
    """A text without control characters."""
    return _UNSEEN.sub("", text)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return {k: _cleaned(v) for k, v in value.items()} if isinstance(value, dict) else value
