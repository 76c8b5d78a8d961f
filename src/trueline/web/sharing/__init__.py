"""Links by which people without an account read one version of a document."""
