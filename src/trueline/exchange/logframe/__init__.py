"""A logframe in Word or Excel, in the usual four columns, as the beginning of a design.

>>> table = read_logframe(data, "logframe.xlsx")
>>> design = design_from(table)
"""

from trueline.exchange.logframe.grid import Grid
from trueline.exchange.logframe.headings import LEVELS
from trueline.exchange.logframe.mapping import design_from
from trueline.exchange.logframe.opening import read_logframe
from trueline.exchange.logframe.row import Row
from trueline.exchange.logframe.table import LogframeTable, logframe_in

__all__ = ["LEVELS", "Grid", "LogframeTable", "Row", "design_from", "logframe_in", "read_logframe"]
