"""Declares the fields of a document: once, with everything that a form or report needs.

A field's title, help, the toolkit question it answers and the list its words come from stand on
the field. Forms, reports, the JSON Schema and the docs read them there.

Models are built when first used, and the modules that declare them do without
`from __future__ import annotations`, which would have pydantic compile each annotation from text:
together a fifth of the time that a command takes to start.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from trueline.files.annotations import models_in
from trueline.language import gettext, label
from trueline.language import gettext_noop as _
from trueline.limits import TEXT_LETTERS


def _require_day_text(value: Any) -> Any:
    """Refuse the numbers that pydantic would read as seconds since 1970."""
    if isinstance(value, date) or (isinstance(value, str) and _DAY.fullmatch(value)):
        return value
    raise PydanticCustomError("date_type", "should be a date such as 2026-03-31")


def _no_boolean(value: Any) -> Any:
    """Refuse the booleans that pydantic would read as 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "should be a whole number")
    return value


_DAY = re.compile(r"\d{4}-\d\d-\d\d")

ElementId = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", min_length=1, max_length=60)
]
"""A short stable name, such as `training-1`. Given once, never changed by an edit."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LETTERS.most)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 code, such as NP."""

LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language as the web writes it (BCP 47), such as ne or pt-BR."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code, such as EUR."""

Day = Annotated[date, BeforeValidator(_require_day_text)]
DayOrYear = Annotated[str, StringConstraints(pattern=r"^[12]\d{3}(-[01]\d-[0-3]\d)?$")]
"""A day such as 2006-09-22, or a year where no day is known."""

Whole = Annotated[int, BeforeValidator(_no_boolean), Field(ge=0, le=1_000_000_000_000)]
"""A number of people, months or years: whole, and not below zero."""

Amount = Annotated[Decimal, Field(ge=0, max_digits=19, decimal_places=3, allow_inf_nan=False)]
Number = Annotated[Decimal, Field(max_digits=18, decimal_places=6, allow_inf_nan=False)]

FORMS = {
    r"^[a-z0-9][a-z0-9-]*$": _(
        "Ids are lower-case letters, digits and hyphens, such as training-1."
    ),
    r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": _("Languages are codes, such as en, ne or pt-BR."),
    r"^[A-Z]{2}$": _("Countries are codes of two capital letters, such as NP."),
    r"^[12]\d{3}(-[01]\d-[0-3]\d)?$": _(
        "Days are written such as 2006-09-22; a year may stand alone."
    ),
    r"^[A-Z]{3}$": _("Currencies are codes of three capital letters, such as EUR."),
}
"""The meaning of each pattern above, for a person whose text does not fit it."""


class Part(BaseModel):
    """The base of all parts of a document: frozen, and without undeclared fields.

    `closing` names fields that stand last in files and forms, after those that a subclass adds.
    `begins`: the fields with which a section of a long form begins, and what it is called.
    """

    closing: ClassVar[tuple[str, ...]] = ()
    begins: ClassVar[Mapping[str, str]] = {}

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        fields = cls.model_fields
        for name in cls.closing:
            if name in fields:
                fields[name] = fields.pop(name)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields changed, without what was worked out from the original's."""
        copy = super().model_copy(update=update, deep=deep)
        for name in copy.__dict__.keys() - type(copy).model_fields.keys():
            del copy.__dict__[name]
        return copy

    @cached_property
    def positions(self) -> dict[str, dict[str, int]]:
        """The positions of elements in its long lists, by list and key: filled by who looks for one."""
        return {}

    @classmethod
    def field_title(cls, name: str) -> str:
        """The label of a field, in the reader's language."""
        return label(cls.model_fields[name].title or name)


