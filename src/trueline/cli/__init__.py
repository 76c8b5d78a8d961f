"""The command line: parse, call, print. What a command does lives in the layers below."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType


def main() -> None:
    """Run `trueline`. Exit codes: 0 fine, 1 findings at or above --fail-on, 2 can't be done.

    A pipe that its reader closed is fine. A command that is ended by a signal says so as a shell
    does: 130 for Ctrl-C, 143 where the system asks it to end.
    """
    signal.signal(signal.SIGINT, _interrupt)
    signal.signal(signal.SIGTERM, _end)
    _start_quickly()
    _open_what_is_closed()
    _speak_utf8()
    try:
        _run()
    except Exception:
        if not _signals:
            raise
        sys.exit(128 + _signals[0])  # whatever the signal broke off made of it
    finally:
        _flush()


_signals: list[int] = []
"""The signal that asked the command to end, once one has."""


def _start_quickly() -> None:
    """Leave out what costs a start a tenth of its time and brings a command nothing.

    The collector would look through thousands of new classes and rules that all stay, and pydantic
    through the metadata of every installed package for plugins, of which we use none.
    """
    gc.set_threshold(600_000, 20, 20)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _open_what_is_closed() -> None:
    """Open closed standard streams (`>&-`, or under a service) on /dev/null."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 everywhere; a terminal that lacks a sign shows another for it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _run() -> None:
    from typer.main import get_command

    from trueline.cli.app import app
    from trueline.cli.printing import report_problems
    from trueline.cli.spoken_help import (
        frame_in_the_reader_s_language,
        in_the_reader_s_language,
        language_asked_for,
        with_language_everywhere,
    )
    from trueline.cli.usage_errors import with_errors_worded
    from trueline.files import FileProblems
    from trueline.language import override, reader_language, supported_language

    try:
        with override(supported_language(language_asked_for(sys.argv[1:]) or reader_language())):
            frame_in_the_reader_s_language()
            command = with_language_everywhere(get_command(app))
            with_errors_worded(in_the_reader_s_language(command))(prog_name="trueline")
    except FileProblems as problems:
        report_problems(problems)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # as typer makes of it
            _discard_output()
            sys.exit(0)
        raise
    except OSError as error:
        _give_up(error)


def _flush() -> None:
    """Send out what is still held, so that a full disk or a closed pipe is met here, not later.

    It is the original stream that the interpreter would flush at its end, whatever typer put in
    its place.
    """
    stream = sys.__stdout__
    try:
        if stream is not None:
            stream.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError as error:
        _give_up(error)


def _give_up(error: OSError) -> None:
    from trueline.language import gettext

    _discard_output()
    reason = error.strerror or gettext("the system refused")
    message = (
        gettext("{file} can't be used: {reason}.", file=error.filename, reason=reason)
        if error.filename
        else gettext("The output can't be written: {reason}.", reason=reason)
    )
    sys.stderr.write(f"{message}\n")
    sys.exit(2)


def _discard_output() -> None:
    """Redirect standard output to /dev/null: its reader has gone, or the disk is full."""
    if sys.__stdout__ is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno())


def _interrupt(signal_: int, frame: FrameType | None) -> None:
    with suppress(OSError):
        os.write(2, b"\nInterrupted.\n")  # at once: the stream itself may be in use just now
    _end(signal_, frame)


def _end(signal_: int, frame: FrameType | None) -> None:
    """End in order, so that nothing half-made stays; a second signal does not disturb that."""
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    _signals.append(signal_)
    sys.exit(128 + signal_)


__all__ = ["main"]
