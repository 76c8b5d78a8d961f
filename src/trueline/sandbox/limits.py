"""Bounds on what a process may use, where the system has them."""

from __future__ import annotations

OPEN_FILES = 64


def limit(*, seconds: int, memory: int) -> None:
    """Bound this process: no more can be had afterwards."""
    try:
        import resource
    except ImportError:  # Windows: whoever started it bounds the time
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    for none in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE):
        resource.setrlimit(none, (0, 0))
