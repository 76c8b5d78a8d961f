"""What a file may cost before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bounds on one file: `size` in bytes, `depth` in levels of nesting, `values` in nodes."""

    size: int = 5_000_000
    depth: int = 30
    values: int = 200_000
