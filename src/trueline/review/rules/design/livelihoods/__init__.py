"""Rules on livelihoods."""
