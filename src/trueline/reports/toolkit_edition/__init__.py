"""The toolkit as a file: a pocket edition to print, a workbook of indicators, JSON."""

from trueline.reports.toolkit_edition.write import MAKERS, write_toolkit

__all__ = ["MAKERS", "write_toolkit"]
