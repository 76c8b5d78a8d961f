"""Shared by the commands that look after an instance: its folder, and its troubles in sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from trueline.cli.printing import fail

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        help="The folder that holds the instance. [default: TRUELINE_DATA, or trueline-data]",
    ),
]


def _readable(address: str) -> str:
    """The address as it was given. Ends the command where it is none, before anything is done."""
    if address:
        with startup_errors(folder_of(None)):
            from trueline.web.config import public_address

            public_address.read(address, "--address")
    return address


Address = Annotated[
    str,
    typer.Option(
        callback=_readable,
        help="Where people reach this instance, such as https://trueline.example.org, for links to"
        " it. [default: TRUELINE_URL]",
    ),
]


@contextmanager
def instance(data: Path | None, *, begin: bool = False) -> Iterator[None]:
    """With Django ready inside the block; errors are reported in a sentence.

    Only to `begin` an instance is its folder made.
    """
    if data is not None:
        os.environ["TRUELINE_DATA"] = str(data)
    with startup_errors(folder_of(data)):
        from trueline.web.serving import start

        start.set_up(begin=begin)
        yield


def folder_of(data: Path | None) -> Path:
    """The folder that somebody means."""
    return data or Path(os.environ.get("TRUELINE_DATA") or "trueline-data")


@contextmanager
def startup_errors(folder: Path) -> Iterator[None]:
    """Report whatever keeps an instance from running, and end the command."""
    from trueline.web.serving.startup_errors import CannotRun, as_startup_errors

    try:
        with as_startup_errors(folder):
            yield
    except CannotRun as trouble:
        fail(str(trouble))
