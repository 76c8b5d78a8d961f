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
    made: bytes = _compiler().compile(
        input=str(TEMPLATES / template), format="pdf", sys_inputs=_inputs(data)
    )
    return made


def typeset_svg(template: str, data: dict[str, Any], *, page: int) -> str:
    """One page, counted from 1, as an SVG picture."""
    pages: list[bytes] | bytes = _compiler().compile(
        input=str(TEMPLATES / template), format="svg", sys_inputs=_inputs(data)
    )
    chosen = pages[page - 1] if isinstance(pages, list) else pages
    return chosen.decode()


def picture_png(svg: str, dots_per_inch: int) -> bytes:
    """An SVG picture as PNG, with the fonts that Typst brings along."""
    made: bytes | list[bytes] = _compiler().compile(
        input=str(TEMPLATES / "picture.typ"), format="png", ppi=float(dots_per_inch),
        sys_inputs={"svg": svg},
    )  # fmt: skip
    return made[0] if isinstance(made, list) else made


def _inputs(data: dict[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(data, ensure_ascii=False, default=str)}
