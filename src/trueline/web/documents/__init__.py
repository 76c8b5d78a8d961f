"""Documents of any kind: kept, reached, shown, exported, archived."""
