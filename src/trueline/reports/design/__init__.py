"""Reports on a programme design."""

from trueline.reports.design.exports.dossiers import dossier_docx, dossier_pdf
from trueline.reports.design.exports.logframes import logframe_docx, logframe_xlsx

__all__ = ["dossier_docx", "dossier_pdf", "logframe_docx", "logframe_xlsx"]
