"""The recipes of CONTRIBUTING are followed as they are written, in a copy of the source.

That of a kind of document is `tests/toy`, which a test of its own follows.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.typist import ROOT
from trueline.kinds import KINDS
from trueline.review import all_rules

PAGE = ROOT / "CONTRIBUTING.md"
_BLOCK = re.compile(
    r'<!-- (file|added to|instead in): (\S+?)(?:, below: "(.+?)")? -->\n```\w+\n(.*?)```', re.DOTALL
)
_PATH = re.compile(r"`((?:src|tests|docs|web|reports|review|layout)/[\w./-]+)`")
RECIPES = (
    "a field",
    "a rule",
    "a rule that looks at one field",
    "a lesson",
    "a page",
    "a step of the workspace",
    "an export",
    "a language",
    "a role",
    "a kind of document",
    "a colour",
    "why a finding is shown",
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with everything that the recipes write into it."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("src", "tests"):
        unneeded = shutil.ignore_patterns("__pycache__", "locale", "web", "browser")
        shutil.copytree(ROOT / name, folder / name, ignore=unneeded if name == "tests" else None)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for sort, name, below, text in _BLOCK.findall(PAGE.read_text("utf-8")):
        _write(folder / name, text, sort=sort, below=below)
    return folder


def _write(path: Path, text: str, *, sort: str, below: str) -> None:
    """A whole file; or lines of one, below the line that holds some words or instead of it."""
    if sort == "file":
        assert not path.exists(), f"{path.name} is there already: the recipe is out of date"
        path.write_text(text, "utf-8")
        return
    lines = path.read_text("utf-8").splitlines(keepends=True)
    place = len(lines)
    if below:
        (place,) = [number for number, line in enumerate(lines, 1) if below in line]
    if sort == "instead in":
        assert set(re.findall(r"\w+", lines[place - 1])) <= set(re.findall(r"\w+", text))
    before = lines[: place - 1] if sort == "instead in" else lines[:place]
    path.write_text("".join([*before, text, *lines[place:]]), "utf-8")


def run(copy: Path, *arguments: str, code: int = 0) -> str:
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "TRUELINE_LANGUAGE": "en"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, (done.stdout + done.stderr)[-3000:]
    return done.stdout


@pytest.mark.slow
def test_a_field_stands_wherever_fields_are_read(copy: Path) -> None:
    run(copy, "trueline", "new", "begun.yaml")
    assert "# Needed from: The day from which it is needed." in (copy / "begun.yaml").read_text()
    assert '"needed_from"' in run(copy, "trueline", "schema")
    (copy / "before.yaml").write_text("capacities: [{id: c, need: A trainer}]\n")
    after = "capacities: [{id: c, need: A trainer, needed_from: 2027-01-31}]\n"
    (copy / "after.yaml").write_text(after)
    changed = run(copy, "trueline", "compare", "before.yaml", "after.yaml", code=1)
    assert "Needed from was empty and is now" in changed


@pytest.mark.slow
def test_both_sorts_of_rule_pass_their_cases_and_explain_themselves(copy: Path) -> None:
    words = "capacity-too-late or capacity-without-day"
    passed = run(copy, "pytest", "-q", "-p", "no:cacheprovider", "tests/rules", "-k", words)
    assert "12 passed" in passed
    for rule in ("capacity-too-late", "capacity-without-day"):
        assert "(1 Q4)" in run(copy, "trueline", "explain", rule)
    late = "end: 2027-06-30\ncapacities: [{id: c, need: A trainer, needed_from: 2027-07-31}]\n"
    (copy / "late.yaml").write_text(late)
    out = run(copy, "trueline", "review", "late.yaml", "--fail-on", "never")
    assert "is needed only after the programme ends" in " ".join(out.split())


@pytest.mark.slow
def test_a_lesson_is_found_and_shown(copy: Path) -> None:
    shown = run(copy, "trueline", "toolkit", "show", "livelihoods.buyers-first")
    assert "Find buyers before people are trained" in " ".join(shown.split())
    assert "livelihoods.buyers-first" in run(copy, "trueline", "toolkit", "search", "nobody buys")


@pytest.mark.slow
def test_an_export_is_offered_and_made(copy: Path) -> None:
    (copy / "needs.yaml").write_text(
        "capacities: [{id: c, need: A trainer}, {id: d, need: A van}]\n"
    )
    run(copy, "trueline", "export", "needs.yaml", "--to", "needs.txt")
    assert (copy / "needs.txt").read_text() == "A trainer\nA van\n"


@pytest.mark.slow
def test_a_language_begins_with_a_head_and_is_spoken_once_it_says_something(copy: Path) -> None:
    locale = copy / "src/trueline/language/locale"
    head = (locale / "fr/LC_MESSAGES/trueline.po").read_text("utf-8").partition("\n\n")[0]
    file = locale / "nl/LC_MESSAGES/trueline.po"
    file.parent.mkdir(parents=True)
    file.write_text(head.replace("Language: fr", "Language: nl") + "\n\n", "utf-8")
    assert "nl: to translate on pages" in run(copy, "trueline.web.languages")
    text = file.read_text("utf-8")
    title = 'msgid "Print the version."\nmsgstr ""'
    assert title in text
    file.write_text(text.replace(title, title[:-1] + 'Toon de versie."'), "utf-8")
    assert "Toon de versie." in run(copy, "trueline", "--language", "nl", "--help")


@pytest.mark.slow
def test_a_colour_is_drawn_as_the_palette_says(copy: Path) -> None:
    palette = copy / "src/trueline/reports/layout/palette.py"
    text = palette.read_text("utf-8")
    ink = re.search(r'^INK, .* = "(#\w{6})"', text, re.M)[1]
    (copy / "drawn.yaml").write_text(
        "results: [{id: a, statement: A, level: output}, {id: b, statement: B, level: outcome}]\n"
        "links: [{id: l, cause: a, effect: b}]\n"
    )
    palette.write_text(text.replace(ink, "#123456"), "utf-8")
    run(copy, "trueline", "export", "drawn.yaml", "--to", "theory-of-change.svg")
    palette.write_text(text, "utf-8")
    drawn = (copy / "theory-of-change.svg").read_text("utf-8")
    assert "#123456" in drawn
    assert ink not in drawn


def test_every_rule_stands_where_its_id_says() -> None:
    """And its cases likewise, for whoever wants to find out why a finding is shown."""
    folders = [
        ROOT / "src/trueline/review/rules" / each
        for each in (*(kind.name for kind in KINDS), "shared")
    ]
    lost = []
    for rule in all_rules():
        group, name = rule.split(".")
        file = f"{group}/{name.replace('-', '_')}"
        data = [folder / group / "field_rules.yaml" for folder in folders]
        in_data = any(
            path.exists() and f"rule: {name}\n" in path.read_text("utf-8") for path in data
        )
        has_cases = any(
            (ROOT / f"tests/rules/{each.name}/{file}.yaml").exists() for each in folders
        )
        if not has_cases or not (
            in_data or any((folder / f"{file}.py").exists() for folder in folders)
        ):
            lost.append(rule)
    assert lost == []


def test_there_are_twelve_recipes() -> None:
    headings = re.findall(r"^### (?:Add|Change|Find out) (.+)$", PAGE.read_text("utf-8"), re.M)
    assert tuple(headings) == RECIPES


@pytest.mark.parametrize("page", [PAGE, ROOT / "docs/architecture.md"], ids=lambda page: page.stem)
def test_every_place_that_is_named_is_there(page: Path) -> None:
    written = {name for _sort, name, _below, _text in _BLOCK.findall(page.read_text("utf-8"))}
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    roots = (ROOT, ROOT / "src/trueline", ROOT / "src/trueline/reports")
    missing = [
        name
        for name in _PATH.findall(text)
        if "<" not in name
        and name not in written
        and not any((root / name).exists() or (root / f"{name}.py").exists() for root in roots)
    ]
    assert missing == []


def test_the_picture_draws_the_layers_in_the_order_in_which_they_import() -> None:
    """Those that `make check` holds apart, from the top down; a new one finds its place in it."""
    picture = re.search(r"```text\n(.*?)```", (ROOT / "docs/architecture.md").read_text(), re.S)[1]
    contract = re.search(r"layers = \[\n(.*?)\n\]", (ROOT / "pyproject.toml").read_text(), re.S)[1]
    layers = [re.findall(r"trueline\.(\w+)", line) for line in contract.splitlines()]
    places = [
        min(picture.index(f"│ {name} ") for name in layer if f"│ {name} " in picture)
        for layer in layers
        if any(f"│ {name} " in picture for name in layer)
    ]
    assert len(places) >= 8
    assert places == sorted(places)
