"""How dates and numbers look in Arabic."""
