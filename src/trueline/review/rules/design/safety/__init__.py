"""Rules on people’s safety."""
