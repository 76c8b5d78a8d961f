"""The design system keeps its word: contrast, one source of colours, no style outside its files."""

import gzip
import re
from pathlib import Path

import html5lib
import pytest
from django.template import Context, Engine, Template, TemplateSyntaxError
from django.test import Client
from django.urls import reverse

import trueline.web
from trueline.web.config import linked_scripts, static_files
from trueline.web.config.style_samples import SampleForm

WEB = Path(trueline.web.__file__).parent
SHEETS = {path.name: path.read_text() for path in sorted((WEB / "static/css").glob("*.css"))}
MODULES = {path.name: path.read_text() for path in sorted((WEB / "static/js").glob("*.js"))}
PAGES = {str(p.relative_to(WEB)): p.read_text() for p in (WEB / "templates").rglob("*.html")}
TOKEN = re.compile(r"--([a-z0-9-]+): light-dark\((#\w+), (#\w+)\)")
COLOURS = {name: pair for name, *pair in TOKEN.findall(SHEETS["tokens.css"])}
RULES = {name: re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL) for name, text in SHEETS.items()}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        *((front, back, 4.5) for front in ("ink", "faint", "accent") for back in ("paper", "wash")),
        ("on-accent", "accent", 4.5),
        ("ink", "mark", 4.5),
        ("ink", "accent-wash", 4.5),
        ("edge", "paper", 3),
        ("edge", "wash", 3),
    ],
)
def test_what_is_read_or_filled_in_stands_out(front, back, least, scheme):
    assert contrast(COLOURS[front][scheme], COLOURS[back][scheme]) >= least


def test_browsers_without_light_dark_get_the_same_light_colours():
    fallback = SHEETS["tokens.css"].split("@supports", 1)[1]
    assert dict(re.findall(r"--([a-z-]+): (#\w+)", fallback)) == {
        name: light for name, (light, _dark) in COLOURS.items()
    }


def test_every_token_is_declared_and_used():
    declared = set(re.findall(r"(--[a-z0-9-]+):", RULES["tokens.css"]))
    used = {name for text in RULES.values() for name in re.findall(r"var\((--[a-z0-9-]+)", text)}
    assert used == declared


def test_colours_are_named_in_one_file():
    """Apart from the four printed ones, by which the diagrams are found and given the page's."""
    others = {n: re.sub(r"\[(fill|stroke)=\"#\w+\"\]", "", t) for n, t in RULES.items()}
    stray = {n: re.findall(r"#[0-9a-f]{3,6}\b", t) for n, t in others.items()}
    assert {
        n: set(found) for n, found in stray.items() if n not in ("tokens.css", "print.css")
    } == {
        n: ({"#fff"} if n == "components.css" else set())
        for n in stray
        if n not in ("tokens.css", "print.css")
    }  # a QR code stays black on white


PHYSICAL = re.compile(
    r"(?<![-\w(])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|"
    r"width|height|(?:min|max)-(?:width|height))\s*:|(?:text-align|float)\s*:\s*(?:left|right)"
)


@pytest.mark.parametrize("name", SHEETS)
def test_nothing_is_said_of_left_and_right(name):
    assert PHYSICAL.findall(RULES[name]) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_styles_or_scripts_itself(name):
    """The content security policy would refuse it, and nobody would see why."""
    text = PAGES[name]
    assert (
        re.findall(r"\sstyle=|<style|\son[a-z]+=|<script(?![^>]*(?:\ssrc=|json))[^>]*>|hx-on", text)
        == []
    )


def test_every_styled_class_is_used():
    styled = {n for t in RULES.values() for n in re.findall(r"\.([a-z][a-z0-9-]*)(?![\w.]*;)", t)}
    sources = [*PAGES.values(), *MODULES.values()]
    pictures = WEB.parent / "reports/design/diagram"
    sources += [p.read_text() for p in (*WEB.rglob("*.py"), *pictures.glob("*.py"))]
    words = set(re.findall(r"[a-z][a-z0-9-]*", " ".join(sources)))
    built = {"note-error", "note-warning", "note-note", "errorlist"}
    built |= {name for name in styled if name.startswith(("swatch-", "specimen-", "htmx-", "w-"))}
    assert styled - words - built == set()


def test_styles_and_scripts_of_all_pages_together_are_light():
    """As they travel: without the comments that explain them to who changes them."""
    served = [
        *map(static_files.without_comments, SHEETS.values()),
        *map(linked_scripts.without_comments, MODULES.values()),
    ]
    assert sum(len(gzip.compress(text.encode())) for text in served) < 42_000


