"""Actions on accounts, organisations, members and invitations.

Every function names who does it (`by`), happens as a whole or not at all, and writes its event.
"""
