"""Lists of elements as tables that are filled in like a spreadsheet."""
