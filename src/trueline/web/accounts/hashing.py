"""Passwords are hashed a few at a time: each takes a hundred megabytes while it is worked on."""

from __future__ import annotations

import threading
from typing import Any

from django.contrib.auth import hashers

AT_ONCE = 2
"""In one process. More would not be quicker: each uses all cores there are."""

_turns = threading.BoundedSemaphore(AT_ONCE)


class Argon2PasswordHasher(hashers.Argon2PasswordHasher):
    """Django's, with turns. Who comes later waits a moment instead of filling the memory."""

    def encode(self, password: str, salt: str) -> Any:
        with _turns:
            return super().encode(password, salt)

    def verify(self, password: str, encoded: str) -> Any:
        with _turns:
            return super().verify(password, encoded)
