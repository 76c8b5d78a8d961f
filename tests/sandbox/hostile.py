"""Readers that try what no reader should: each answers with what it got hold of."""

from __future__ import annotations

import contextlib
import ctypes
import json
import mmap
import os
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from trueline.files import FileProblems, Problem

NICENESS = os.nice(0)
"""Once it is confined, a reader may not even ask."""


def surroundings(data: bytes, name: str) -> dict[str, Any]:
    return {
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "name": name,
        "arguments": sys.argv,
        "descriptors": _descriptors(),
        "niceness": NICENESS,
    }


def _descriptors() -> list[int]:
    found = []
    for number in range(64):
        with contextlib.suppress(OSError):
            os.fstat(number)
            found.append(number)
    return found


def refuses(data: bytes, name: str) -> Any:
    raise FileProblems([Problem(name, "No.", 3, hint="Yes.")])


def fails(data: bytes, name: str) -> Any:
    raise KeyError(data.decode())


def prints(data: bytes, name: str) -> Any:
    print("{}")
    os.write(1, b"[]")
    return data.decode()


def looks(data: bytes, name: str) -> list[str]:
    """Each path that can be read or listed."""
    return _done(data, _read, os.listdir, _link)


def changes(data: bytes, name: str) -> list[str]:
    """Each path that can be written, changed, removed, or left something beside."""
    return _done(data, _append, _touch_beside, _chmod, _rename, _truncate, os.unlink)


def _done(data: bytes, *attempts: Callable[[Path], object]) -> list[str]:
    reached = []
    for path in map(Path, json.loads(data)):
        for attempt in attempts:
            with contextlib.suppress(OSError):
                attempt(path)
                reached.append(f"{attempt.__name__} {path}")
    return reached


def _read(path: Path) -> None:
    path.read_bytes()[:1]


def _append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"x")


def _touch_beside(path: Path) -> None:
    (path.parent / "left behind").touch()


def _chmod(path: Path) -> None:
    path.chmod(0o666)


def _link(path: Path) -> None:
    os.symlink(path, "link")
    Path("link").read_bytes()


def _rename(path: Path) -> None:
    path.rename(path.with_name("moved")).rename(path)


def _truncate(path: Path) -> None:
    os.truncate(path, 0)


def connects(data: bytes, name: str) -> list[str]:
    """Each way by which something outside can be reached."""
    where = json.loads(data)
    tries = {
        "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", where["port"])),
        "tcp6": (socket.AF_INET6, socket.SOCK_STREAM, ("::1", where["port"])),
        "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", where["port"])),
        "unix": (socket.AF_UNIX, socket.SOCK_STREAM, where["unix"]),
        "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, f"\0{where['abstract']}"),
    }
    reached = []
    for way, (family, kind, address) in tries.items():
        with contextlib.suppress(OSError), socket.socket(family, kind) as one:
            one.connect(address)
            reached.append(way)
    with contextlib.suppress(OSError):
        socket.socketpair()
        reached.append("pair")
    return reached


def reaches_others(data: bytes, name: str) -> list[str]:
    """Each way by which another process can be started, stopped, read or changed."""
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    x32 = 0x40000000
    reached = []
    for way, attempt in {
        "fork": lambda: os.fork() or os._exit(0),
        "thread": lambda: threading.Thread(target=int).start(),
        "exec": lambda: os.execv("/bin/true", ["true"]),
        "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "kill": lambda: os.kill(parent, 0),
        "priority": lambda: os.setpriority(os.PRIO_PROCESS, parent, 19),
        "environ": lambda: Path(f"/proc/{parent}/environ").read_bytes(),
        "memory": lambda: os.open(f"/proc/{parent}/mem", os.O_RDONLY),
        "limits": lambda: _limits_of(parent),
    }.items():
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            attempt()
            reached.append(way)
    for way, number, arguments in [
        ("tgkill", 234, (parent, parent, 0)),
        ("ptrace", 101, (16, parent, 0, 0)),
        ("io_uring", 425, (8, bytes(120))),
        ("x32 socket", 41 | x32, (2, 1, 0)),
        ("unshare", 272, (0x10000000,)),
    ]:
        if os.uname().machine == "x86_64" and libc.syscall(number, *arguments) >= 0:
            reached.append(way)
    return reached


def _limits_of(process: int) -> None:
    import resource

    resource.prlimit(process, resource.RLIMIT_CPU, (1, 1))


def waits(data: bytes, name: str) -> Any:
    threading.Event().wait()


def works(data: bytes, name: str) -> Any:
    while True:
        pass


def takes(data: bytes, name: str) -> Any:
    return len([bytearray(100_000_000) for _ in range(40)])


def maps(data: bytes, name: str) -> Any:
    return mmap.mmap(-1, 4_000_000_000)


def hoards(data: bytes, name: str) -> int:
    for number in range(10_000):
        try:
            os.dup(0)
        except OSError:
            return number
    return 10_000


def floods(data: bytes, name: str) -> str:
    return "x" * 200_000_000


def dies(data: bytes, name: str) -> Any:
    os.abort()
