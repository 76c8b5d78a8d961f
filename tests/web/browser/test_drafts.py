"""What is typed is there afterwards, whatever ends: the tab, the session, the line, the server.

The forms are found by following links, so that a new one joins by itself.
"""

from __future__ import annotations

from itertools import cycle
from urllib.parse import urlsplit

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from tests.sampling import IN
from tests.web.browser.looking import WHOLE, violations
from tests.web.forms import Form, pages
from trueline.web.documents import store

FORMS = 20
TYPE = """([id, text]) => {
  const field = document.getElementById(id);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""
PRESS = """(id) => {
  const form = document.getElementById(id).form;
  (form.querySelector(".form-acts button") ?? form.querySelector("button")).click();
}"""
VALUE = "(id) => document.getElementById(id)?.value"
KEPT = "JSON.stringify(localStorage)"


@pytest.fixture
def activity(record, golden) -> str:
    """The address of the form of an activity."""
    return f"/documents/{record.pk}/element/?at=activities%5B{golden.activities[0].id}%5D"


class Typing:
    """One browser in which somebody types into a form, and something ends."""

    def __init__(self, page, snapshot) -> None:
        self.page, self.snapshot = page, snapshot

    def type(self, form: Form, text: str) -> str:
        """Type into the first field that takes words; returns its id."""
        self.page.goto(form.page, wait_until="domcontentloaded")
        field = form.typed[0]
        self.page.evaluate(TYPE, [field, text])
        assert text in self.page.evaluate(KEPT), form.page
        return field

    def close_the_tab(self, form: Form, text: str) -> None:
        field, context = self.type(form, text), self.page.context
        self.page.close()
        self.page = context.new_page()
        self.page.goto(form.page, wait_until="domcontentloaded")
        self.page.locator("[data-about]", has_text=text).get_by_role("button").first.click()
        assert self.page.evaluate(VALUE, field) == text
        self.page.locator("[data-about]").first.wait_for(state="detached")

    def end_the_session(self, form: Form, text: str) -> None:
        field = self.type(form, text)
        Session.objects.all().delete()
        self.page.evaluate(PRESS, field)
        self.page.get_by_text("You were signed out while you wrote").wait_for()
        self.page.locator("#id_login").fill("owner@example.org")
        self.page.locator("#id_password").fill("x")
        self.page.get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(
            lambda url: urlsplit(url).path not in ("/account/login/", "/resume/")
        )
        self.is_there(text)

    def cut_the_line(self, form: Form, text: str) -> None:
        field = self.type(form, text)
        self.page.context.set_offline(True)
        self.page.evaluate(PRESS, field)
        self.page.get_by_role("alert").get_by_text("No answer came").wait_for()
        assert self.page.evaluate(VALUE, field) == text
        self.page.evaluate("document.documentElement.dataset.cut = ''")
        self.page.context.set_offline(False)
        self.page.locator("html[data-cut]").wait_for(state="detached")  # a new page stands there
        self.is_there(text)

    def stop_the_server(self, form: Form, text: str) -> None:
        field = self.type(form, text)
        self.page.route("**", lambda route: route.abort("connectionrefused"))
        self.page.evaluate(PRESS, field)
        self.page.get_by_role("alert").get_by_text("No answer came").wait_for()
        self.page.unroute("**")
        self.page.goto(form.page, wait_until="domcontentloaded")
        self.page.locator("[data-about=draft]").wait_for()
        assert self.page.evaluate(VALUE, field) == text

    def is_there(self, text: str) -> None:
        """It is saved, or stands in a form that says what is still to be put right."""
        self.page.wait_for_load_state()
        assert text in self.page.content() or text in str(self.snapshot()), self.page.url


def forms_of(client: Client, *begin: str) -> list[Form]:
    """The first twenty different forms that take words, as links lead to them."""
    forms: dict[tuple, Form] = {}
    for page in pages(client, *begin):
        for form in page.forms:
            if form.typed and not any("password" in name for name in form.values):
                forms.setdefault(form.sort, form)
        if len(forms) >= FORMS:
            break
    return [*forms.values()][:FORMS]


ENDS = ("close_the_tab", "end_the_session", "cut_the_line", "stop_the_server")


@pytest.mark.parametrize(
    "ends", [(end,) for end in ENDS] if WHOLE else [ENDS], ids=lambda ends: "-".join(ends[:1])
)
def test_nothing_typed_into_twenty_forms_is_lost(visit, cast, record, snapshot, ends):
    """Each end in each of the forms (`make access`); as a sample, the four take turns.

    `make test` tries two forms for each end.
    """
    forms = forms_of(cast.client("owner"), f"/documents/{record.pk}/", "/designs/", "/account/")
    assert len(forms) == FORMS
    typing = Typing(visit("owner", "/account/"), snapshot)
    turns = [*zip(forms, cycle(ends), strict=False)]
    for number, (form, end) in enumerate(turns if IN == 1 else turns[: 2 * len(ENDS)]):
        getattr(typing, end)(form, f"Kept text {number} of many")
    cast.owner.refresh_from_db()  # one of the forms may have given them another name
    _nothing_is_shown_to_the_next(typing, forms[0], str(cast.owner))


def _nothing_is_shown_to_the_next(typing: Typing, form: Form, name: str) -> None:
    typing.type(form, "Words of the owner")
    page = typing.page
    page.locator("summary", has_text=name).click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    assert page.evaluate(KEPT) == "{}"
    page.goto("/account/login/")
    page.locator("#id_login").fill("editor@example.org")
    page.locator("#id_password").fill("x")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/")
    page.goto(form.page)
    assert page.locator("[data-about]").count() == 0
    assert "Words of the owner" not in page.content() + page.evaluate(KEPT)


def test_two_tabs_know_of_each_other_and_the_later_save_shows_both(visit, activity, record):
    first = visit("editor", activity)
    second = first.context.new_page()
    second.goto(activity)
    first.locator("#id_title").fill("First")
    second.get_by_role("main").get_by_text("in another tab, too").wait_for()
    second.locator("#id_title").fill("Second")
    first.get_by_role("button", name="Save", exact=True).click()
    first.locator("[data-answer]", has_text="Saved.").wait_for()
    second.get_by_role("main").get_by_text("You saved this in another tab").wait_for()
    assert not violations(second)
    second.get_by_role("button", name="Save", exact=True).click()
    second.get_by_role("heading", name="You changed this in another tab").wait_for()
    assert second.locator("#id_title").input_value() == "Second"
    record.refresh_from_db()
    assert store.document_of(record).activities[0].title == "First"
    assert "Second" in second.evaluate(KEPT)


def test_on_a_shared_computer_the_browser_keeps_nothing(visit, activity, cast):
    page = visit(None, f"/account/login/?next={activity}")
    page.locator("#id_login").fill("editor@example.org")
    page.locator("#id_password").fill("x")
    page.get_by_label("Others use this computer, too").first.check()
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.locator("#id_title").fill("Typed")
    assert page.evaluate(KEPT) == "{}"
    page.context.set_offline(True)
    page.get_by_role("main").get_by_text("keep this page open").wait_for()
