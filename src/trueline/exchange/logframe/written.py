"""A design that was begun with a logframe, as YAML, its comments beside the elements they belong to."""

from __future__ import annotations

from trueline.design import DESIGN, Design
from trueline.document import document_to_yaml, line_of, parse_document
from trueline.exchange.logframe.mapping import ImportedDesign


def yaml_of(imported: ImportedDesign) -> str:
    """The design's file; what fits no field stands above its element as a comment."""
    return with_comments(imported.design, imported.comments)


def with_comments(design: Design, comments: tuple[tuple[str, str], ...]) -> str:
    """A design's file with comments above the elements at their addresses."""
    text = document_to_yaml(design)
    if not comments:
        return text
    loaded = parse_document(text, DESIGN)
    lines = text.splitlines()
    above: dict[int, list[str]] = {}
    for address, comment in comments:
        line, _column = line_of(loaded, address)
        indent = lines[line - 1][: len(lines[line - 1]) - len(lines[line - 1].lstrip())]
        above.setdefault(line, []).extend(f"{indent}# {part}".rstrip() for part in _parts(comment))
    written = (
        each for number, line in enumerate(lines, 1) for each in (*above.get(number, ()), line)
    )
    return "\n".join(written) + "\n"


def _parts(text: str) -> list[str]:
    """The lines of a comment; what YAML does not allow even there is left out."""
    return ["".join(c for c in line if c.isprintable()) for line in text.splitlines()]
