"""Office files as they stand: workbooks, tables of text, and Word documents, whole and in order.

What they mean is for others to say: `exchange` reads logframes out of their grids, and whoever
wants the text of a document takes its paragraphs.
"""

from trueline.office.grid import Cell, Grid, grids_from_plain, plain_grids
from trueline.office.opening import ENDINGS, read_office

__all__ = ["ENDINGS", "Cell", "Grid", "grids_from_plain", "plain_grids", "read_office"]
