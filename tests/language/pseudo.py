"""What tests of the pseudo-language share: content in Greek letters, and the plain words left over.

What people wrote and what the toolkit says is turned into Greek letters, and every string of ours
is altered: so a word in plain letters is a string of ours that is not marked for translation.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trueline.document.fields import extra
from trueline.files.annotations import models_in
from trueline.toolkit import Toolkit, load_toolkit, loading
from trueline.toolkit.pack import Pack
from trueline.toolkit.ratifications import Register, load_register
from trueline.toolkit.ratifications.facts import Instrument, Source

WORD = re.compile(r"[A-Za-z]{2,}")
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβξδεφγηιϕκλμνοπθρστυϖωχψζ")
NO_PROSE = re.compile(
    r"`[^`]*`|https?://\S+|\S+@\S+\w|(\w+\[[\w@.-]+\])(\.\w+)*|[\w-]+(\.[\w-]+)+|\[[\w@.-]+\]"
    r"|[a-z]+-[a-z-]+|(?<![\w.])\.[a-z]+"
)
"""Code, addresses of pages, people and parts of a design, ids, endings of files."""
NAMES = frozenset({"Trueline", "fn", "trueline", "Normal", "www"})
"""Names of ours and of others."""
IDS = {
    "question",
    "rule",
    "element",
    "about",
    "toolkit",
    "toolkit_id",
    "disaggregation",
    "language",
    "source_gives",
}
"""Fields whose texts are ids of something."""
CODE = re.compile(r"[A-Z]{2,3}")
ID = re.compile(r"[A-Z]{2,3}|[\w.@\[\]-]+")
M = TypeVar("M", bound=BaseModel)
T = TypeVar("T", Instrument, Source)


def in_greek(thing: M) -> M:
    """The same with its prose in other letters."""
    return type(thing).model_validate(_in_greek(type(thing), thing.model_dump()))


def _in_greek(model: type[BaseModel], data: dict[str, Any]) -> dict[str, Any]:
    made = dict(data)
    for name, value in data.items():
        info = model.model_fields[name]
        models = [one for one in models_in(info.annotation) if issubclass(one, BaseModel)]
        if models and name != "lexicon" and isinstance(value, (list, tuple)):
            made[name] = [_in_greek(_model(models, item), item) for item in value]
        elif models and isinstance(value, dict):
            made[name] = _in_greek(models[0], value)
        elif _is_prose(name, info):
            holds_ids = name in IDS or extra(info, "words")
            made[name] = greek_letters(value, but=ID if holds_ids else CODE)
    return made


def _is_prose(name: str, info: FieldInfo) -> bool:
    declared = f"{info.annotation!r} {info.metadata!r}"
    return not (name == "id" or "Literal" in declared or "pattern='" in declared)


def _model(models: list[type[BaseModel]], item: dict[str, Any]) -> type[BaseModel]:
    if len(models) == 1:
        return models[0]
    return next(m for m in models if repr(item.get("kind")) in repr(m.model_fields["kind"]))


def greek_letters(value: Any, *, but: re.Pattern[str] = CODE) -> Any:
    """A text in other letters, or several; what fits the pattern `but` stays as it is."""
    if isinstance(value, (list, tuple)):
        return [greek_letters(one, but=but) for one in value]
    if not isinstance(value, str) or but.fullmatch(value):
        return value
    if value.startswith("https://"):
        return "https://example.org"
    return value.lower().translate(GREEK)


@cache
def greek_toolkit() -> Toolkit:
    """The toolkit, its texts in other letters."""
    return Toolkit((_greek_pack(),))


@cache
def _greek_pack() -> Pack:
    return in_greek(loading._source_pack("en"))


@contextmanager
def toolkit_in_greek() -> Iterator[None]:
    """Let the whole program read that toolkit, and the register that comes with it."""
    load_toolkit()
    register = _greek_register()
    with pytest.MonkeyPatch.context() as patch:
        toolkit = greek_toolkit()
        patch.setattr(loading, "_source_toolkit", lambda language: toolkit)
        for module in [m for name, m in sys.modules.items() if name.startswith("trueline.")]:
            if getattr(module, "load_register", None) is load_register:
                patch.setattr(module, "load_register", lambda: register)
        yield


@cache
def _greek_register() -> Register:
    register = load_register()
    return Register(
        (_greek(each, "title", "short") for each in register.instruments),
        (
            replace(fact, source=fact.source and _greek(fact.source, "title", "at", "note"))
            for fact in register
        ),
    )


def _greek(thing: T, *names: str) -> T:
    return replace(thing, **{name: greek_letters(getattr(thing, name), but=CODE) for name in names})


def plain_words(text: str, *, without: frozenset[str] = frozenset()) -> set[str]:
    """Words in plain letters, but for code and addresses, and names."""
    words = {word for word in WORD.findall(NO_PROSE.sub(" ", text)) if not word.isupper()}
    return words - NAMES - without
