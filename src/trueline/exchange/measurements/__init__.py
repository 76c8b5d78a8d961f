"""What was measured, as tables that people write: one row for each indicator, period and group."""

from trueline.exchange.measurements.reading import Measurements, read_measurements

__all__ = ["Measurements", "read_measurements"]
