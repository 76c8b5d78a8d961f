"""`trueline backup` and `restore`."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.instances import Data, folder_of, instance
from trueline.cli.key_commands import say_lost
from trueline.cli.passphrase import asked

if TYPE_CHECKING:
    from trueline.web.serving.backups.restoring import Restored

EPILOG = (
    "Exit codes: 0 the backup is written, and was read back whole; 1 so it is, but an older one"
    " could not be removed, or a restore would refuse what is in it; 2 there is no backup, and why."
)
TERMINATED = 143
IN_CLEAR = "It holds all designs and accounts in the clear: keep it as safe as the server."
LOCKED = "Only the passphrase opens it. Nobody can make it good if it is lost."


def backup(
    file: Annotated[
        str,
        typer.Argument(
            help="The file to write, such as trueline.backup; or a folder, in which each backup is"
            " called by its day; or - for standard output.",
        ),
    ],
    passphrase: Annotated[
        bool,
        typer.Option(
            "--passphrase",
            help="Lock it with a passphrase, which is asked for, or taken from"
            " TRUELINE_PASSPHRASE or standard input. Carries the key of second steps, too.",
        ),
    ] = False,
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
        from trueline.web.serving.backups import keeping, passphrases
        from trueline.web.serving.backups.target import target_named
        from trueline.web.serving.backups.writing import write

        target = target_named(file, locked=passphrase)
        if keep:
            keeping.refuse_without_date(target)
        words = asked(twice=True) if passphrase else ""
        if passphrase:
            passphrases.refuse_weak(words)
        made = write(target, passphrase=words)
        removal = keeping.Removal() if made.unfit else keeping.remove_older(target, keep)
        if not quiet:
            typer.echo(
                f"Wrote the backup to {target}: {made.rows:,} records, {made.size:,} bytes, read back and whole.\n"
                f"{LOCKED if passphrase else IN_CLEAR}",
                err=target.is_stream,
            )
            for path in removal.removed:
                typer.echo(f"Removed {path}, which is older.", err=target.is_stream)
        problems = list(removal.refused)
        if made.unfit:
            problems.append(f"A restore would refuse this backup: {made.unfit}. Keep older ones.")
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(1 if problems else 0)


def restore(
    file: Annotated[
        str,
        typer.Argument(help="A file that `trueline backup` wrote, or - for standard input."),
    ],
    drill: Annotated[
        bool,
        typer.Option(
            "--drill",
            help="Only try: restore into a scratch place, count and read everything there, and"
            " remove it again.",
        ),
    ] = False,
    data: Data = None,
) -> None:
    """Fill an empty instance from a backup. One that holds anything is left as it is.

    The whole backup is checked first. What is refused leaves nothing behind.
    """
    if drill:
        _drill(file, data)
        return
    with instance(data):
        from trueline.web.serving.backups import restoring

        restored = restoring.restore(file, passphrase=asked, say=typer.echo)
        typer.echo(f"Restored {restored.rows:,} records. Everybody signs in anew.")
        say_lost(restored.lost_second_steps)


def _drill(file: str, data: Path | None) -> None:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trueline-drill-") as scratch:
        _bring_key(folder_of(data), Path(scratch))
        for name in ("DATABASE", "MAIL", "KEYS"):
            os.environ.pop(f"TRUELINE_{name}", None)
        with instance(Path(scratch)):
            from trueline.web.serving.backups import drill, restoring

            restored = restoring.restore(file, passphrase=asked, say=typer.echo)
            counts = drill.count(restored.manifest)
            _say_drill(file, restored, counts, time.monotonic() - began)


def _bring_key(folder: Path, scratch: Path) -> None:
    """With the instance's own key, the drill tells whether second steps would work."""
    key = Path(os.environ.get("TRUELINE_KEYS") or folder) / "encryption-key"
    if os.access(key, os.R_OK):
        shutil.copy(key, scratch)


def _say_drill(file: str, restored: Restored, counts: dict[str, int], seconds: float) -> None:
    manifest = restored.manifest
    typer.echo(
        f"{file}, made {manifest.made:%Y-%m-%d %H:%M} by Trueline {manifest.trueline}, was restored"
        f" into a scratch place in {seconds:.0f} s, and all of its {restored.rows:,} records are"
        " there:"
    )
    for words, number in counts.items():
        typer.echo(f"  {number:>8,} {words}")
    typer.echo("Each design and revision was read. Nothing of your instance was touched.")
    if lost := len(restored.lost_second_steps):
        typer.echo(
            f"Without its encryption-key, a restore would switch off the codes of {lost}"
            f" {'person' if lost == 1 else 'people'} at sign-in."
        )


def _ended(signal_: int, frame: FrameType | None) -> None:
    """Asked to end, leave nothing unfinished behind."""
    sys.exit(TERMINATED)
