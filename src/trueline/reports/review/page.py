"""The review as one HTML file that needs nothing else: to send, to read, to print."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from trueline.language import direction, get_language, gettext
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
            *_deciding(data),
            *_parts(data["parts"]),
            *_open(data),
            *_waived(data["waived"]),
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
    yield "</header>"


def _deciding(data: dict[str, Any]) -> Iterable[str]:
    if data["deciding"]:
        yield '<section aria-labelledby="deciding">'
        yield f'<h2 id="deciding">{_text(data["deciding_line"])}</h2>'
        for topic in data["deciding"]:
            yield from _topic(topic, with_sort=True)
        yield "</section>"


def _parts(parts: list[dict[str, Any]]) -> Iterable[str]:
    for part in parts:
        yield f'<section aria-labelledby="{part["sort"]}">'
        yield f'<h2 id="{part["sort"]}">{_text(part["title"])}</h2>'
        for topic in part["topics"]:
            yield from _topic(topic)
        yield "</section>"


def _topic(topic: dict[str, Any], *, with_sort: bool = False) -> Iterable[str]:
    """One note as it stands; several under what their rule is called, each with its place."""
    if len(topic["notes"]) == 1:
        yield from _note(topic, with_sort=with_sort)
        return
    yield f'<article class="note {topic["severity"]}">'
    yield f"<h3>{_kind(topic, with_sort)}{_where(topic['title'], '')}</h3>"
    yield from _messages(topic)
    yield from _reason(topic)
    yield "</article>"


def _messages(topic: dict[str, Any]) -> Iterable[str]:
    yield "<ul>"
    for note in topic["notes"]:
        lapsed = f" <em>{_text(note['lapsed'])}</em>" if note["lapsed"] else ""
        yield f"<li>{_text(note['message'])}{lapsed}{_where('', note['line'])}</li>"
    yield "</ul>"


def _note(note: dict[str, Any], *, with_sort: bool = False) -> Iterable[str]:
    yield f'<article class="note {note["severity"]}">'
    where = ", ".join(part for part in (note["place"], note["inside"]) if part)
    yield f"<h3>{_kind(note, with_sort)}{_where(where, note['line'])}</h3>"
    yield f"<p>{_text(note['message'])}</p>"
    if note["lapsed"]:
        yield f"<p><em>{_text(note['lapsed'])}</em></p>"
    yield from _reason(note)
    yield "</article>"


def _kind(note: dict[str, Any], with_sort: bool) -> str:
    kind = f"{note['label']} · {note['sort_label']}" if with_sort else note["label"]
    return f'<span class="kind">{_text(kind)}</span>'


def _reason(note: dict[str, Any]) -> Iterable[str]:
    yield f'<p class="next">{_text(gettext("Next:"))} {_text(note["next"])}</p>'
    yield from _rule(note)


def _where(where: str, line: str) -> str:
    text = " · ".join(_text(part) for part in (where, line) if part)
    return f' <span class="where">{text}</span>' if text else ""


def _rule(note: dict[str, Any]) -> Iterable[str]:
    yield '<details class="rule">'
    yield f"<summary>{_text(gettext('Why'))} · <code>{_text(note['rule'])}</code> · {_text(note['sources'])}</summary>"
    yield "<ul>"
    yield f"<li>{_text(gettext('Why:'))} {_text(note['why'])}</li>"
    if note["path"]:
        yield f"<li>{_text(gettext('Address:'))} <code>{_text(note['path'])}</code></li>"
    for source in note["refs"]:
        yield f"<li>{_text(source['ref'])}: {_text(source['title'])}</li>"
    yield "</ul></details>"


def _open(data: dict[str, Any]) -> Iterable[str]:
    if data["open"]:
        yield f'<details class="open"><summary>{_text(data["open_line"])}</summary>'
        for topic in data["open"]:
            yield from _topic(topic)
        yield "</details>"


def _waived(notes: list[dict[str, Any]]) -> Iterable[str]:
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
