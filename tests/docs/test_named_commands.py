"""What the pages name in passing exists: commands with their options, and what `make` can make."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer

from tests.docs.blocks import SHELL, blocks_of, commands_of
from tests.docs.test_pages import PAGES
from tests.docs.typist import ROOT
from trueline.cli.app import app

COMMANDS = typer.main.get_command(app)
OTHERS = [
    *(ROOT / name for name in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
WITH_COMMANDS = (".md", ".py", ".html", ".txt", ".yml", ".yaml", ".service")
_SPAN = re.compile(r"`([^`\n]+)`")
_FENCED = re.compile(r"```[\s\S]*?```")
_BY_NAME = re.compile(
    r"\b(?:pip3?|pipx|uv|uvx)\b(?: (?:install|run|add|tool|pip|-\S+))*"
    r" [\"']?trueline(?:\[\w+\])?(?:[\"'\s@=<>~]|$)",
    re.MULTILINE,
)


def named(page: Path, program: str) -> Iterator[list[str]]:
    """The words after `program`, wherever the page names it as code."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    lines = _SPAN.findall(text)
    typed = [b for b in blocks_of(page) if b.language in SHELL and not b.file]
    lines += [command.text for block in typed for command in commands_of(block)]
    for line in (line for line in lines if program in line):
        for part in re.split(r"&&|[|;]", line.replace("...", "")):
            words = shlex.split(part, comments=True)
            while words and (re.match(r"[A-Z_]+=", words[0]) or "--" in words[:-1]):
                words = words[words.index("--") + 1 if "--" in words[:-1] else 1 :]
            if words and Path(words[0]).name == program:
                yield words[1:]


def unknown(words: list[str]) -> str:
    """The first word that the command line does not know: a command or an option."""
    command = COMMANDS
    while words and hasattr(command, "commands") and not words[0].startswith("-"):
        if words[0] in command.commands:
            command = command.commands[words.pop(0)]
        elif usual := getattr(command, "usual", ""):
            command = command.commands[usual]
        else:
            return words[0]
    options = {option for parameter in command.params for option in parameter.opts}
    options |= {"--help", "-h"}
    return next((w for w in words if w.startswith("--") and w.split("=")[0] not in options), "")


@pytest.mark.parametrize("page", [*PAGES, *OTHERS], ids=lambda page: page.stem)
def test_every_command_named_exists(page: Path) -> None:
    assert not [words for words in named(page, "trueline") if unknown(list(words))]


@pytest.mark.parametrize("page", [*PAGES, *OTHERS], ids=lambda page: page.stem)
def test_make_makes_what_is_named(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {words[0] for words in named(page, "make") if words} <= targets


def test_a_command_or_option_that_does_not_exist_is_noticed() -> None:
    assert unknown(["toolkit", "serach", "words"]) == "serach"
    assert unknown(["review", "a.yaml", "--sumary"]) == "--sumary"
    assert not unknown(["review", "a.yaml", "--fail-on=never"])


def test_nobody_is_led_to_the_package_of_another_project() -> None:
    """Indexes of packages hold one called `trueline` that is not this: ours comes from a file."""
    folders = (ROOT / name for name in ("docs", "src", "deploy", ".github"))
    paths = [*ROOT.glob("*.md"), *(path for folder in folders for path in folder.rglob("*.*"))]
    texts = {path: path.read_text("utf-8") for path in paths if path.suffix in WITH_COMMANDS}
    assert ROOT / "docs/how-to/review-a-design.md" in texts
    assert not {path: found[0] for path, text in texts.items() if (found := _BY_NAME.search(text))}


@pytest.mark.parametrize(
    ("line", "misleads"),
    [
        ("    - pip install trueline", True),
        ("pip install --quiet 'trueline==0.2'", True),
        ("pipx run trueline demo", True),
        ("uvx trueline demo", True),
        ("uv tool install trueline", True),
        ("python -m pip install -U trueline", True),
        ("uvx --from . trueline demo", False),
        ("pipx run --spec . trueline demo", False),
        ("pip install tools/trueline-*.whl", False),
        ("~/trueline/bin/pip install .", False),
    ],
)
def test_such_a_line_is_noticed(line: str, misleads: bool) -> None:
    assert bool(_BY_NAME.search(line)) == misleads
