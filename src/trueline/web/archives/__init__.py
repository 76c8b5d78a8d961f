"""Everything that an organisation or a person has here, to take away."""
