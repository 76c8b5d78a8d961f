"""`trueline backup` and `restore`."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer

from trueline.cli.instances import Data, instance

EPILOG = (
    "Exit codes: 0 the backup is written, and was read back whole; 1 so it is, but an older one"
    " could not be removed; 2 there is no backup, and why."
)
TERMINATED = 143


def backup(
    file: Annotated[
        str,
        typer.Argument(
            help="The file to write, such as trueline.backup; or a folder, in which each backup is"
            " called by its day; or - for standard output.",
        ),
    ],
    keep: Annotated[
        int | None,
        typer.Option(
            min=1,
            show_default=False,
            help="Keep this many, and remove older ones whose names differ in the day alone.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing where all is well.")] = False,
    data: Data = None,
) -> None:
    """Write everything of an instance into one file, while people go on working."""
    signal.signal(signal.SIGTERM, _ended)
    with instance(data):
        from trueline.web.serving.backups import keeping
        from trueline.web.serving.backups.target import target_named
        from trueline.web.serving.backups.writing import write

        target = target_named(file)
        if keep:
            keeping.refuse_without_date(target)
        made = write(target)
        removal = keeping.remove_older(target, keep)
        if not quiet:
            typer.echo(
                f"Wrote {target}: {made.rows:,} records, {made.size:,} bytes, read back and whole.\n"
                "It holds all designs and accounts in the clear: keep it as safe as the server.",
                err=target.is_stream,
            )
            for path in removal.removed:
                typer.echo(f"Removed {path}, which is older.", err=target.is_stream)
        for refusal in removal.refused:
            typer.echo(refusal, err=True)
        raise typer.Exit(1 if removal.refused else 0)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `trueline backup` wrote.")],
    data: Data = None,
) -> None:
    """Fill an empty instance from a backup. One that holds anything is left as it is."""
    with instance(data, begin=True):
        from trueline.web.serving.backups import restoring

        rows = restoring.restore(file)
        typer.echo(f"Restored {rows:,} records. Everybody signs in anew.")


def _ended(signal_: int, frame: FrameType | None) -> None:
    """Asked to end, leave nothing unfinished behind."""
    sys.exit(TERMINATED)
