"""A finding of a programme as an entry of the organisation's own pack, in the pack's own format.

A zip with a folder: `pack.yaml`, and a file for the finding named after it, so that several findings
lie beside each other in one folder. `trueline toolkit validate` reads it as it is.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from trueline.language.term_types import Direction

LONGEST_ID = 40


@dataclass(frozen=True)
class Finding:
    """A finding of a programme, with what follows from it and the figures on which it rests."""

    title: str
    statement: str
    direction: Direction
    follows: str
    section: str
    basis: str
    """The programme, the version and the days whose figures it rests on."""


def slug(text: str) -> str:
    """A text as a part of an id; "" where nothing of it fits."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")
    return plain[:LONGEST_ID].strip("-")


def pack_file(finding: Finding, *, pack: str, name: str, language: str, on: date) -> bytes:
    """The zip. `pack` is the id of the organisation's pack and the name of its folder."""
    id = slug(finding.title) or f"finding-{on:%Y-%m-%d}"
    head = {"pack": {"id": pack, "name": name, "language": language, "edition": f"{on.year}"}}
    entry = {
        "for_section": finding.section,
        "lessons": [
            {
                "id": f"{pack}.{id}",
                "ref": "own",
                "kind": "finding",
                "title": finding.title,
                "statement": finding.statement,
                "direction": finding.direction,
                "follows": finding.follows,
                "evidence": [f"{pack}-{id}"],
            }
        ],
        "evidence": [{"id": f"{pack}-{id}", "ref": "own", "note": finding.basis}],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, f"{pack}/pack.yaml", head, on)
        _put(archive, f"{pack}/{id}.yaml", entry, on)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: Mapping[str, Any], on: date) -> None:
    import yaml

    text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    info = zipfile.ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, text)
