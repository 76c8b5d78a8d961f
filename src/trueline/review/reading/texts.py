"""Every text of a document, with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from trueline.document.field_spec import field_specs
from trueline.document.fields import Part
from trueline.memory import remembered


class FieldText(NamedTuple):
    """A text, the part and the field that it stands in, and its address.

    `prose`: whether the field is for a text of several lines, and not for a name or a line.
    """

    part: Part
    holder: str
    field: str
    text: str
    prose: bool

    @property
    def address(self) -> str:
        """Its address."""
        return f"{self.holder}.{self.field}" if self.holder else self.field

    @property
    def list(self) -> str:
        """The list whose element it is said of, such as `indicators`; "" for the document."""
        return self.holder.rpartition("[")[0]

    @property
    def normalized(self) -> str:
        """The text as it is compared with others, without the code of what it is said of."""
        return _normalized(self.text)


_ROW_CODE = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:\.\d{1,2}){1,3}"
    r"|(?:activity|output|outcome|result|component|activité|produit|résultat|composante"
    r"|actividad|producto|resultado|componente) \d{1,2})(?![\w%])(?!\.\d)"
)
"""“1.2” or “output 3”: a sentence that is pasted often names the row that it stands in."""


CODE_FIELDS = frozenset("id url toolkit toolkit_id question rule currency unit".split())  # noqa: SIM905
"""They hold the name of a thing in a list, an address of the web, an edition or a unit."""


@remembered(4096)
def _normalized(text: str) -> str:
    return " ".join(_ROW_CODE.sub("", text.lower()).split()).rstrip(".")


def texts_in(parts: Iterable[tuple[str, Part]]) -> Iterator[FieldText]:
    """The texts of the parts of a document: what people wrote in words, no names of lists or ids."""
    for holder, part in parts:
        for name, prose, many in text_fields(type(part)):
            value = getattr(part, name)
            if value:
                yield FieldText(part, holder, name, "; ".join(value) if many else value, prose)


@cache
def text_fields(model: type[Part]) -> tuple[tuple[str, bool, bool], ...]:
    """The fields of a model that hold words of people: name, whether prose, whether several."""
    return tuple(
        (name, spec.long, spec.many)
        for name, spec in field_specs(model).items()
        if spec.base is str
        and not (spec.choices or spec.words or spec.refers or spec.names)
        and name not in CODE_FIELDS
    )
