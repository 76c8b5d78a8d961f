"""What can't be done, said so that it can be shown to the person who asked."""

from __future__ import annotations


class Refused(Exception):
    """An action is not possible as things stand. The message says why and what would help."""
