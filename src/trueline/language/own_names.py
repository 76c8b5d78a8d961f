"""An organisation's own names for the parts of a logframe, used in place of ours.

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
    """Use these names within a block, by language and our word; without any, ours."""
    token = _names.set(names)
    try:
        yield
    finally:
        _names.reset(token)


def label(message: str) -> str:
    """The organisation's own name for a level or field in this language, else ours."""
    return _names_in_use().get(message) or gettext(message)


def renamed_words() -> Iterator[tuple[str, str]]:
    """Each of our words in the current language, with the organisation's own name for it."""
    own = _names_in_use()
    for word in (*LEVELS, *FIELDS):
        if name := own.get(word):
            yield gettext(word), name


def wording_key() -> Hashable:
    """The key of cached texts: the language, and the own names used in it."""
    return get_language(), tuple(_names_in_use().items())


def our_words() -> Mapping[str, str]:
    """Our English word for each own name in use, to read files back."""
    return MappingProxyType({name: word for word, name in _names_in_use().items()})


def _names_in_use() -> Mapping[str, str]:
    names = _names.get()
    if not names:
        return _NONE
    language = get_language()
    return names.get(language) or names.get(language.partition("-")[0], {})
