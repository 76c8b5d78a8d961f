"""Rules on justice."""
