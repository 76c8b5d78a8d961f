"""People, organisations, who belongs to which, and what each may do."""
