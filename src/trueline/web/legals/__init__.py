"""What only legal reviews have on their pages."""
