"""The library: every entry has a page, each link on a page leads somewhere, nobody must sign in."""

from __future__ import annotations

import gzip
import re

import pytest
from django.test import Client
from django.urls import reverse

from trueline.review import all_rules
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import load_register
from trueline.web.library.places import OWN_PAGE
from trueline.web.library.urls import urlpatterns

LISTS = (
    "overview",
    "search",
    "indicators",
    "evidence",
    "reading",
    "terms",
    "rules",
    "ratifications",
)
OVER_THE_WIRE = 20_000
"""Bytes of a page without its styles and scripts, packed: a second on a slow line."""

HREF = re.compile(r'href="(/toolkit/[^"#?]*)(?:\?[^"#]*)?(?:#([^"]*))?"')


@pytest.fixture(scope="module")
def toolkit():
    return load_toolkit()


@pytest.fixture
def visitor(db) -> Client:
    return Client()


def page(visitor: Client, address: str) -> str:
    response = visitor.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


@pytest.mark.slow
def test_every_page_opens_is_small_and_links_lead_somewhere(visitor, toolkit):
    addresses = [reverse(f"library:{name}") for name in LISTS]
    addresses += [reverse("library:entry", args=[n.id]) for n in toolkit if n.kind in OWN_PAGE]
    addresses += [reverse("library:rule", args=[id]) for id in all_rules()]
    register = load_register()
    addresses += [reverse("library:ratifications-state", args=[each]) for each in register.states]
    addresses += [
        reverse("library:ratifications-instrument", args=[each.id]) for each in register.instruments
    ]
    addresses.append(reverse("library:ratifications-matrix"))
    pages = {address: page(visitor, address) for address in addresses}
    sizes = {address: len(gzip.compress(text.encode())) for address, text in pages.items()}
    sizes.pop(reverse("library:ratifications-matrix"))  # all that is known of 198 states
    assert {address: size for address, size in sizes.items() if size > OVER_THE_WIRE} == {}
    wanted = {pair for text in pages.values() for pair in HREF.findall(text)}
    missing = {
        (path, anchor)
        for path, anchor in wanted
        if path not in pages or (anchor and f'id="{anchor}"' not in pages[path])
    }
    assert missing == set()


@pytest.mark.slow
def test_a_thing_without_its_own_page_leads_to_its_place(visitor, toolkit):
    held = [node for node in toolkit if node.kind not in OWN_PAGE]
    assert held
    shown: dict[str, str] = {}
    for node in held:
        response = visitor.get(reverse("library:entry", args=[node.id]))
        assert response.status_code == 302
        path, _, anchor = response["Location"].partition("#")
        text = shown.setdefault(path, page(visitor, path) if path not in shown else shown[path])
        assert f'id="{anchor}"' in text, node.id


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_only_read(visitor, name):
    assert visitor.post(reverse(f"library:{name}")).status_code == 405


@pytest.mark.parametrize(
    ("name", "args", "says"),
    [
        ("entry", ["awareness.target-group"], "Who exactly is the target group?"),
        ("entry", ["awareness.reach"], "Never stands in"),
        ("entry", ["fn-9"], "fn 9"),
        ("rule", ["justice.training-without-mentoring"], "How to answer it"),
    ],
)
def test_pages_say_what_the_toolkit_says(visitor, name, args, says):
    address = reverse(f"library:{name}", args=args)
    assert says in page(visitor, address)
    assert visitor.post(address).status_code == 405


@pytest.mark.parametrize("path", ["no-such-thing", "rules/no.rule", "at/7 Q99", "at/own", "%00"])
def test_unknown_names_are_not_found(visitor, path):
    assert visitor.get(f"/toolkit/{path}/").status_code == 404


@pytest.mark.parametrize(
    ("ref", "leads_to"),
    [
        ("2 I", "mapping/"),
        ("1 Q2", "foundations.barriers/"),
        ("1 L1", "foundations.few-victims-identified/"),
        ("fn 9", "fn-9/"),
        ("5 E1.1", "legal.convention-organized-crime/"),
        ("3 L2.1", "awareness.common-gaps/#awareness-common-gaps-existing-awareness"),
    ],
)
def test_a_place_of_the_source_leads_to_what_stands_there(visitor, ref, leads_to):
    response = visitor.get(reverse("library:at", args=[ref]))
    assert (response.status_code, response["Location"]) == (302, f"/toolkit/{leads_to}")


def test_no_entry_hides_behind_an_address_of_ours(toolkit):
    """`/toolkit/evidence/` is a list, so that nothing may ever be called `evidence`."""
    taken = {str(pattern.pattern).split("/")[0] for pattern in urlpatterns} - {"", "<str:id>"}
    assert taken & {node.id for node in toolkit} == set()


def test_what_we_wrote_is_marked_and_what_the_source_says_is_not(visitor):
    lesson = page(visitor, "/toolkit/awareness.common-gaps/")
    assert lesson.count('class="ours"') == 1
    source_numerator = next(
        i for i in load_toolkit().indicators() if {"numerator", "denominator"} <= {*i.source_gives}
    )
    ours = next(
        i for i in load_toolkit().indicators() if i.numerator and "numerator" not in i.source_gives
    )
    assert "Ours" not in _row(page(visitor, f"/toolkit/{source_numerator.id}/"), "Numerator")
    assert "Ours" in _row(page(visitor, f"/toolkit/{ours.id}/"), "Numerator")


def _row(text: str, heading: str) -> str:
    return text.split(f"<dt>{heading}", 1)[1].split("</dt>", 1)[0]


def test_in_another_language_the_texts_are_marked_as_english(visitor):
    assert "<h1>Who exactly" in page(visitor, "/toolkit/awareness.target-group/")
    visitor.cookies["django_language"] = "ar"
    text = page(visitor, "/toolkit/awareness.target-group/")
    assert '<h1 lang="en" dir="ltr">Who exactly' in text


def test_browsers_keep_pages_for_visitors_and_not_for_members(cast):
    address = reverse("library:overview")
    kept = Client().get(address)
    assert "max-age=600" in kept["Cache-Control"]
    assert "Cookie" in kept["Vary"]
    assert "no-store" in cast.client("reader").get(address)["Cache-Control"]
