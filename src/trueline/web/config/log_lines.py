"""Formats a line of the log, without what would let its reader in.

Some addresses carry a secret (a link to read a design, an invitation, a new password), and Django
logs the address of whatever it refuses or can't answer.
"""

from __future__ import annotations

import json
import logging
import re
from copy import copy
from datetime import UTC, datetime

from trueline.web import patience

_SECRET = re.compile(
    r"(/(?:shared|join|apply|demo|calendar|progress|account/password/reset/key|account/confirm-email|account/undo|account/device)/)[^/\s\"'?]+"
)


_REFUSED = "django.security."
"""The loggers of requests that were refused: what was wrong is in the message, not in our code."""

_ADVICE = "You may need to add "
"""The beginning of Django's advice on its own setting."""


class WithoutSecrets(logging.Formatter):
    """Leaves out the secret of an address, in tracebacks too. A request refused is one line, and so is
    what the database could not do just now: no fault of our code is to be found by a traceback there."""

    def format(self, record: logging.LogRecord) -> str:
        if record.name.startswith(_REFUSED):
            record = _as_one_line(record)
        elif record.exc_info and _is_foreseen(error := record.exc_info[1]):
            record = _with_reason(record, error)
        return _SECRET.sub(r"\1…", super().format(record))


class AsJson(WithoutSecrets):
    """One JSON object a line, for programs that gather logs; with as little in it as in the other."""

    def format(self, record: logging.LogRecord) -> str:
        text, _, more = super().format(record).partition("\n")
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": text,
            "process": record.process,
        }
        return json.dumps(line | ({"trace": more} if more else {}), ensure_ascii=False)

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The message alone: the rest stands beside it."""
        return record.message


def _is_foreseen(error: BaseException | None) -> bool:
    return patience.is_trouble(error) or isinstance(error, MemoryError)


def _with_reason(record: logging.LogRecord, error: BaseException | None) -> logging.LogRecord:
    line = copy(record)
    line.exc_info = line.exc_text = line.stack_info = None
    reason = " ".join(str(error).split()) or type(error).__name__
    line.msg, line.args = "%s (%s)", (record.getMessage(), reason)
    return line


def _as_one_line(record: logging.LogRecord) -> logging.LogRecord:
    line = copy(record)
    line.exc_info = line.exc_text = line.stack_info = None
    message, advice, _ = " ".join(record.getMessage().split()).partition(_ADVICE)
    if advice:
        message += "If people should reach it by this name, add it to TRUELINE_HOSTS."
    line.msg, line.args = message, None
    return line
