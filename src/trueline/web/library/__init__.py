"""The toolkit in the browser, open to everybody."""