def test_pages_that_exchange_parts_of_themselves_bring_what_does_it():
    """Of a part that pages include, each of these pages."""
    using = {name for name, text in PAGES.items() if re.search(r"\shx-[a-z]+=", text)}
    while parts := {n for n in using if "{% extends" not in PAGES[n] and _including(n)}:
        using = using - parts | {page for part in parts for page in _including(part)}
    assert {n for n in using if "components/htmx.html" not in PAGES[n]} == set()


def _including(part: str) -> set[str]:
    named = f'{{% include "{part.removeprefix("templates/")}"'
    return {name for name, text in PAGES.items() if named in text}


def rendered(form: SampleForm):
    text = '{% include "components/error_summary.html" %}<form>{{ form }}</form>'
    return html5lib.parse(
        f"<!doctype html>{Template(text).render(Context({'form': form}))}",
        namespaceHTMLElements=False,
    )


@pytest.fixture
def wrong() -> SampleForm:
    return SampleForm({"name": "", "budget_amount": "5", "kind": "nonsense", "verified": "maybe"})


def test_each_error_leads_to_its_field_and_is_tied_to_it(wrong):
    page = rendered(wrong)
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [a.get("href")[1:] for a in page.iter("a")]
    assert len(links) == sum(map(len, wrong.errors.values())) >= 4
    for target in links:
        element = next(e for e in page.iter() if e.get("id") == target)
        assert element.tag in ("input", "select", "textarea")
    described = " ".join(e.get("aria-describedby", "") for e in page.iter()).split()
    assert set(described) <= set(ids)
    assert "id_name_error" in described
    assert "id_budget_error" in described


def test_label_hint_and_error_come_before_what_is_filled_in(wrong):
    field = next(d for d in rendered(wrong).iter("div") if "field-wrong" in d.get("class", ""))
    order = [e.get("class") or e.tag for e in field]
    assert order == ["label", "hint", "errorlist", "input"]


def test_each_thing_to_fill_in_has_a_name(wrong):
    page = rendered(wrong)
    named = {label.get("for") for label in page.iter("label")}
    controls = [e for e in page.iter() if e.tag in ("input", "select", "textarea")]
    assert len(controls) > 10
    assert [e.get("name") for e in controls if e.get("id") not in named] == []


def framed(inside: str) -> str:
    engine = Engine(
        libraries={"frames": "trueline.web.config.templatetags.frames"},
        loaders=[("django.template.loaders.locmem.Loader", {"frame.html": "[{{ inside }}]"})],
    )
    template = engine.from_string(
        '{% load frames %}{% framed "frame.html" %}' + inside + "{% endframed %}"
    )
    return template.render(Context({"name": "<b>"}))


def test_a_frame_is_drawn_around_something_and_not_around_nothing():
    assert framed("{{ name }}") == "[&lt;b&gt;]"
    assert framed("  {% if no %}x{% endif %}\n") == ""


def test_a_frame_needs_its_template():
    with pytest.raises(TemplateSyntaxError, match="name of a template"):
        Engine(libraries={"frames": "trueline.web.config.templatetags.frames"}).from_string(
            "{% load frames %}{% framed %}{% endframed %}"
        )


FRAME = "templates/errors/alone.html"
ERRORS = sorted(name for name in PAGES if name.startswith("templates/errors/") and name != FRAME)


@pytest.mark.parametrize("name", ERRORS)
def test_error_pages_say_what_happened_and_stand_without_a_page_behind_them(name):
    from django.template.loader import render_to_string

    text = render_to_string(name.removeprefix("templates/"))
    html5lib.HTMLParser(strict=True).parse(text)
    assert re.search(r"<h1>[^<]{10,}</h1>\s*<p class=\"lead\">[^<]{30,}", text)


@pytest.mark.django_db
def test_the_style_page_shows_every_component_in_valid_html():
    text = Client().get(reverse("style")).content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    for name in (p for p in PAGES if p.startswith("templates/components/")):
        first = re.search(r'class="([a-z-]+)', PAGES[name])
        if first and "messages" not in name:
            assert re.search(rf'class="{first[1]}\b', text), name
    for kind in re.findall(
        r"\.(button-[a-z]+|note-(?:error|warning|note|aside))",
        RULES["forms.css"] + RULES["workspace.css"],
    ):
        assert kind in text
