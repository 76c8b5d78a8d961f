"""Measurements as tables that people write: one row for each indicator, period and group."""

from trueline.exchange.measurements.reading import measurements_in, read_measurements
from trueline.exchange.measurements.rows import MeasuredRow, Measurements
from trueline.exchange.measurements.uploads import (
    MEASUREMENT_ENDINGS,
    Sheets,
    Table,
    read_sheets,
    read_table,
)

__all__ = [
    "MEASUREMENT_ENDINGS",
    "MeasuredRow",
    "Measurements",
    "Sheets",
    "Table",
    "measurements_in",
    "read_measurements",
    "read_sheets",
    "read_table",
]
