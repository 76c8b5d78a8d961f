"""A worked example of each kind of document, for tests that go through all of them."""

from __future__ import annotations

from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
OF_KIND = {"design": EXAMPLES / "awareness-nepal-gulf.yaml"}
"""Where none is named, the first of its folder."""


def example_of(kind: str) -> Path:
    return OF_KIND.get(kind) or min((EXAMPLES / f"{kind}s").glob("*.yaml"))
