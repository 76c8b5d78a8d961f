"""The languages of the interface: which strings there are, and the files that translate them."""
