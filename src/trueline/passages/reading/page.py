"""Web pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueline.passages.reading.plain import decoded
from trueline.passages.text import Block, Role

_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADING),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(("li", "dd", "dt"), Role.ITEM),
}
_LEFT_OUT = ("script", "style", "noscript", "template", "nav", "header", "footer", "form", "svg")
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "details",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "br",
        "hr",
    ]
) | frozenset(_ROLES)


_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^<>]*?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_HEAD = 4096


def blocks_of_page(data: bytes) -> Iterator[Block]:
    """The text of a page in order, without scripts, menus and forms."""
    from lxml import etree, html

    parser = html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, encoding="utf-8"
    )
    try:
        tree = html.document_fromstring(_as_utf8(data), parser=parser)
    except etree.ParserError:  # nothing in it, or nothing else than one endless word
        return
    body = tree.find("body")
    yield from _Reader().blocks(tree if body is None else body)


def _as_utf8(data: bytes) -> bytes:
    """A page in UTF-8: from the encoding that it names, else as plain text is read."""
    named = _CHARSET.search(data[:_HEAD])
    try:
        text = data.decode(named[1].decode("ascii")) if named else decoded(data)
    except (LookupError, UnicodeDecodeError):
        text = decoded(data)
    return text.replace("\0", "").encode("utf-8", "replace")


class _Reader:
    def __init__(self) -> None:
        self._parts: list[str] = []
        self._role = Role.PARAGRAPH

    def blocks(self, element: object) -> Iterator[Block]:
        yield from self._walk(element, Role.PARAGRAPH)
        yield from self._end(Role.PARAGRAPH)

    def _walk(self, root: object, role: Role) -> Iterator[Block]:
        """Depth first without recursion, since pages nest as deep as they like."""
        stack: list[tuple[object, Role, bool]] = [(root, role, False)]
        while stack:
            element, role, is_end = stack.pop()
            tag = getattr(element, "tag", None)
            if is_end:
                if tag in _BLOCKS:
                    yield from self._end(role)
                self._parts.append(getattr(element, "tail", None) or "")
                continue
            if not isinstance(tag, str) or tag in _LEFT_OUT:
                self._parts.append(getattr(element, "tail", None) or "")
                continue
            if tag in _BLOCKS:
                yield from self._end(role)
            own = _ROLES.get(tag, role)
            self._role = own
            self._parts.append(getattr(element, "text", None) or "")
            stack.append((element, role, True))
            stack.extend((child, own, False) for child in reversed(list(element)))  # type: ignore[call-overload]

    def _end(self, after: Role) -> Iterator[Block]:
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            yield Block(text, role=self._role)
        self._role = after
