"""How dates and numbers look in English."""
