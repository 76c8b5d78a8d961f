"""What leaves of a national plan."""
