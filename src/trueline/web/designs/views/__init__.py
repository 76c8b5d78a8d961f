"""Pages and actions of designs in the browser, a file for each sort of page."""
