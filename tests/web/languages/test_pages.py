"""Every kind of page in French and Arabic: no string of ours is left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.test import Client
from django.urls import reverse

from trueline.design import load_design
from trueline.web.documents.models import DocumentRecord
from trueline.web.languages.catalogs import catalog, singular, translations

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[3] / "examples" / "awareness-nepal-gulf.yaml"
HTML = "{http://www.w3.org/1999/xhtml}"
SPOKEN = ("aria-label", "title", "placeholder", "alt")
PLACE = re.compile(r"%(?:\\?\(\w+\\?\))?[sd]")
COUNTS = [rf"%\({name}\)s" for name in ("count", "n", "number", "months")] + ["%d"]
NUMBER, ANY = r"[\d.,\s]+", ".+"

PUBLIC = (
    "home",
    "account_login",
    "account_signup",
    "account_reset_password",
    "library:overview",
    "library:search",
    "library:indicators",
    "library:rules",
)
ENTRIES = (
    "awareness",
    "awareness.action",
    "awareness.baseline",
    "icat",
    "fn-9",
    "awareness.existing-awareness",
    "awareness.session-participants",
)
SIGNED_IN = (
    "comments:mentions",
    "accounts:account",
    "account_email",
    "account_change_password",
    "mfa_index",
    "usersessions_list",
    "accounts:new_organisation",
    "account_logout",
)
OF_AN_ORGANISATION = (
    "organisation",
    "invitations",
    "audit",
    "settings",
    "leave",
    "delete_organisation",
)
STEPS = ("programme", "pattern", "behaviours", "activities", "indicators", "risks", "evaluation")
OF_A_DESIGN = (
    "designs:theory",
    "workspace:review",
    "documents:export",
    "documents:submissions",
    "sharing:links",
    "documents:history",
    "comments:list",
    "designs:pick",
    "designs:connect",
    "comments:new",
)
LISTS = ("patterns", "behaviours", "results", "displacement", "capacities", "sources")


@cache
def english(language: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """What would be English on a page in this language: plain strings, and those with values."""
    plain, with_values = set(), []
    for message in catalog(language):
        text = " ".join(singular(message).split())
        known = [" ".join(one.split()) for one in translations(message)]
        if not text or not any(known) or text in known:
            continue
        if PLACE.search(text):
            said = PLACE.sub(lambda place: NUMBER if place[0] in COUNTS else ANY, re.escape(text))
            with_values.append(re.compile(said))
        else:
            plain.add(text)
    # What is all values and signs, such as “%(name)s, %(role)s”, would fit anything.
    return plain, [one for one in with_values if re.search(r"[A-Za-z]{4,}", one.pattern)]


def said(node: Element) -> Iterator[str]:
    """Texts and spoken attributes outside of what is marked as English."""
    if not isinstance(node.tag, str) or node.get("lang") == "en":
        return
    if node.tag.removeprefix(HTML) in ("script", "style", "code", "textarea"):
        return
    yield from (node.get(name) or "" for name in SPOKEN)
    yield node.text or ""
    for child in node:
        yield from said(child)
        yield child.tail or ""


def left_in_english(page: str, language: str) -> list[str]:
    plain, with_values = english(language)
    texts = {" ".join(text.split()) for text in said(html5lib.parse(page))}
    return sorted(
        text for text in texts if text in plain or any(one.fullmatch(text) for one in with_values)
    )


def assert_speaks(client: Client, path: str, language: str) -> None:
    client.cookies["django_language"] = language
    response = client.get(path)
    assert response.status_code == 200, path
    page = response.content.decode()
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in page, path
    assert left_in_english(page, language) == [], path


both = pytest.mark.parametrize("language", ["fr", "ar"])


@both
@pytest.mark.django_db
def test_pages_for_everybody(language: str) -> None:
    entries = [reverse("library:entry", args=[entry]) for entry in ENTRIES]
    for path in [*map(reverse, PUBLIC), *entries, "/toolkit/search/?q=shelter"]:
        assert_speaks(Client(), path, language)


@both
def test_pages_of_people_and_organisations(cast, language: str) -> None:
    owner = cast.client("owner")
    of_designs = [reverse(f"documents:{name}", args=["design"]) for name in ("list", "new")]
    paths = [*map(reverse, SIGNED_IN), *of_designs] + [
        reverse(f"accounts:{name}", args=[cast.organisation.pk]) for name in OF_AN_ORGANISATION
    ]
    for path in paths:
        assert_speaks(owner, path, language)


@pytest.fixture
def example(keep) -> DocumentRecord:
    return keep(load_design(EXAMPLE).document)


@both
def test_pages_of_a_design(cast, example: DocumentRecord, language: str) -> None:
    editor = cast.client("editor")
    for name in OF_A_DESIGN:
        assert_speaks(editor, reverse(name, args=[example.pk]), language)
    for step in STEPS:
        assert_speaks(editor, reverse("workspace:step", args=[example.pk, step]), language)
    revision = reverse("documents:revision", args=[example.pk, 1])
    assert_speaks(editor, revision, language)


@both
def test_forms_of_a_design(cast, example: DocumentRecord, language: str) -> None:
    editor, design = cast.client("editor"), load_design(EXAMPLE).document
    activity = f"activities[{design.activities[0].id}]"
    indicator = f"indicators[{design.indicators[0].id}]"
    asked = [("workspace:element", {"at": at}) for at in ("", "evaluation", activity, indicator)]
    asked += [("workspace:add", {"to": name}) for name in LISTS]
    asked += [
        ("workspace:answer", {"question": "foundations.barriers"}),
        ("workspace:remove", {"at": activity}),
    ]
    for name, query in asked:
        path = reverse(name, args=[example.pk], query=query)
        assert_speaks(editor, path, language)


def test_what_is_left_in_english_is_noticed() -> None:
    page = (
        '<p>Save</p><p lang="en">Edit</p><img alt="Remove"><p>Revision 4</p><p>Enregistrer</p>'
        "<p>Made by hand</p>"
    )
    assert left_in_english(page, "fr") == ["Remove", "Revision 4", "Save"]


def test_what_there_is_in_english_alone_bears_a_mark(cast, record) -> None:
    """Findings and texts of the toolkit, in pages of another language; not in English ones."""
    editor = cast.client("editor")
    path = reverse("workspace:review", args=[record.pk])
    editor.cookies["django_language"] = "ar"
    page = editor.get(path).content.decode()
    notes = page.count('class="note-head"')
    assert notes
    assert page.count('<span class="in-english">بالإنجليزية</span>') >= notes
    assert page.count('<p lang="en" dir="ltr">') >= notes
    editor.cookies["django_language"] = "en"
    page = editor.get(path).content.decode()
    assert 'class="in-english"' not in page
    assert 'lang="en" dir="ltr">' not in page.partition("<body>")[2]
