"""Lists without an end: what somebody looks for in one, and its pages; all of it in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise

ON_A_PAGE = 50
LONGEST = 200


@dataclass(frozen=True)
class Choice:
    """A way to narrow a list: its name in the address, its label, its options, and what is chosen."""

    name: str
    label: str | Promise
    options: list[tuple[str, str | Promise]]
    chosen: str = ""


@dataclass(frozen=True)
class Filter:
    """A list's filter: words and choices; values without a meaning are ignored."""

    words: str = ""
    choices: tuple[Choice, ...] = field(default=())

    @classmethod
    def of(cls, query: QueryDict, *choices: Choice) -> Filter:
        """The filter in a query string."""
        words = query.get("q", "").replace("\0", "").strip()[:LONGEST]
        return cls(words, tuple(_chosen(choice, query.get(choice.name, "")) for choice in choices))

    def chosen(self, name: str) -> str:
        """The chosen value of a choice, "" for everything."""
        return next(choice.chosen for choice in self.choices if choice.name == name)

    def holding(self, rows: QuerySet[Any], *names: str) -> QuerySet[Any]:
        """The rows that hold every word in one of these columns."""
        for word in self.words.split():
            rows = rows.filter(
                reduce(Q.__or__, (Q(**{f"{name}__icontains": word}) for name in names))
            )
        return rows

    def __bool__(self) -> bool:
        return bool(self.words) or any(choice.chosen for choice in self.choices)

    @property
    def query(self) -> str:
        """The filter as the beginning of a query string, for links to other pages."""
        params = {"q": self.words, **{choice.name: choice.chosen for choice in self.choices}}
        filled = {name: value for name, value in params.items() if value}
        return f"{urlencode(filled)}&" if filled else ""


def _chosen(choice: Choice, value: str) -> Choice:
    chosen = value if value in {option for option, _label in choice.options} else ""
    return Choice(choice.name, choice.label, choice.options, chosen)


def page_of(rows: QuerySet[Any] | Iterable[Any], query: QueryDict, *, usual: int = 0) -> Page[Any]:
    """The page of a list that an address asks for; the nearest where there is none of its number.

    An address that asks for none gets the page with the row that `usual` counts, from 0.
    """
    many = rows if isinstance(rows, QuerySet) else list(rows)
    return Paginator(many, ON_A_PAGE).get_page(query.get("page", usual // ON_A_PAGE + 1))
