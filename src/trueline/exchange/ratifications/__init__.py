"""An organisation's own facts on ratifications, as a table with the columns of the register."""

from trueline.exchange.ratifications.reading import ENDINGS, Update, read_update, update_in

__all__ = ["ENDINGS", "Update", "read_update", "update_in"]
