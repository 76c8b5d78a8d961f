"""An organisation's own facts on ratifications, as a table with the columns of the register."""

from trueline.exchange.ratifications.reading import Update, read_update

__all__ = ["Update", "read_update"]
