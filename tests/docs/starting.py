"""Starts `trueline` again and again without importing it again: each start is a fork of one process.

A page types a hundred commands; most of the time would go into imports. What is started so has its
own process, folder, environment, terminal and signals, like a program that a shell starts.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from select import select
from tempfile import mkdtemp

STARTER = """\
#!{python} -IS
import json, os, signal, socket, sys

with socket.socket(socket.AF_UNIX) as line:
    line.connect({address!r})
    start = json.dumps([sys.argv, os.getcwd(), dict(os.environ)]).encode()
    socket.send_fds(line, [b"%10d" % len(start)], [0, 1, 2])
    line.sendall(start)
    process = int(line.recv(10))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, frame: os.kill(process, number))
    ended = int(line.recv(10) or 1)
if ended < 0:
    signal.signal(-ended, signal.SIG_DFL)
    os.kill(os.getpid(), -ended)
sys.exit(ended)
"""


USUAL = {"LANG": "C.UTF-8", "TERM": "dumb", "NO_COLOR": "1", "BROWSER": "true"}
"""The environment of somebody at a terminal that knows plain text only."""

_begun: list[subprocess.Popen[bytes]] = []
"""Kept as long as the tests run: its end is the end of its standard input."""


@cache
def starter() -> str:
    """The text of a program that is `trueline`, whose process is made ready by this call."""
    folder = Path(mkdtemp(prefix="start-"))
    address = str(folder / "line")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.docs.starting", address],
        cwd=Path(__file__).parents[2],
        env={**USUAL, "PATH": os.environ["PATH"]},
        stdin=subprocess.PIPE,  # it ends with whoever began it
        stdout=subprocess.PIPE,
    )
    _begun.append(process)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return STARTER.format(python=sys.executable, address=address)


def serve(address: str) -> None:
    """Start what is asked for at the socket `address`, until standard input ends; then remove it."""
    main = import_module("trueline.cli").main
    _warm(main)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(address)
        door.listen()
        print("ready", flush=True)
        while door in select([door, sys.stdin], [], [])[0]:
            line, _ = door.accept()
            if not os.fork():
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                _start(line, main)
            line.close()
    shutil.rmtree(Path(address).parent)


def _warm(main: Callable[[], None]) -> None:
    """Import what most commands import."""
    kept = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.argv = ["trueline", "review", "examples/awareness-nepal-gulf.yaml"]
    try:
        main()
    except SystemExit:
        sys.stdout.flush()
    os.dup2(kept, 1)


def _start(line: socket.socket, main: Callable[[], None]) -> None:
    """Wait for the process that is asked for, and say how it ended."""
    length, handles, _, _ = socket.recv_fds(line, 10, 3)
    text = b""
    while len(text) < int(length):
        text += line.recv(int(length) - len(text))
    if process := os.fork():
        line.sendall(b"%10d" % process)
        ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        line.sendall(b"%10d" % ended)
        os._exit(0)
    line.close()
    for number, handle in enumerate(handles):
        os.dup2(handle, number)
        os.close(handle)
    sys.argv, folder, environ = json.loads(text)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    sys.stdin, sys.stdout, sys.stderr = os.fdopen(0), os.fdopen(1, "w"), os.fdopen(2, "w")
    main()


if __name__ == "__main__":
    serve(sys.argv[1])
