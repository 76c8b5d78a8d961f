"""Rules on victims' rights."""
