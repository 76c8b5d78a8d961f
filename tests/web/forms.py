"""Finds the forms of all pages by following links, so that a new page or form joins by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

MORE = timezone.localdate() + timedelta(days=20)
TYPED = {"date": MORE.isoformat(), "email": "someone@example.org", "numeric": "3"}


@dataclass
class Form:
    """A form as a page shows it, with what a hurried person would fill in."""

    page: str
    action: str
    values: dict[str, str] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    """The ids of its fields that take words."""

    @property
    def sort(self) -> tuple[str, tuple[str, ...]]:
        """What tells it from other forms: the view it goes to, and its fields."""
        return name_of(self.action), tuple(sorted(self.values))


class Page(HTMLParser):
    """Links and forms of a page."""

    def __init__(self, address: str, text: str) -> None:
        super().__init__()
        self.address = address
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._form: Form | None = None
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and given.get("href", "").startswith("/"):
            self.links.append(given["href"].partition("#")[0])
        elif tag == "form" and given.get("method") == "post":
            self._form = Form(self.address, given.get("action") or self.address)
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        values, name = self._form.values, given.get("name", "")
        if tag == "option" and self._select and given.get("value"):
            values[self._select] = values[self._select] or given["value"]
        elif tag == "select":
            self._select = name
            values.setdefault(name, "")
        elif tag in ("input", "textarea", "button") and name:
            kind = given.get("type", "")
            if tag == "textarea" or (tag == "input" and kind in ("", "text")):
                self._form.typed.append(given.get("id", ""))
            if kind in ("checkbox", "file"):
                return
            typed = TYPED.get(kind) or TYPED.get(given.get("inputmode", ""), "Walked")
            fixed = kind in ("hidden", "radio") or tag == "button"
            values.setdefault(
                name, given.get("value", "") if fixed else given.get("value") or typed
            )

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "select":
            self._select = ""


def name_of(address: str) -> str:
    return resolve(urlsplit(address).path).view_name


def is_repeatable(form: Form) -> bool:
    """Whether its view says that it can be called as often as one likes."""
    return getattr(resolve(urlsplit(form.action).path).func, "repeatable", False)


def pages(client: Client, *begin: str) -> Iterator[Page]:
    """Every sort of page that links lead to: one for each view and each set of parameters."""
    waiting, met = list(begin), set()
    while waiting:
        address = waiting.pop(0)
        try:
            name = name_of(address)
        except Resolver404:
            continue
        sort = (name, tuple(sorted(parse_qs(urlsplit(address).query))), _place(address))
        if sort in met or name.startswith(("library:", "account_logout")):
            continue
        met.add(sort)
        response = client.get(address, follow=True)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            page = Page(address, response.content.decode())
            yield page
            waiting += page.links


def _place(address: str) -> str:
    """The list that an address of an element names, and the step of a page: each has its own form."""
    query = parse_qs(urlsplit(address).query)
    place = (query.get("at") or query.get("to") or [""])[0]
    return place.partition("[")[0] + str(resolve(urlsplit(address).path).kwargs.get("slug", ""))
