"""Waiting for a database that is not there yet, as when a machine starts everything at once."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import OperationalError, connection

from trueline.language import gettext
from trueline.web.serving.startup_errors import passes_by_itself, reason

PAUSE = 1.0


def wait_for_database(say: Callable[[str], None], *, seconds: float) -> None:
    """Return once it answers. Raises OperationalError after so long, or where waiting won't help."""
    ends, announced = time.monotonic() + seconds, False
    while True:
        try:
            connection.ensure_connection()
        except OperationalError as error:
            if not passes_by_itself(error) or time.monotonic() + PAUSE > ends:
                raise
            if not announced:
                say(
                    gettext(
                        "The database does not answer yet: {reason}. Trying again for {seconds}"
                        " seconds ...",
                        reason=reason(error),
                        seconds=f"{seconds:.0f}",
                    )
                )
                announced = True
            time.sleep(PAUSE)
        else:
            if announced:
                say(gettext("The database answers."))
            return
