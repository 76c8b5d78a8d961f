"""What somebody wrote says its language, and files say beforehand what would stand in English."""

from __future__ import annotations

import importlib
import re
from datetime import timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.design import Design, load_design
from trueline.document import kind_named, set_field, set_fields
from trueline.language import is_translated, languages, override
from trueline.reports.design.diagram import diagram_svg
from trueline.reports.layout.lines import languages_of
from trueline.web.documents.store import document_of
from trueline.web.sharing.actions import share

ARABIC = Path(__file__).parents[2] / "reports" / "arabic.yaml"
SILENT = ("script", "style", "textarea")
HTML = "{http://www.w3.org/1999/xhtml}"
ARABIC_LETTERS = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")


QUOTED = re.compile("\u2068[^\u2069]*\u2069")
"""A name within a sentence of ours, set apart by Unicode's marks."""


@pytest.fixture
def arabic(keep):
    """A design written in Arabic."""
    return keep(load_design(ARABIC).document)


def unmarked(page: str) -> list[str]:
    """Arabic texts of an English page in no element that says `lang="ar"`."""
    found: list[str] = []
    _gather(html5lib.parse(page).find(f"{HTML}body"), "en", found)
    return found


def _gather(node: Element, language: str, found: list[str]) -> None:
    language = node.get("lang") or language
    texts = (node.text or "", *(child.tail or "" for child in node))
    found.extend(
        " ".join(text.split())
        for text in texts
        if language != "ar" and ARABIC_LETTERS & set(QUOTED.sub("", text))
    )
    for child in node:
        if isinstance(child.tag, str) and child.tag.removeprefix(HTML) not in SILENT:
            _gather(child, language, found)


STEPS = [step.slug for step in kind_named("design").steps if step.slug not in ("review", "share")]
PLACES = ("activities[check-desk]", "results[check-first]", "behaviours[check]", "links[a]", "")
PAGES = [
    ("documents:overview", (), ""),
    *(("workspace:step", (slug,), "?open=all") for slug in STEPS if slug != "theory"),
    ("designs:theory", (), "?at=activities[check-desk]"),
    *(("workspace:element", (), f"?at={place}") for place in PLACES),
    ("workspace:remove", (), "?at=activities[check-desk]"),
    ("documents:revision", (1,), ""),
    ("documents:export", (), ""),
    ("workspace:review", (), ""),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "arguments", "query"), PAGES, ids=str)
def test_every_text_of_an_arabic_document_says_so_on_an_english_page(
    cast, arabic, name, arguments, query
):
    url = reverse(name, args=[arabic.pk, *arguments]) + query
    response = cast.client("editor").get(url)
    assert response.status_code == 200
    page = response.content.decode()
    assert 'lang="ar"' in page
    left = unmarked(page)
    assert left == [], left


def test_those_who_were_sent_a_link_get_it_marked_too(cast, arabic):
    day = timezone.now() + timedelta(days=9)
    _link, secret = share(
        arabic.revisions.get(), by=cast.editor, expires=day, note="", with_review=True
    )
    page = Client().get(reverse("sharing:shared", args=[secret])).content.decode()
    assert page.count('lang="ar"') > 20
    left = unmarked(page)
    assert left == [], left


@pytest.fixture
def one_in_arabic(cast, keep, golden):
    """An English design of which one activity was written in Arabic, as its page of that says."""
    first = golden.activities[0]
    title, about = "مكتب التحقق من عروض العمل", "يستمع الموظفون إلى المسافرين"
    design = set_fields(
        set_field(golden, "language", "en"),
        f"activities[{first.id}]",
        {"title": title, "description": about},
    )
    record = keep(design)
    place = f"activities[{first.id}]"
    address = reverse("workspace:text-language", args=[record.pk]) + f"?at={place}"
    assert cast.client("editor").post(address, {"language": "ar"}).status_code == 302
    record.refresh_from_db()
    return record


def test_one_element_in_another_language_says_so_on_pages(cast, one_in_arabic):
    document = document_of(one_in_arabic)
    place = f"activities[{document.activities[0].id}]"
    for name, arguments, query in [
        ("workspace:step", ("activities",), "?open=all"),
        ("workspace:element", (), f"?at={place}"),
        ("documents:revision", (one_in_arabic.revision,), ""),
    ]:
        address = reverse(name, args=[one_in_arabic.pk, *arguments]) + query
        page = cast.client("editor").get(address).content.decode()
        main = html5lib.parse(page).find(f".//{HTML}main")
        marked = [node for node in main.iter() if node.get("lang") == "ar"]
        assert any("مكتب التحقق" in "".join(node.itertext()) for node in marked), name
        assert not any("Title, written out" in "".join(node.itertext()) for node in marked), name


