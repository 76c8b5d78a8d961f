"""How a line of the log is written: without what would let its reader in.

Some addresses carry a secret (a link to read a design, an invitation, a new password), and Django
logs the address of whatever it refuses or can't answer.
"""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(
    r"(/(?:shared|join|demo|account/password/reset/key|account/confirm-email)/)[^/\s\"'?]+"
)


class WithoutSecrets(logging.Formatter):
    """Leaves out the secret of an address, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRET.sub(r"\1…", super().format(record))
