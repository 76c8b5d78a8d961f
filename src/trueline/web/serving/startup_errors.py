"""The reasons why an instance can't run, in a sentence for whoever starts it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, OperationalError

from trueline.language import gettext, gettext_noop
from trueline.web.serving.demo_folder import InUse, NotADemonstration

FULL = gettext_noop("The disk is full: there is no room in {folder}. Make room and start again.")
NOT_WRITABLE = gettext_noop(
    "Can't write to {folder}: {reason}. Start Trueline as the user who owns it, or name another"
    " folder with --data."
)


class CannotRun(Exception):
    """The instance can't run as it is set up. The message says why and what would help."""


@contextmanager
def as_startup_errors(folder: Path) -> Iterator[None]:
    """Turn whatever keeps an instance from running into `CannotRun`."""
    try:
        yield
    except ImproperlyConfigured as error:
        raise CannotRun(str(error)) from error
    except NotADemonstration as error:
        raise CannotRun(
            gettext(
                "{folder} holds something that is not a demonstration, and was left as it"
                " is. Name another folder with --data.",
                folder=folder,
            )
        ) from error
    except InUse as error:
        at = " " + gettext("at {address}", address=error) if str(error) else ""
        raise CannotRun(
            gettext(
                "A demonstration runs in {folder} already{at}. It was left as it is: use"
                " that one, end it with Ctrl-C, or name another folder with --data.",
                folder=folder,
                at=at,
            )
        ) from error
    except DatabaseError as error:
        raise of_database(error, folder) from error
    except OSError as error:
        raise of_folder(error, folder) from error


def of_folder(error: OSError, folder: Path) -> CannotRun:
    """The problem with the data folder."""
    if error.errno == errno.ENOSPC:
        return CannotRun(gettext(FULL, folder=folder))
    return CannotRun(gettext(NOT_WRITABLE, folder=folder, reason=error.strerror or error))


def of_database(error: DatabaseError, folder: Path) -> CannotRun:
    """The problem with the database."""
    text = str(error).strip()
    lower = text.lower()
    if "disk is full" in lower or "no space" in lower:
        return CannotRun(gettext(FULL, folder=folder))
    if "readonly" in lower or "unable to open database file" in lower:
        return CannotRun(gettext(NOT_WRITABLE, folder=folder, reason=gettext("no permission")))
    if _refuses_password(lower):
        return CannotRun(
            gettext(
                "The database refused the user name or password in TRUELINE_DATABASE. A character such"
                " as @ or / in a password is written as %40 or %2F there."
            )
        )
    if "does not exist" in lower and isinstance(error, OperationalError):
        return CannotRun(
            gettext(
                "The database server answered: {reason}. Create it first, for example"
                " with createdb.",
                reason=reason(error),
            )
        )
    if (
        isinstance(error, OperationalError) and "no such" not in lower
    ):  # which SQLite says of a table
        return CannotRun(
            gettext(
                "Can't reach the database: {reason}. Check that it runs, and the address"
                " in TRUELINE_DATABASE.",
                reason=reason(error),
            )
        )
    return CannotRun(gettext("The database reports: {text}", text=reason(error)))


def passes_by_itself(error: OperationalError) -> bool:
    """Whether a database that can't be reached may well be there a little later."""
    lower = str(error).lower()
    lasting = ("does not exist", "readonly", "unable to open database file", "disk is full")
    return not _refuses_password(lower) and not any(sign in lower for sign in lasting)


def reason(error: DatabaseError) -> str:
    """The reason that the database, or the way to it, gives."""
    first, *_rest = str(error).strip().splitlines() or [gettext("no reason is given")]
    return first.rsplit("FATAL:", 1)[-1].strip().rstrip(".")


def _refuses_password(lower: str) -> bool:
    return "password authentication failed" in lower or "no password supplied" in lower
