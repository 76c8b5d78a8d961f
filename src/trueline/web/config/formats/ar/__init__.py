"""How English pages write dates."""
