"""Rules on sums of money that don't add up."""
