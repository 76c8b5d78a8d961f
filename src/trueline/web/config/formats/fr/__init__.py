"""How dates and numbers look in French."""
