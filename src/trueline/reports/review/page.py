"""The review as one HTML file that needs nothing else: to send, to read, to print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from trueline.language import direction, get_language, gettext
from trueline.language.terms import SEVERITY
from trueline.reports.review.content import review_content
from trueline.reports.review.reviewed import Reviewed


def review_html(review: Reviewed) -> str:
    """The whole page."""
    data, code = review_content(review), get_language()
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{code}" dir="{direction()}">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_text(data['heading'])}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
            "<body>",
            *_header(data),
            "<main>",
            *_contents(data),
            *_groups(data["groups"]),
            *_open(data["open"]),
            *_set_aside(data["set_aside"]),
            "</main>",
            f"<footer><p>{_text(data['about'])}</p></footer>",
            "</body>",
            "</html>\n",
        ]
    )


@cache
def _style() -> str:
    return (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def _header(data: dict[str, Any]) -> Iterable[str]:
    yield "<header>"
    yield f"<h1>{_text(data['title'])}</h1>"
    yield f'<p class="faint">{_text(data["about_it"])}</p>'
    yield f'<p class="counts">{_text(data["counts"])}</p>'
    if data["sorts"]:
        yield f'<p class="faint">{_text(data["sorts"])}</p>'
    if data["empty"]:
        yield f"<p>{_text(data['empty'])}</p>"
    if data["asked"]:
        caption = _text(gettext("What they ask for, heaviest first"))
        yield f"<table><caption>{caption}</caption><tbody>"
        for row in data["asked"]:
            yield f'<tr><td class="number">{row["number"]}</td><td>{_text(row["what"])}</td></tr>'
        yield "</tbody></table>"
        begin = _text(data["begin_line"])
        if data["begin_at"]:
            places = _text(data["begin"])
            link = f'<a href="#place-{data["begin_at"]}">{places}</a>'
            begin = begin.replace(places, link)
        yield f"<p>{begin}</p>"
    yield "</header>"


def _contents(data: dict[str, Any]) -> Iterable[str]:
    places = [(f"place-{n}", group["title"]) for n, group in enumerate(data["groups"], 1)]
    places += [("open", gettext("Still open"))] if data["open"] else []
    places += [("set-aside", gettext("Set aside by the team"))] if data["set_aside"] else []
    if len(places) > 2:
        yield f'<nav aria-label="{_text(gettext("Contents"))}"><ol>'
        for anchor, title in places:
            yield f'<li><a href="#{anchor}">{_text(title)}</a></li>'
        yield "</ol></nav>"


def _groups(groups: list[dict[str, Any]]) -> Iterable[str]:
    for number, group in enumerate(groups, 1):
        yield f'<section aria-labelledby="place-{number}">'
        yield f'<h2 id="place-{number}">{_text(group["title"])}</h2>'
        for note in group["notes"]:
            yield from _note(note, note["inside"])
        yield "</section>"


def _note(note: dict[str, Any], where: str) -> Iterable[str]:
    yield f'<article class="note {note["severity"]}">'
    kind = f"{_text(note['label'])} · {_text(note['sort'])}"
    yield f'<h3><span class="kind">{kind}</span>{_where(where, note["line"])}</h3>'
    yield f"<p>{_text(note['message'])}</p>"
    if note["lapsed"]:
        yield f"<p><em>{_text(note['lapsed'])}</em></p>"
    yield from _reason(note)
    yield "</article>"


def _reason(note: dict[str, Any]) -> Iterable[str]:
    yield f'<p class="why">{_text(gettext("Why:"))} {_text(note["why"])}</p>'
    yield f'<p class="next">{_text(gettext("Next:"))} {_text(note["next"])}</p>'
    yield from _rule(note)


def _where(where: str, line: str) -> str:
    shown = " · ".join(_text(part) for part in (where, line) if part)
    return f' <span class="where">{shown}</span>' if shown else ""


def _rule(note: dict[str, Any]) -> Iterable[str]:
    yield '<details class="rule">'
    yield f"<summary><code>{_text(note['rule'])}</code> · {_text(note['sources'])}</summary>"
    yield "<ul>"
    if note["path"]:
        yield f"<li>{_text(gettext('Address:'))} <code>{_text(note['path'])}</code></li>"
    for source in note["refs"]:
        yield f"<li>{_text(source['ref'])}: {_text(source['title'])}</li>"
    yield "</ul></details>"


def _open(groups: list[dict[str, Any]]) -> Iterable[str]:
    if groups:
        title = _text(gettext("Still open"))
        yield f'<section aria-labelledby="open"><h2 id="open">{title}</h2>'
        for group in groups:
            yield '<article class="note">'
            kind = _text(SEVERITY.label("note"))
            yield f'<h3><span class="kind">{kind}</span>{_where(group["title"], "")}</h3>'
            yield "<ul>"
            for note in group["notes"]:
                yield f"<li>{_text(note['message'])}{_where('', note['line'])}</li>"
            yield "</ul>"
            yield from _reason(group)
            yield "</article>"
        yield "</section>"


def _set_aside(notes: list[dict[str, Any]]) -> Iterable[str]:
    if notes:
        yield '<section aria-labelledby="set-aside">'
        yield f'<h2 id="set-aside">{_text(gettext("Set aside by the team"))}</h2>'
        for note in notes:
            yield '<article class="note">'
            yield f"<h3>{_text(note['place'])}{_where(note['inside'], note['line'])}</h3>"
            yield f"<p>{note['label']}: {_text(note['message'])}</p>"
            yield f'<p class="next">{_text(note["waiver"])}: {_text(note["reason"])}</p>'
            yield from _rule(note)
            yield "</article>"
        yield "</section>"


def _text(text: str) -> str:
    return escape(text, quote=False)
