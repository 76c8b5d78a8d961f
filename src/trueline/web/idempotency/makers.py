"""Tells which process answers a form, and whether it still runs: one that was killed answers no more."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

GIVEN_UP = "nobody"
"""Stands for a process of which it is known that it has given up."""
_STARTED = 19
"""The field of /proc that says when a process was started, among those behind its name."""


def this_process() -> str:
    """A unique id of this process; "" if the system provides none."""
    return _process_name(os.getpid())


def has_ended(maker: str) -> bool:
    """Whether a process is gone. Of one on another machine nobody here can tell, so False."""
    if maker == GIVEN_UP:
        return True
    place, _, rest = maker.partition(" ")
    number, _, started = rest.partition(" ")
    return bool(place) and place == _place() and started != _start_time(number)


@lru_cache(maxsize=1)
def _process_name(number: int) -> str:
    place, started = _place(), _start_time(str(number))
    return f"{place} {number} {started}" if place and started else ""


def _place() -> str:
    """Within what the numbers of processes mean something: this start of the machine, or container."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        return f"{boot}/{os.readlink('/proc/self/ns/pid')}"
    except OSError:
        return ""


def _start_time(number: str) -> str:
    try:
        stat = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return ""
    return stat.rpartition(")")[2].split()[_STARTED]
