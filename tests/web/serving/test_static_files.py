"""Styles and scripts: gathered for browsers to keep, and served all the same where they were not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

from trueline.memory import forget_all
from trueline.web.config.linked_scripts import linked
from trueline.web.config.static_files import without_comments
from trueline.web.serving.start import gather_static_files

ASKED = re.compile(r'(?:href|src)="/static/([^"]+)"')
TEMPLATES = Path(configured.TEMPLATES[0]["DIRS"][0])
SCRIPT = re.compile(r"static 'js/([\w-]+)\.js'")
PAGES = ("base.html", "errors/500.html", "mfa/webauthn/snippets/scripts.html")


def asked_for(page: str) -> list[str]:
    return ASKED.findall(render_to_string(page))


@pytest.fixture(autouse=True)
def _draws_pages_anew():
    """The head of a page, which names files of the whole site, is drawn once for a process."""
    forget_all()
    yield
    forget_all()


@pytest.fixture
def gathered(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    gather_static_files()
    return tmp_path


@pytest.mark.slow
def test_names_change_with_what_files_say_and_each_is_there_packed(gathered):
    for page in PAGES:
        for name in asked_for(page):
            assert re.search(r"\.[0-9a-f]{12}\.(css|js|svg)$", name), name
            assert (gathered / name).is_file()
    assert (gathered / f"{staticfiles_storage.url('css/base.css')[8:]}.gz").is_file()


@pytest.mark.slow
def test_the_scripts_of_every_page_travel_as_one_file(gathered):
    page = (gathered / staticfiles_storage.url("js/page.js").removeprefix("/static/")).read_text()
    assert not re.search(r"^(import|export|//)", page, re.MULTILINE)
    assert page.count("const $_kept = ") == 1
    assert page.index("const $_kept = ") < page.index("const $_drafts = ")


@pytest.mark.slow
def test_no_other_script_brings_one_of_these_along_a_second_time(gathered):
    scripts = (file for file in (gathered / "js").glob("*.js") if file.name != "page.js")
    page = (Path(finders.find("js/page.js"))).read_text()
    of_every_page = set(re.findall(r'"\./([\w-]+)\.js"', page))
    asked = {
        name for html in TEMPLATES.rglob("*.html") for name in SCRIPT.findall(html.read_text())
    }
    assert asked >= {"page", "grid"}
    for file in scripts:
        if file.stem in asked - {"page"}:
            assert not of_every_page & set(re.findall(r"const \$_(\w+) = ", file.read_text()))


MODULES = {
    "page": 'import "./head-line.js";\nimport { say, count } from "./words.js";\n// why\nsay(count);\n',
    "head-line": 'import * as words from "./words.js";\nwords.say(words.count);\n',
    "words": "export let count = 0;\nexport function say() { count += 1; }\nconst own = 1;\n",
}


def test_a_module_becomes_a_function_after_those_that_it_imports():
    assert linked("page", MODULES.__getitem__) == (
        "const $_words = (() => {\nlet count = 0;\nfunction say() { count += 1; }\nconst own = 1;\n"
        "return {get count() { return count; }, get say() { return say; }};\n})();\n"
        "const $_head_line = (() => {\nconst words = $_words;\nwords.say(words.count);\nreturn {};\n})();\n"
        "const $_page = (() => {\n\nconst { say, count } = $_words;\nsay(count);\nreturn {};\n})();\n"
    )


def test_a_module_that_imports_nothing_stays_as_it_is_without_comments():
    assert linked("words", {"words": "// why\nsay();\n"}.__getitem__) == "say();\n"


def test_modules_in_a_circle_are_refused():
    circle = {"a": 'import "./b.js";\n', "b": 'import "./a.js";\n'}
    with pytest.raises(ValueError, match="a > b > a"):
        linked("a", circle.__getitem__)


def test_without_gathering_pages_ask_for_files_by_their_own_names(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    assert "css/page.css" in asked_for("errors/500.html")


@pytest.mark.slow
def test_styles_travel_without_their_comments(gathered):
    css = (
        gathered / staticfiles_storage.url("css/workspace.css").removeprefix("/static/")
    ).read_text()
    assert "/*" not in css
    assert ".steps ol > li" in css


@pytest.mark.slow
def test_the_styles_of_every_page_travel_as_one_file(gathered):
    css = (gathered / staticfiles_storage.url("css/page.css").removeprefix("/static/")).read_text()
    assert "@import" not in css
    assert css.index("color-scheme") < css.index("body {") < css.index(".steps ol > li")


@pytest.mark.parametrize(
    ("css", "served"),
    [
        ("/* why */\na { b: c; }\n", "a { b: c; }\n"),
        ("a { b: c; /* why */ d: e; }", "a { b: c;  d: e; }\n"),
        (
            'a::before { content: "/* no comment */" / ""; }',
            'a::before { content: "/* no comment */" / ""; }\n',
        ),
        ("a { b: url('/*') }\n/* it's */\nc { d: '*/' }", "a { b: url('/*') }\nc { d: '*/' }\n"),
        ('a { b: "\\"/*" } /* x */', 'a { b: "\\"/*" }\n'),
        ("@media print {\n  a {\n    b: c;\n  }\n}", "@media print {\na {\nb: c;\n}\n}\n"),
    ],
)
def test_what_is_no_comment_stays(css, served):
    assert without_comments(css) == served


@pytest.mark.slow
def test_a_page_asks_for_few_files_and_they_are_small_when_packed(gathered):
    """Each costs a turn on a slow line, and these are what every page waits for."""
    names = [name for name in asked_for("base.html") if name.endswith((".css", ".js"))]
    assert len(names) <= 3
    assert sum((gathered / f"{name}.gz").stat().st_size for name in names) < 24_000
