"""Designs of every shape, for tests that state what holds for all of them.

The strategies are made from the declarations of the models, so that a new field is covered as
soon as it is declared.

    @given(designs())
    def test_something(design: Design) -> None: ...
"""

from __future__ import annotations

import types
import typing
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from trueline.design import Design
from trueline.document.fields import Part

TRICKY = (
    "no",
    "No",
    "yes",
    "true",
    "null",
    "~",
    "1.0",
    "007",
    "1e5",
    "2026-01-01",
    "12:30",
    "0x1F",
    "*x",
    "&x",
    "!tag",
    "- item",
    "? key",
    "a: b",
    "a #b",
    "#b",
    "ends with:",
    "{a: b}",
    "[a]",
    "'quoted'",
    '"quoted"',
    "back\\slash",
    "%x",
    "@x",
    "`x`",
    "=",
    "<<",
    "---",
    "...",
    ", x",
    "|",
    "two\nlines",
    "two\n\nparagraphs",
    "a\n  deeper\nb",
    "trailing \nspace",
    "tab\there",
    "a  b   c",
    "नेपाल",
    "مرحبا بالعالم",
    "été",
    "emoji 👩‍👧",
    "nbsp\u00a0here",
    "line\u2028sep",
    "next\u0085line",
    "zero\u200bwidth",
    "bell\u0007",
    "cr\r\nlf",
    "x" * 200,
    "ab cd " * 60,
    "long: with colon " * 12,
    "first\n" + "words of a long line " * 12 + "\nlast",
    "=1+1",
    "a\n- b\n# c\n--- d",
    "a\n\n\nb",
    "# x\ny",
    "long " * 40 + "end\n\n\nand " + "long " * 40 + "end",
    "a\n\n  b\n" + "long " * 40,
)

texts = st.one_of(
    st.sampled_from(TRICKY),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.text("ab -:#\n\"'\\", max_size=30),
    st.lists(st.text("abc:#-", min_size=1, max_size=9), max_size=50).map(" ".join),
)
ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,6}", fullmatch=True)


def designs() -> st.SearchStrategy[Design]:
    """Any design that the models accept."""
    return _parts(Design).map(_with_names_of_their_own).map(Design.model_validate)


def _parts(model: type[Part]) -> st.SearchStrategy[dict[str, Any]]:
    needed: dict[str, Any] = {}
    optional: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        holder = needed if info.is_required() else optional
        holder[name] = _values(info.annotation, info.metadata, in_design=model is Design)
    return st.fixed_dictionaries(needed, optional=optional)


def _values(
    annotation: Any, metadata: list[Any], in_design: bool = False
) -> st.SearchStrategy[Any]:
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _values(inner[0], [*inner[1:], *metadata])
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([_values(each, metadata) for each in inner])
    if origin is tuple:
        return st.lists(_values(inner[0], []), max_size=3 if in_design else 2)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return st.deferred(lambda: _parts(annotation))
    return _plain(annotation, _constraints(metadata))


def _constraints(metadata: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in metadata:
        for one in each.metadata if isinstance(each, FieldInfo) else [each]:
            for name in ("pattern", "max_length", "ge", "le", "decimal_places", "max_digits"):
                if getattr(one, name, None) is not None:
                    found[name] = getattr(one, name)
    return found


def _plain(annotation: Any, bounds: dict[str, Any]) -> st.SearchStrategy[Any]:
    if annotation is type(None):
        return st.none()
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(bounds.get("ge", -999), bounds.get("le", 999_999))
    if annotation is date:
        return st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat)
    if annotation is Decimal:
        places = bounds["decimal_places"]
        most = 10 ** (bounds["max_digits"] - places) - 1
        low = Decimal(bounds.get("ge", -most))
        return st.decimals(low, Decimal(most), places=places, allow_nan=False)
    assert annotation is str, annotation
    pattern = bounds.get("pattern")
    if pattern is None:
        return texts
    return (
        ids
        if pattern.startswith("^[a-z0-9]")
        else st.from_regex(pattern.removesuffix("$"), fullmatch=True)
    )


def _with_names_of_their_own(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out elements whose name is taken; models refuse two of one name."""
    seen: set[tuple[str, str]] = set()
    from trueline.document.reading import names_in

    while True:
        seen.clear()
        for space, name, path in names_in(Design, data, ()):
            if (space, name) in seen:
                holder: Any = data
                for key in path[:-2]:
                    holder = holder[key]
                del holder[path[-2]]
                break
            seen.add((space, name))
        else:
            return data