def test_and_in_files(cast, one_in_arabic):
    document = document_of(one_in_arabic)
    with override("en"):
        languages = languages_of(document)
        assert languages[document.activities[0].title] == "ar"
        assert document.activities[1].title not in languages
        drawing = diagram_svg(document)
    assert drawing.count('lang="ar"') == 1
    with override("ar"):
        languages = languages_of(document)
    assert document.activities[0].title not in languages
    assert languages[document.activities[1].title] == "en"


def test_it_may_be_written_as_the_document_is_again(cast, one_in_arabic):
    place = f"activities[{document_of(one_in_arabic).activities[0].id}]"
    address = reverse("workspace:text-language", args=[one_in_arabic.pk]) + f"?at={place}"
    assert 'value="ar" selected' in cast.client("editor").get(address).content.decode()
    cast.client("editor").post(address, {"language": ""})
    one_in_arabic.refresh_from_db()
    assert document_of(one_in_arabic).text_languages == ()


@pytest.mark.parametrize("language", ["ar", "ar-TN"])
def test_on_a_page_in_its_own_language_nothing_is_said(cast, arabic, language):
    client = cast.client("editor")
    client.cookies["django_language"] = language
    page = client.get(reverse("documents:overview", args=[arabic.pk])).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert 'lang="ar"' not in main


def test_a_document_that_says_no_language_claims_none(cast, record, at):
    page = cast.client("editor").get(at("documents:overview")).content.decode()
    assert record.title in page
    main = html5lib.parse(page).find(f".//{HTML}main")
    assert {node.get("lang") for node in main.iter()} == {None}


def test_what_is_typed_is_in_the_language_of_the_document(cast, arabic):
    """So that browsers spell and read it as such."""
    url = reverse("workspace:element", args=[arabic.pk]) + "?at=activities[check-desk]"
    form = html5lib.parse(cast.client("editor").get(url).content.decode())
    fields = {node.get("name"): node for node in form.iter() if node.get("name")}
    assert fields["title"].get("lang") == "ar"
    assert fields["description"].get("lang") == "ar"
    assert fields["people"].get("lang") is None


def test_files_say_beforehand_what_has_no_translation_and_offer_the_documents_language(
    cast, arabic
):
    page = cast.client("reader").get(reverse("documents:export", args=[arabic.pk])).content.decode()
    options = html5lib.parse(page).findall(f".//{HTML}select[@name='language']/{HTML}option")
    assert {o.get("value"): o.get("lang") for o in options} == {code: code for code in languages()}
    assert [o.get("value") for o in options if o.get("selected") is not None] == ["ar"]
    assert "no translation yet and stand" in page
    untranslated = html5lib.parse(page).findall(
        f".//{HTML}details/{HTML}ul[@lang='en']//{HTML}samp"
    )
    assert untranslated
    with override("ar"):
        assert not any(is_translated(item.text) for item in untranslated if "…" not in item.text)
    assert not any("{" in (item.text or "") for item in untranslated)


def test_a_file_is_made_in_the_language_that_was_asked_for(cast, arabic):
    url = reverse("documents:export", args=[arabic.pk])
    made = {
        language: cast.client("editor")
        .post(url, {"export": "theory-of-change.svg", "paper": "a4", "language": language})
        .content.decode()
        for language in ("ar", "fr")
    }
    assert "<svg" in made["ar"]
    assert 'lang="ar" direction="ltr"' in made["ar"]
    assert 'lang="fr"' in made["fr"]
    assert 'lang="ar"' in made["fr"]


@pytest.mark.parametrize("name", ["home", "documents:list"])
def test_lists_say_in_which_language_each_title_is(cast, keep, name):
    arabic = keep(load_design(ARABIC).document)
    keep(Design(title="Safe work", language="en"))
    address = reverse(name, args=["design"] if name == "documents:list" else [])
    page = cast.client("editor").get(address).content.decode()
    assert re.search(rf'<a [^>]*lang="ar" dir="auto">{re.escape(arabic.title)}', page)
    assert re.search(r'<a [^>]*" dir="auto">Safe work', page)


def test_documents_from_before_have_their_language_read_off(cast, keep):
    record = keep(load_design(ARABIC).document)
    plain = keep(Design(title="Safe work"))
    type(record).objects.update(language="")
    migration = importlib.import_module("trueline.web.documents.migrations.0006_language")
    migration.read_off(apps, None)
    record.refresh_from_db()
    plain.refresh_from_db()
    assert (record.language, plain.language) == ("ar", "")
