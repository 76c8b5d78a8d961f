"""The blocks of a page, and what a reader is to do with each.

A block without a language, or called `sh` or `console`, is typed; one called `python` is run as a
program. Any other is a file, or an excerpt. HTML comments right above a block, which readers do not
see, say what its text cannot:

    <!-- file: acme/pack.yaml -->          save the block under this name
    <!-- added to: acme/pack.yaml -->      put it at the end of that file
    <!-- instead in: src/exports.py -->    put it in place of a line there (CONTRIBUTING alone)
    <!-- exit code: 1 -->                  the last command ends so, as the page says
    <!-- until: Trueline is at -->         press Ctrl-C when this is printed
    <!-- typed: Your name: Amara -->       when asked for the first, type the second
    <!-- as: root -->                      by whom it is done, where not by whoever reads on
    <!-- not run: why it can't be -->

Below the title of a page, `begins with: other-page.md` says that its reader has done what that page
says, and `in: the source` that the examples of the source lie in the reader's folder.

In a block with lines that begin with `$ `, the lines between are what the page says is printed;
`...` stands for anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

SHELL = ("", "sh", "console")
DIRECTIVES = ("file", "added to", "instead in", "exit code", "until", "typed", "as", "not run")
_ABOUT_PAGE = re.compile(r"^<!-- (begins with|in): (.+?) -->\n", re.MULTILINE)
_BLOCK = re.compile(
    r"(?P<comments>(?:^[ ]*<!--(?:(?!-->)[\s\S])*?-->\s*?\n\s*?)*)"
    r"^(?P<indent>[ ]*)```(?P<language>\w*)[^\n]*\n(?P<text>[\s\S]*?)^[ ]*```[ ]*$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"<!--\s*([a-z ]+):\s*([\s\S]*?)\s*-->")


class WrongComment(Exception):
    """A comment above a block says nothing that the typist knows."""


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    page: str
    line: int
    language: str
    text: str
    said: tuple[tuple[str, str], ...] = ()
    """What the comments above it say, in order."""

    def get(self, directive: str) -> str:
        return next((value for name, value in self.said if name == directive), "")

    @property
    def typed(self) -> list[tuple[str, str]]:
        """What is asked for, to the space at its end, and what is then typed.

        Only with the space is the question whole: what is typed before is thrown away.
        """
        pairs = [value.rpartition(": ") for name, value in self.said if name == "typed"]
        return [(asked + colon, answer) for asked, colon, answer in pairs]

    @property
    def file(self) -> str:
        return self.get("file") or self.get("added to") or self.get("instead in")

    @property
    def is_run(self) -> bool:
        return not self.get("not run") and not self.file

    @property
    def is_known(self) -> bool:
        """Whether it is clear what a reader does with it."""
        return not self.is_run or self.language in (*SHELL, "python")

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def about(page: Path) -> dict[str, str]:
    """What stands below the title of a page: what its reader has done, and where."""
    return dict(_ABOUT_PAGE.findall(page.read_text("utf-8")))


def blocks_of(page: Path) -> list[Block]:
    """All blocks of a page. Raises WrongComment."""
    text = _ABOUT_PAGE.sub("\n", page.read_text("utf-8"))
    return [_block(found, text, page.name) for found in _BLOCK.finditer(text)]


def _block(found: re.Match[str], text: str, page: str) -> Block:
    line = text.count("\n", 0, found.start("indent")) + 1
    said = tuple(_COMMENT.findall(found["comments"]))
    unknown = {name for name, _ in said} - set(DIRECTIVES)
    if unknown or len(said) != found["comments"].count("<!--"):
        raise WrongComment(f"{page}:{line}: {found['comments'].strip()}")
    indent = len(found["indent"])
    lines = [part[indent:] for part in found["text"].splitlines()]
    return Block(page, line, found["language"], "\n".join(lines) + "\n", said)


@dataclass(frozen=True)
class Command:
    """One line that is typed, with its continuations, and what is printed then, if that is said."""

    text: str
    printed: str | None


def commands_of(block: Block) -> list[Command]:
    """What is typed, in order. Comments of the shell stay, as a reader would copy them."""
    lines = re.sub(r"\\\n\s*", "", block.text).splitlines()
    if not any(line.startswith("$ ") for line in lines):
        return [Command(line, None) for line in lines if line.strip()]
    commands: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    return [Command(text, "\n".join(printed).strip("\n")) for text, printed in commands]


def matches(printed: str, told: str) -> bool:
    """Whether what was printed is what the page tells. Blank lines count for nothing."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in _lines(told)
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _lines(printed))) is not None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
