"""Rules on what a country has bound itself to."""
