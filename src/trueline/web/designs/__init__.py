"""Programme designs: kept, edited, discussed, shared and exported."""
