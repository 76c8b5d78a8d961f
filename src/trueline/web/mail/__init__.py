"""Outgoing mail, kept while the mail server is down."""
