"""Documents of every kind side by side: what lists know of each, and the table that shows it."""
