"""Styles and scripts: gathered for browsers to keep, and served all the same where they were not."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

from trueline.web.config.static_files import without_comments
from trueline.web.serving.start import gather_static_files

ASKED = re.compile(r'(?:href|src)="/static/([^"]+)"')
PAGES = ("base.html", "errors/500.html", "mfa/webauthn/snippets/scripts.html")


def asked_for(page: str) -> list[str]:
    return ASKED.findall(render_to_string(page))


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
def test_scripts_import_one_another_by_those_names(gathered):
    page = (gathered / staticfiles_storage.url("js/page.js").removeprefix("/static/")).read_text()
    imported = re.findall(r'"\./([^"]+)"', page)
    assert len(imported) > 3
    assert all(re.search(r"\.[0-9a-f]{12}\.js$", name) for name in imported)
    assert all((gathered / "js" / name).is_file() for name in imported)


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
