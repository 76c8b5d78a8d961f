"""The reasons why an action is refused, in words for the form of the person who asked."""

from __future__ import annotations


class Refused(Exception):
    """An action is not possible as things stand. The message says why and what would help."""
