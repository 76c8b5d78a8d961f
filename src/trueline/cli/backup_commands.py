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
from trueline.cli.passphrase import read_passphrase
from trueline.language import gettext, gettext_noop, ngettext, number

if TYPE_CHECKING:
    from trueline.web.serving.backups.restoring import Restored

EPILOG = (
    "Exit codes: 0 the backup is written, and was read back whole; 1 so it is, but an older one"
    " could not be removed, or a restore would refuse what is in it; 2 there is no backup, and why."
)
TERMINATED = 143
IN_CLEAR = gettext_noop(
    "It holds all designs and accounts in the clear: keep it as safe as the server."
)
LOCKED = gettext_noop("Only the passphrase opens it. Nobody can replace it if it is lost.")


def backup(
    file: Annotated[
        str,
        typer.Argument(
            help="The file to write, such as trueline.backup; or a folder, in which each backup is"
            " called by its day; or - for standard output."
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
    signal.signal(signal.SIGTERM, _end)
    with instance(data):
        from trueline.web.serving.backups import passphrases, retention
        from trueline.web.serving.backups.target import target_named
        from trueline.web.serving.backups.writing import write

        target = target_named(file, locked=passphrase)
        if keep:
            retention.refuse_without_date(target)
        words = read_passphrase(twice=True) if passphrase else ""
        if passphrase:
            passphrases.refuse_weak(words)
        backup = write(target, passphrase=words)
        removal = retention.Removal() if backup.unfit else retention.remove_older(target, keep)
        if not quiet:
            typer.echo(
                gettext(
                    "Wrote the backup to {target}: {records} records, {size} bytes, read back and"
                    " whole.",
                    target=target,
                    records=number(backup.rows),
                    size=number(backup.size),
                )
                + "\n"
                + gettext(LOCKED if passphrase else IN_CLEAR),
                err=target.is_stream,
            )
            for path in removal.removed:
                typer.echo(
                    gettext("Removed {path}, which is older.", path=path), err=target.is_stream
                )
        problems = list(removal.refused)
        if backup.unfit:
            problems.append(
                gettext(
                    "A restore would refuse this backup: {reason}. Keep older ones.",
                    reason=backup.unfit,
                )
            )
        for problem in problems:
            typer.echo(problem, err=True)
        raise typer.Exit(1 if problems else 0)


def restore(
    file: Annotated[
        str, typer.Argument(help="A file that `trueline backup` wrote, or - for standard input.")
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

        restored = restoring.restore(file, passphrase=read_passphrase, say=typer.echo)
        typer.echo(
            gettext(
                "Restored {records} records. Everybody signs in anew.",
                records=number(restored.rows),
            )
        )
        say_lost(restored.lost_second_steps)


def _drill(file: str, data: Path | None) -> None:
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="trueline-drill-") as scratch:
        _bring_key(folder_of(data), Path(scratch))
        for name in ("DATABASE", "MAIL", "KEYS"):
            os.environ.pop(f"TRUELINE_{name}", None)
        with instance(Path(scratch)):
            from trueline.web.serving.backups import drill, restoring

            restored = restoring.restore(file, passphrase=read_passphrase, say=typer.echo)
            counts = drill.count(restored.manifest)
            _say_drill(file, restored, counts, time.monotonic() - began)


def _bring_key(folder: Path, scratch: Path) -> None:
    """With the instance's own key the drill also checks whether second steps would work."""
    key = Path(os.environ.get("TRUELINE_KEYS") or folder) / "encryption-key"
    if os.access(key, os.R_OK):
        shutil.copy(key, scratch)


def _say_drill(file: str, restored: Restored, counts: dict[str, int], seconds: float) -> None:
    manifest = restored.manifest
    typer.echo(
        gettext(
            "{file}, made {time} by Trueline {version}, was restored into a scratch place in"
            " {seconds} s, and all of its {records} records are there:",
            file=file,
            time=f"{manifest.made:%Y-%m-%d %H:%M}",
            version=manifest.trueline,
            seconds=f"{seconds:.0f}",
            records=number(restored.rows),
        )
    )
    for words, held in counts.items():
        typer.echo(f"  {held:>8,} {words}")
    typer.echo(gettext("Each design and revision was read. Nothing of your instance was touched."))
    if lost := len(restored.lost_second_steps):
        typer.echo(
            ngettext(
                "Without its encryption-key, a restore would switch off the codes of {count} person"
                " at sign-in.",
                "Without its encryption-key, a restore would switch off the codes of {count} people"
                " at sign-in.",
                lost,
            )
        )


def _end(signal_: int, frame: FrameType | None) -> None:
    """Asked to end, leave nothing unfinished behind."""
    sys.exit(TERMINATED)
