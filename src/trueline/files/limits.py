"""Limits on the cost of a file before it is refused."""

from dataclasses import dataclass

from trueline.limits import FILE_BYTES


@dataclass(frozen=True)
class Limits:
    """Bounds on one file: `size` in bytes, `depth` in levels of nesting, `values` in nodes."""

    size: int = FILE_BYTES.most
    depth: int = 30
    values: int = 200_000
