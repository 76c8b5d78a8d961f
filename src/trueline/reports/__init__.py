"""Everything that leaves Trueline: documents, workbooks, diagrams and data.

`exports_of` lists everything that can be made of a document of a kind; each is asked for by an
`ExportRequest`. None of them reads a clock or a file.
"""

from trueline.reports.exports import PAPERS, Export, ExportRequest, Paper, export_for, exports_of

__all__ = ["PAPERS", "Export", "ExportRequest", "Paper", "export_for", "exports_of"]
