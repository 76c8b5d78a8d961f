"""The registry of exports, which the command line and the workbench both offer.

A new export of a kind is an `Export` in `reports/<kind>/exports`, joined to `EXPORTS` there; one that
every kind has is joined to `exports_of` here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from trueline.document.kind import module_of
from trueline.reports.exports.documents import document_exports
from trueline.reports.exports.export import Export
from trueline.reports.exports.reviews import REVIEWS


@cache
def exports_of(kind: str) -> Mapping[str, Export]:
    """The exports of a kind of document by name, in the order in which they are offered."""
    offered = (*_own_exports(kind), *REVIEWS, *document_exports(kind))
    return MappingProxyType({export.name: export for export in offered})


def _own_exports(kind: str) -> tuple[Export, ...]:
    """The exports of this kind alone."""
    module = module_of(kind, "reports.{kind}.exports")
    exports: tuple[Export, ...] = module.EXPORTS if module else ()
    return exports


def export_for(file_name: str, kind: str) -> Export | None:
    """The export that a file's name ends in: `our-dossier.pdf` is a `dossier.pdf`."""
    lower = file_name.lower()
    return next((export for name, export in exports_of(kind).items() if _is_end(lower, name)), None)


def _is_end(file_name: str, name: str) -> bool:
    before = file_name.removesuffix(name)
    return before != file_name and (not before or not before[-1].isalnum())
