"""What was done, by whom, when. Only ever added to."""
