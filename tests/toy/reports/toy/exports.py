"""The one export that only toys have: a list of parts."""

from __future__ import annotations

from tests.toy.kind import Toy
from trueline.reports.exports.export import Export, ExportRequest


def _parts(request: ExportRequest[Toy]) -> bytes:
    rows = [f"{block.id},{block.title}" for block in request.document.blocks]
    return "\n".join(["id,name", *rows]).encode()


EXPORTS = (Export("parts.csv", "List of parts", "For whoever packs it.", "text/csv", _parts),)
