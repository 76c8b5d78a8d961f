"""What only national plans have on their pages."""
