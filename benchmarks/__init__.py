"""What is timed, and against what. `make bench` prints the table."""
