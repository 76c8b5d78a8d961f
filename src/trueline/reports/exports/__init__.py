"""Everything that can be made of a document: one registry, and how it is asked for."""

from trueline.reports.exports.export import PAPERS, Export, ExportRequest, Paper
from trueline.reports.exports.registry import export_for, exports_of

__all__ = ["PAPERS", "Export", "ExportRequest", "Paper", "export_for", "exports_of"]
