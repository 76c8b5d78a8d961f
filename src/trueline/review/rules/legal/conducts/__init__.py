"""Rules on crimes and penalties."""
