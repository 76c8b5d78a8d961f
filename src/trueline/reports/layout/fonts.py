"""Letters that no font on this machine can show: their script is named, and no box is drawn.

No font is shipped with Trueline. Typst brings one for Latin, Greek and Cyrillic letters; for the
others it takes what is installed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from trueline.language import gettext, gettext_noop, joined

_BROUGHT_ALONG = ("LATIN", "GREEK", "CYRILLIC", "MODIFIER", "COMBINING")
_EAST = gettext_noop("Chinese and Japanese")
SCRIPTS: Mapping[str, tuple[str, str]] = {
    "ARABIC": (gettext_noop("Arabic"), "Noto Naskh Arabic"),
    "ARMENIAN": (gettext_noop("Armenian"), "Noto Serif Armenian"),
    "BENGALI": (gettext_noop("Bengali"), "Noto Serif Bengali"),
    "CJK": (_EAST, "Noto Serif CJK"),
    "HIRAGANA": (_EAST, "Noto Serif CJK"),
    "KATAKANA": (_EAST, "Noto Serif CJK"),
    "DEVANAGARI": (gettext_noop("Devanagari"), "Noto Serif Devanagari"),
    "ETHIOPIC": (gettext_noop("Ethiopic"), "Noto Serif Ethiopic"),
    "GEORGIAN": (gettext_noop("Georgian"), "Noto Serif Georgian"),
    "HANGUL": (gettext_noop("Korean"), "Noto Serif CJK"),
    "HEBREW": (gettext_noop("Hebrew"), "Noto Serif Hebrew"),
    "KHMER": (gettext_noop("Khmer"), "Noto Serif Khmer"),
    "LAO": (gettext_noop("Lao"), "Noto Serif Lao"),
    "MYANMAR": (gettext_noop("Burmese"), "Noto Serif Myanmar"),
    "SINHALA": (gettext_noop("Sinhala"), "Noto Serif Sinhala"),
    "TAMIL": (gettext_noop("Tamil"), "Noto Serif Tamil"),
    "THAI": (gettext_noop("Thai"), "Noto Serif Thai"),
    "TIBETAN": (gettext_noop("Tibetan"), "Noto Serif Tibetan"),
}
"""Scripts as people call them, with a free font for each, by the word that begins its letters' names."""
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class ShowableText:
    """A text as it can be set, and the scripts of what was left out of it."""

    text: str
    missing: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """A sentence on the scripts that are missing and what helps; "" where none is."""
        if not self.missing:
            return ""
        return gettext(
            "No font on this computer shows {scripts}: where their name stands in brackets, that text is"
            " left out. Install {fonts}, and make the file again.",
            scripts=joined(list(dict.fromkeys(script_name(script) for script in self.missing))),
            fonts=joined(list(dict.fromkeys(_font_of(script) for script in self.missing))),
        )


def showable(text: str) -> ShowableText:
    """A text whose letters can all be shown: others stand as the name of their script in brackets."""
    scripts = {
        char: _script(char) for char in set(text) if ord(char) > 0x24F and _LETTER.match(char)
    }
    missing = sorted({script for script in scripts.values() if not is_shown(script)})
    if not missing:
        return ShowableText(text)
    by_name = dict.fromkeys(map(script_name, missing))
    for name in by_name:
        letters = [
            char
            for char, script in scripts.items()
            if script in missing and script_name(script) == name
        ]
        text = re.sub(_runs_of(letters), f"[{name}]", text)
    return ShowableText(text, tuple(script for script in missing if script_name(script) in by_name))


def script_name(script: str) -> str:
    """A script in the reader's language."""
    title_and_font = SCRIPTS.get(script)
    return gettext(title_and_font[0]) if title_and_font else script.capitalize()


def _font_of(script: str) -> str:
    title_and_font = SCRIPTS.get(script)
    return title_and_font[1] if title_and_font else f"Noto Sans {script.capitalize()}"


def _runs_of(letters: Iterable[str]) -> str:
    """Letters that follow one another, with the marks and spaces between them."""
    one = f"[{re.escape(''.join(letters))}]"
    return rf"{one}(?:[\s\u0300-\u036f\u200b-\u200d\u3000-\u3002\uff0c]*{one})*"


def _script(char: str) -> str:
    return unicodedata.name(char, "UNKNOWN").split()[0]


@cache
def is_shown(script: str) -> bool:
    """Whether a font on this machine covers a script, found by typesetting one of its letters."""
    if script in _BROUGHT_ALONG:
        return True
    sample = next((chr(n) for n in _SAMPLES if _script(chr(n)) == script), "")
    return not sample or _can_set(sample)


_SAMPLES = (*range(0x370, 0x3200), *range(0x4E00, 0x4E10), *range(0xAC00, 0xAC10))
"""Folders in which the first letter of each script in use is looked for."""


def _can_set(sample: str) -> bool:
    """Whether there is a glyph: PDF/UA-1 forbids letters without one, so Typst reports it."""
    import typst

    source = f'#set document(title: "x")\n#set text(lang: "en")\n{sample}'
    try:
        typst.compile(source.encode(), format="pdf", pdf_standards="ua-1")
    except typst.TypstError as error:
        return "could not be displayed" not in str(error)
    return True
