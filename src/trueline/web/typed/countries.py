"""Countries and areas by name in any language, or by code; several in one text; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import islice, product
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from trueline.language.parsing import Parsed, countries_beginning, parse_country
from trueline.language.parsing.parsed import parsed
from trueline.web.typed.field import ReadField

MARKS = re.compile(r"\s*[;؛،,\n/&]\s*|\s+(?:and|et|y|e|und|и|و)\s+|\s+و(?=\w)", re.IGNORECASE)
"""Signs between the names of several countries."""
CODED = re.compile(r".+\(([A-Z]{2})\)")
"""A name that two countries go by, with the code of the one that is meant."""
MOST_READINGS = 8
LEAST_BEGUN = 2
"""So many letters are written before names are offered."""
LONGEST = 40
"""No text names more countries than this."""


class CountriesField(ReadField):
    """Countries in one line. `labels` are their names by code, as pages show them."""

    reads = "countries"
    invalid = gettext_lazy("Write the names of countries with commas between.")
    several = True

    def __init__(self, *, labels: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(empty_value=() if self.several else None, **kwargs)
        self.labels = labels
        self.codes = {name.casefold(): code for code, name in labels.items()}

    def read(self, text: str) -> Parsed[Any]:
        codes = [self._codes_of(name) for name in self._names_in(text)]
        if not codes or not all(codes) or len(codes) > LONGEST:
            return Parsed(text)
        every = (tuple(dict.fromkeys(each)) for each in product(*codes))
        return parsed(text, islice(every, MOST_READINGS))

    def _codes_of(self, name: str) -> tuple[str, ...]:
        """The codes that a name can mean: as the list has it, and as others do; or the code behind it."""
        if coded := CODED.fullmatch(name):
            return (coded[1],) if coded[1] in self.labels else ()
        listed = self.codes.get(name.casefold()) or (
            name.upper() if name.upper() in self.labels else ""
        )
        others = parse_country(name).readings
        return (listed,) if listed and len(others) < 2 else others

    def _names_in(self, text: str) -> Iterator[str]:
        """The names in a text. A name may hold a comma, or an "and", itself: the longest counts."""
        rest = text.strip()
        while rest := rest.strip(" ,;،؛\n"):
            ends = [*(mark.start() for mark in MARKS.finditer(rest)), len(rest)]
            name_ends = [end for end in ends if self._codes_of(rest[:end].strip())]
            end = name_ends[-1] if name_ends else ends[0] or ends[-1]
            yield rest[:end].strip()
            mark = MARKS.match(rest, end)
            rest = rest[mark.end() if mark else end :]

    def offers(self, text: str) -> tuple[int, list[str]]:
        """The name begun at the end of a text, where it begins, and the names that it may become.

        The longest beginning counts: "Bosnia and Her" is one name, "Nepal and Qa" are two.
        """
        starts = [0, *(mark.end() for mark in MARKS.finditer(text))] if self.several else [0]
        for start in starts:
            begun = text[start:].strip()
            if len(begun) < LEAST_BEGUN:
                continue
            if names := self._beginning(begun):
                return start, [] if begun in names else names
        return 0, []

    def _beginning(self, beginning: str) -> list[str]:
        """Names as the page shows them before those that are known by another."""
        folded = beginning.casefold()
        codes = [code for code in countries_beginning(beginning) if code in self.labels]
        names = (self._name_of(code) for code in codes)
        return sorted(names, key=lambda name: not name.casefold().startswith(folded))

    def refusal(self, text: str) -> str:
        unknown = next((n for n in self._names_in(text) if not self._codes_of(n)), text)
        near = get_close_matches(unknown.casefold(), self.codes, n=3)
        if near:
            names = " · ".join(self.labels[self.codes[each]] for each in near)
            return gettext("“%(word)s” is no country in the list. Did you mean: %(names)s?") % {
                "word": unknown,
                "names": names,
            }
        return gettext(
            "“%(word)s” is no country in the list. Write its name, in any language, or its code."
        ) % {"word": unknown}

    def plain(self, value: Any) -> str:
        codes = [value] if isinstance(value, str) else value
        names = [self._name_of(code) for code in codes]
        return ("; " if any(re.search("[,،]", name) for name in names) else ", ").join(names)

    def _name_of(self, code: str) -> str:
        name = self.labels.get(code, code)
        return f"{name} ({code})" if len(self._codes_of(name)) > 1 else name

    def in_words(self, value: Any) -> str:
        codes = [value] if isinstance(value, str) else value
        return "; ".join(self.labels.get(code, code) for code in codes)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) and not hasattr(value, "meant"):
            return self.plain(value) if value else value
        return super().prepare_value(value)


class CountryField(CountriesField):
    """One country."""

    reads = "country"
    invalid = gettext_lazy("Write the name of a country.")
    several = False

    def read(self, text: str) -> Parsed[Any]:
        readings = super().read(text).readings
        return Parsed(text, tuple(each[0] if len(each) == 1 else each for each in readings))

    def check(self, value: Any) -> None:
        if not isinstance(value, str):
            raise ValidationError(gettext("Name one only."))
