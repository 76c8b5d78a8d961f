"""Monitoring: what an approved design set out to measure, what falls due, and what was measured."""
