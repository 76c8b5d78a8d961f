"""The toolkit as a file: a full and a pocket edition to print, a workbook of indicators, JSON."""

from trueline.reports.toolkit_edition.write import MAKERS, SMALL, write_toolkit

__all__ = ["MAKERS", "SMALL", "write_toolkit"]
