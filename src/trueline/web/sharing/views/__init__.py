"""Pages of links, and what a link opens."""
