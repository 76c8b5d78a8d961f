"""Reports on a national plan."""
