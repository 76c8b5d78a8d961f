"""Getting an instance ready, and serving it."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import closing
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from trueline.web.config.instance import from_environment
from trueline.web.serving.troubles import CannotRun

THREADS = 8
BODY_LIMIT = 50_000_000
"""What the server reads of a request at most; Django refuses far less, with a page that says so."""

UNUSED = ["ext"]
"""Folders of files that other packages bring and no page asks for: htmx's extensions."""


def set_up(*, begin: bool = False) -> None:
    """Read the settings and load the applications. `troubles.told` says what goes wrong.

    Only to `begin` an instance are its folder and key made; looking at one leaves nothing behind.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trueline.web.config.settings")
    if begin:
        instance = from_environment()
        instance.begin()
        (instance.folder / "static").mkdir(exist_ok=True)
    django.setup()


def require_instance(purpose: str, *, with_keys: bool = True) -> None:
    """Raises CannotRun where the data folder or database holds no instance."""
    database = settings.DATABASES["default"]
    absent = "sqlite" in database["ENGINE"] and not Path(database["NAME"]).is_file()
    absent = absent or (with_keys and not settings.INSTANCE.begun)
    if absent or not MigrationRecorder(connection).applied_migrations():
        raise CannotRun(
            f"There is nothing to {purpose}: no instance was ever started with this data folder"
            f" ({settings.INSTANCE.folder}) or database. Name the right one with --data or"
            " TRUELINE_DATABASE."
        )


def migrate() -> None:
    """Bring the database to this version."""
    call_command("migrate", interactive=False, verbosity=0)
    database = Path(settings.DATABASES["default"]["NAME"])
    if database.is_file():
        database.chmod(0o600)


def gather_static_files() -> None:
    """Put styles and scripts into the instance's folder, packed, under names that browsers keep."""
    call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=UNUSED)


def free_port(host: str, port: int, *, tries: int = 20) -> int:
    """The port, or the next after it that nothing uses. Raises CannotRun."""
    for candidate in range(port, port + tries):
        if not _taken(host, candidate):
            return candidate
    raise CannotRun(f"Ports {port} to {port + tries - 1} are all in use. Name another with --port.")


def _taken(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            if error.errno in (errno.EADDRINUSE, errno.EACCES):
                return True
            raise CannotRun(f"Can't listen at {host}: {error.strerror}.") from error
    return False


def make_server(host: str, port: int) -> Any:
    """A server that listens already; `run()` answers until interrupted. Raises CannotRun."""
    from waitress import create_server

    gather_static_files()
    from trueline.web.config.wsgi import application

    try:
        return create_server(
            application,
            listen=f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            threads=THREADS,
            ident=None,
            max_request_body_size=BODY_LIMIT,
            clear_untrusted_proxy_headers=not settings.INSTANCE.proxied,
        )
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotRun(
                f"Port {port} is in use by another program. Stop that one, or name another port"
                " with --port."
            ) from error
        if error.errno == errno.EACCES:
            raise CannotRun(
                f"Port {port} may only be used by an administrator. Name one from 1024 up with"
                " --port, and put a web server before it."
            ) from error
        raise CannotRun(f"Can't listen at {host}, port {port}: {error.strerror}.") from error