class Element(Part):
    """A piece that stands in a list and can be pointed at.

    `key` names the field that tells it from its neighbours, `key_within` a second one where one
    is not enough; `named` the field that a reader knows it by; `noun` says what sort of thing it
    is; `space` names the wider space in which its key must be unique, where its list is not enough.
    `is_asked`: whether the toolkit's questions are asked of each one for itself. `joins` names the two fields that say what it leads from and to, for one that has no other name.
    """

    key: ClassVar[str] = "id"
    key_within: ClassVar[str] = ""
    named: ClassVar[str] = "title"
    noun: ClassVar[str] = ""
    space: ClassVar[str] = ""
    is_asked: ClassVar[bool] = False
    joins: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """A class is called by its own name, unless it or a base says otherwise."""
        super().__pydantic_init_subclass__(**kwargs)
        if not cls.noun:
            cls.noun = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).capitalize()

    @property
    def key_value(self) -> str:
        """`key`, or `key@within`."""
        first = str(getattr(self, self.key))
        second = getattr(self, self.key_within) if self.key_within else None
        return f"{first}@{second}" if second else first

    @property
    def sort(self) -> str:
        """The noun for this sort of element, in the reader's language."""
        return label(self.noun)

    @property
    def name(self) -> str:
        """Its name in messages: its title or statement, else its sort; an id says nothing to people."""
        if name := getattr(self, self.named, ""):
            return str(name)
        return self.key_value if self.is_named else gettext("{sort} without a name", sort=self.sort)

    @property
    def is_named(self) -> bool:
        """Whether it has a name that people can read: an id means nothing to them."""
        return self.key != "id" or bool(getattr(self, self.named, ""))


OURS = ("asks", "words", "refers", "names", "long")
"""Options of `field` beyond what JSON Schema knows."""


def field(
    title: str,
    help: str,
    default: Any = None,
    *,
    asks: str | None = None,
    words: str | None = None,
    refers: str | None = None,
    names: str | None = None,
    long: bool = False,
) -> Any:
    """Declare a field.

    `asks`: id of the toolkit question that filling it answers. `words`: the vocabulary list its
    value comes from. `refers`: the list of the document whose ids it holds. `names`: what else it
    names: a "place" of the document or question, a list of the "vocabulary", or a "language". `long`:
    a text of several lines.
    """
    values = (asks, words, refers, names, long or None)
    return Field(
        default,
        title=title,
        description=help,
        json_schema_extra={name: v for name, v in zip(OURS, values, strict=True) if v is not None},
    )


def prose(title: str, help: str, *, asks: str | None = None) -> Any:
    """Declare a text of several lines, empty unless filled in."""
    return field(title, help, "", asks=asks, long=True)


def extra(info: FieldInfo, name: str) -> Any:
    """The value that `field` stored under `name`, or None."""
    filed = info.json_schema_extra
    return filed.get(name) if isinstance(filed, dict) else None


def is_empty(value: Any) -> bool:
    """Whether a value counts as empty. Zero and false do not."""
    return value is None or value == "" or value == () or value == []


def required_id() -> Any:
    return Field(
        title="Id",
        description="Short name that stays the same, such as training-1: lower-case letters,"
        " digits and hyphens.",
    )


class Money(Part):
    """An amount in a currency."""

    amount: Amount = Field(title="Amount", description="A number, without thousands separators.")
    currency: Currency = Field(title="Currency", description="Three letters, such as EUR.")

    def __str__(self) -> str:
        return f"{self.currency} {self.amount:,}"


@cache
def sections_of(model: type[Part]) -> Mapping[str, str]:
    """The sections of a form, by the field that each begins with, those of its bases too."""
    titles: dict[str, str] = {}
    for base in reversed(model.__mro__):
        titles |= vars(base).get("begins", {})
    return MappingProxyType(titles)


@cache
def part_fields(model: type[Part]) -> tuple[str, ...]:
    """The fields of a model that hold other parts, alone or in a list."""
    return tuple(
        name
        for name, info in model.model_fields.items()
        if any(issubclass(inner, Part) for inner in models_in(info.annotation))
    )


@cache
def models_below(model: type[Part]) -> tuple[type[Part], ...]:
    """A model and those of all the parts that can stand in it."""
    models = [model]
    for holder in models:
        for info in holder.model_fields.values():
            parts = (inner for inner in models_in(info.annotation) if issubclass(inner, Part))
            models += [part for part in dict.fromkeys(parts) if part not in models]
    return tuple(models)
