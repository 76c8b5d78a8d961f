"""Formats of a review: how one design is rendered, and how several are joined."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from trueline.cli.printing import PLAIN_WIDTH, console, fail, path_text
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.cli.reviewing import Outcome, Render
    from trueline.files import Problem
    from trueline.reports.review import Reviewed


class Format(StrEnum):
    """The forms of a review."""

    text = "text"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    html = "html"
    pdf = "pdf"


@dataclass(frozen=True)
class Form:
    """Output formats of a review.

    `render` makes one design's part, in whichever process. `joined` makes one text of the parts;
    without it, each design has a file of its own.
    """

    format: Format
    render: Render
    joined: Callable[[list[Outcome], list[Problem], dict[Path, str]], str] | None = None

    def check(self, out: Path | None, count: int) -> None:
        """Stop before the work if what it makes could not be put anywhere."""
        if self.joined:
            return
        if count > 1 and (out is None or (out.suffix and not os.path.isdir(out))):
            fail(
                gettext(
                    "A {format} holds one design; there are {count}.",
                    format=self.format,
                    count=count,
                ),
                gettext("Name a folder with --out, and each gets a file there."),
            )
        if out is None and sys.stdout.isatty():
            fail(
                gettext("A {format} is not for the terminal.", format=self.format),
                gettext(
                    "Say where to write it, such as --out review.{format}.", format=self.format
                ),
            )


def form_of(format: Format, *, coloured: bool, summary: bool) -> Form:
    """The function that makes a format. Only what it needs is imported."""
    if format is Format.json:
        from trueline.reports.review.data import design_json, joined_json

        def as_json(
            reviewed: list[Outcome], wrong: list[Problem], passed_over: dict[Path, str]
        ) -> str:
            reasons = {path_text(file): reason for file, reason in passed_over.items()}
            return joined_json(_texts(reviewed), wrong, reasons)

        return Form(format, design_json, as_json)
    if format is Format.sarif:
        from trueline.reports.review.sarif import design_results, joined_sarif

        return Form(
            format, design_results, lambda reviewed, wrong, _: joined_sarif(_texts(reviewed), wrong)
        )
    if format is Format.junit:
        from trueline.reports.review.junit import design_suite, joined_junit

        return Form(
            format, design_suite, lambda reviewed, wrong, _: joined_junit(_texts(reviewed), wrong)
        )
    if format is Format.html:
        from trueline.reports.review.page import review_html

        return Form(format, review_html)
    if format is Format.pdf:
        from trueline.reports.review.pdf import review_pdf

        return Form(format, review_pdf)
    return _text(coloured=coloured, summary=summary)


def _text(*, coloured: bool, summary: bool) -> Form:
    from trueline.cli.review_view import Colours, review_text, summary_text

    out = console()
    colours = cast("Colours", out.color_system) if coloured else None
    width = out.width if coloured else PLAIN_WIDTH
    table = partial(summary_text, width=width, colours=colours)

    def joined(reviewed: list[Outcome], problems: list[Problem], over: dict[Path, str]) -> str:
        parts = [] if summary else _texts(reviewed)
        if summary or len(reviewed) > 1:
            parts.append(table(reviewed))
        return "\n\n".join(parts)

    render = _nothing if summary else partial(review_text, width=width, colours=colours)
    return Form(Format.text, render, joined)


def _nothing(review: Reviewed) -> str:
    return ""


def _texts(outcomes: list[Outcome]) -> list[str]:
    return [str(outcome.rendered) for outcome in outcomes]
