"""What designs show and do in the browser, a file for each sort of page."""
