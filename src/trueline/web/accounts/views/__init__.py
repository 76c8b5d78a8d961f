"""Pages of accounts, organisations, members and invitations."""
