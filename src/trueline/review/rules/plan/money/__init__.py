"""Rules on costs, on the money there is, and on what comes first."""
