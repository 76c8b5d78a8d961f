"""A logframe in Word, Excel or a like file, as the beginning of a design.

>>> table = read_logframe(data, "logframe.xlsx")
>>> design = design_from(table)
"""

from trueline.exchange.logframe.headings import LEVELS
from trueline.exchange.logframe.indicators import undated
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.mapping import ImportedDesign, begin, design_from
from trueline.exchange.logframe.model import CellFate, IndicatorRow, ObjectiveRow, TableRead
from trueline.exchange.logframe.opening import logframe_of, read_logframe
from trueline.exchange.logframe.settling import Doubtful, doubtful_numbers, settled

__all__ = [
    "LEVELS",
    "CellFate",
    "Doubtful",
    "ImportedDesign",
    "IndicatorRow",
    "Logframe",
    "ObjectiveRow",
    "TableRead",
    "begin",
    "design_from",
    "doubtful_numbers",
    "logframe_of",
    "read_logframe",
    "settled",
    "undated",
]
