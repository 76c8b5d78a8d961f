"""PDF by Typst: a template of ours and the data it shows, to bytes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

TEMPLATES = Path(__file__).parent / "typst"


@cache
def _compiler() -> Any:
    import typst

    return typst.Compiler(root=str(TEMPLATES))


def typeset(template: str, data: dict[str, Any]) -> bytes:
    """The PDF that `template` (a file of ours) makes of `data`."""
    inputs = {"data": json.dumps(data, ensure_ascii=False, default=str)}
    made: bytes = _compiler().compile(
        input=str(TEMPLATES / template), format="pdf", sys_inputs=inputs
    )
    return made
