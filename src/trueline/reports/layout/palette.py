"""The colours of whatever is drawn or printed: ink on paper, and one accent.

`typst/look.typ` holds them once more, since Typst reads no Python; a test keeps the two alike.
"""

INK, FAINT, RULE, BAND, ACCENT = "#1d1c1a", "#5c5952", "#b9b4a8", "#f4f2ee", "#0b5563"
"""Text, quiet text, lines, areas behind, and what leads the eye."""


def without_sign(colour: str) -> str:
    """A colour as Word writes it."""
    return colour.removeprefix("#").upper()
