"""Every form of every page, found by following links: sent twice, it counts once.

A new page or form joins by itself, whatever its kind of document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import timezone

from tests.toy import Block, Toy
from trueline.document import add_element
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.idempotency.models import SentForm

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
MORE = timezone.localdate() + timedelta(days=20)
TYPED = {"date": MORE.isoformat(), "email": "someone@example.org", "numeric": "3"}


@dataclass
class Form:
    """A form as a page shows it, with what a hurried person would fill in."""

    page: str
    action: str
    values: dict[str, str] = field(default_factory=dict)

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


def state(snapshot) -> dict[str, list[str]]:
    """All that is kept but the notes of what was sent, and of who was here."""
    apart = ("idempotency_sentform", "accounts_knowndevice", "trueline_cache")
    return {table: rows for table, rows in snapshot().items() if table not in apart}


@pytest.fixture(params=["design", "toy"])
def record(request, cast, keep, golden, toy) -> DocumentRecord:
    """A document of either kind, with everything about it that has forms."""
    blocks = tuple(Block(id=f"b{n}", title=f"Block {n}", edges="sharp") for n in range(3))
    document = golden if request.param == "design" else Toy(title="Tower", blocks=blocks)
    document, _place = add_element(document, "next_steps", {"step": "Look again"})
    record = keep(document)
    submitting.submit(record, by=cast.editor, name="First")
    return record


def test_every_form_carries_a_key_and_counts_once(cast, record, snapshot):
    owner, editor = cast.client("owner"), cast.client("editor")
    begin = (f"/documents/{record.pk}/", f"/{record.kind}s/", "/account/")
    forms: dict[tuple, Form] = {}
    for page in pages(owner, *begin):
        for form in page.forms:
            assert form.values.get("once"), f"{form.action} on {page.address} carries no key"
            forms.setdefault(form.sort, form)
    sent, signed_in = 0, owner.cookies
    counting = [form for form in forms.values() if not is_repeatable(form)]
    for form in counting:
        mark = transaction.savepoint()
        owner.cookies = signed_in.copy()
        sent += _sent_twice(form, owner, editor, snapshot)
        transaction.savepoint_rollback(mark)
        record.refresh_from_db()
    assert len(counting) > 25
    assert sent > len(counting) // 2


def _sent_twice(form: Form, owner: Client, editor: Client, snapshot) -> bool:
    """Whether the form was accepted; then the second press changed nothing, nor did another person."""
    before = state(snapshot)
    assert editor.post(form.action, form.values).status_code == 403, form.action
    assert state(snapshot) == before, form.action
    first = owner.post(form.action, form.values)
    if first.streaming:
        b"".join(first)
    if first.status_code != 302 or not SentForm.objects.exclude(location="").exists():
        return False
    after = state(snapshot)
    second = owner.post(form.action, form.values)
    if "_auth_user_id" in owner.session:  # else it ended the visit, and the second finds nobody
        assert second["Location"] == first["Location"], form.action
    assert state(snapshot) == after, f"{form.action} counts twice"
    return True
