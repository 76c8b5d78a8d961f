"""An organisation's own names for what logframes hold, said instead of ours.

Who calls an outcome a specific objective, and a target a milestone, finds these names on pages and in
files. They are kept by language, each under our English word: where a language has none, ours is said.
A donor's layout keeps the donor's words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType

from trueline.language.context import get_language
from trueline.language.translating import gettext, gettext_noop

_ = gettext_noop

LEVELS = (
    _("Impact"),
    _("Outcome"),
    _("Outcomes"),
    _("Output"),
    _("Outputs"),
    _("Activity"),
    _("Activities"),
)
FIELDS = (
    _("Objective"),
    _("Result"),
    _("Results"),
    _("Indicator"),
    _("Indicators"),
    _("Baseline"),
    _("Target"),
    _("Targets"),
    _("Means of verification"),
    _("Assumption"),
    _("Assumptions"),
    _("Assumptions and risks"),
    _("Definition"),
    _("Numerator (N)"),
    _("Denominator (D)"),
    _("Unit"),
    _("Broken down by"),
    _("Methods"),
    _("Data source"),
    _("How often"),
    _("Responsible"),
)
LONGEST = 60
"""So many letters a name has at most: it stands at the head of a column."""

Names = Mapping[str, Mapping[str, str]]
NO_NAMES: Names = MappingProxyType({})
_NONE: Mapping[str, str] = MappingProxyType({})
_names: ContextVar[Names] = ContextVar("own_names", default=NO_NAMES)


@contextmanager
def own_names(names: Names) -> Iterator[None]:
    """Say these names for a while, by language and our word; none says ours again."""
    token = _names.set(names)
    try:
        yield
    finally:
        _names.reset(token)


def label(message: str) -> str:
    """What a level or field is called: by the organisation's own name in this language, else by ours."""
    return _spoken().get(message) or gettext(message)


def called_otherwise() -> Iterator[tuple[str, str]]:
    """Each of our words, in the language that is spoken, with the organisation's own name for it."""
    spoken = _spoken()
    for word in (*LEVELS, *FIELDS):
        if name := spoken.get(word):
            yield gettext(word), name


def wording_key() -> Hashable:
    """What a text that is kept depends on: the language, and whose names are said in it."""
    return get_language(), tuple(_spoken().items())


def our_words() -> Mapping[str, str]:
    """Our word, in English, for each name that is said just now, for files that are read back."""
    return MappingProxyType({name: word for word, name in _spoken().items()})


def _spoken() -> Mapping[str, str]:
    names = _names.get()
    if not names:
        return _NONE
    language = get_language()
    return names.get(language) or names.get(language.partition("-")[0], {})
