"""Whether confinement holds on this system: somebody tries."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trueline.sandbox.process import read_in_sandbox


@dataclass(frozen=True)
class Confinement:
    """What a reader can't reach, whatever it does."""

    files: bool
    network: bool


def confinement(path: Path) -> Confinement:
    """Have a reader try to open a file that it should not see, and the network."""
    reached = read_in_sandbox(f"{__name__}:attempt", str(path).encode(), "probe")
    return Confinement(files=not reached["file"], network=not reached["network"])


def attempt(data: bytes, name: str) -> dict[str, Any]:
    """What this process reaches: the file whose path it is given, and the network."""
    return {"file": _opens(Path(data.decode())), "network": _has_sockets()}


def _opens(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False


def _has_sockets() -> bool:
    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM):
            return True
    except OSError:
        return False
