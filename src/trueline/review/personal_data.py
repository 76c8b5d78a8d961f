"""Texts that let a client be known: by name with a date of birth, a telephone, a paper, an address.

Nothing of what is found is repeated: a finding says where it stands and of which kind it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from trueline.document import Document, Element
from trueline.language import gettext, joined, ngettext, quoted
from trueline.lexicon import Lexicon, WordsRead
from trueline.memory import remembered
from trueline.review.reading import FieldText, Reading, read
from trueline.review.reading.reader import words_of
from trueline.toolkit import Toolkit

PersonalKind = Literal["birth", "telephone", "paper", "address", "name"]

NEAR = 90
"""Characters between two things that are told of one person."""

_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d)(?!\d)")
_MONTH_DATE = re.compile(r"(?<!\d)\d{1,2}\.? (?:de )?[^\W\d_]{3,10} (?:de )?(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\+?\(?\d[\d ()./-]{5,22}\d")
_CODE = re.compile(r"(?<![\w])(?=[A-Z]{0,3}[ -]?\d)[A-Z]{0,3}[ -]?\d[\d./-]{4,18}(?!\w)")
_NAMED = re.compile(
    r"(?<![^\W_])[^\W\d_a-z][^\W\d_]+(?:[ -](?:[a-z]{2,3} )?[^\W\d_a-z](?:[^\W\d_]+|\.)){1,3}"
)
"""A name of two words or more, of which some may be a letter alone: “Elena R.”."""

_STREET = re.compile(
    r"(?:rue|street|calle|avenue|avenida|av|road|strada|str|boulevard|blvd|apartment|flat|apt|no|n°)"
    r"\.? [^\d.;]{0,20}\d|\d{1,4},? (?:rue|avenue|boulevard|(?:\w+ ){1,4}(?:street|road|avenue|lane))",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"[,(]? ?(?:(?:aged )?\d{1,2}(?: years old| years| ans| años)?[,)]* ?)?"
    r"(?:(?:a|an|une|un|una|la|the|former|who|was|es|est|era|fue|qui|que|été|young|ex)[ -]){0,4}"
)
"""Words that may stand between a name and the word that makes its bearer a client."""

_AGED = re.compile(
    r",? \(?(?:aged |de |âgée de |âgé de )?\d{1,2}(?: years old| years| ans| años)?[,)]"
)
"""An age behind a name."""

_YEARS_OLD = re.compile(
    r",? \(?(?:aged \d{1,2}|(?:de |âgée? de )?\d{1,2} (?:years old|ans|años))\b"
)
"""The same in words, which tell of one person by themselves."""

_FIRST_NAME = re.compile(
    r"[^\W\d_a-z][^\W\d_]+,? \(?\d{1,2}(?: years old| ans| años)?[,)]+ (?:an? |une? |una )?"
)
_OF_A_PLACE = re.compile(
    r"(?<![^\W_])[^\W\d_a-z][^\W\d_]+,? \(?(?:aged |de |âgée? de )?\d{1,2}(?: years old| years| ans| años)?[,)]* "
    r"(?:from|of|de|d'|du) ?[^\W\d_a-z][^\W\d_]+"
)
"""A first name with an age and a place, which tell of one person: “Amina, 16, from Kolda”."""

_CHILDS_AGE = re.compile(
    r",? \(?(?:aged |de |âgée? de )?(?:[3-9]|1[0-7])(?: years old| years| ans| años)?[,)]"
)
"""An age under 18 behind a name."""

_A_STREET = re.compile(
    r"(?:Rue|Avenue|Boulevard|Place|Calle|Avenida|Av|Plaza|Barrio|Jirón|Carrera)\b"
    r"|.*\b(?:Street|Road|Lane|Avenue|Square)$"
)

_CAME_BACK = re.compile(
    r" (?:(?:has|is|was|est|a) )?(?:came back|come back|back|returned|fled|escaped|revenue?|rentrée?|volvió"
    r"|regresó|huyó|escapó) (?:from|de|du|d') ?[^\W\d_a-z]"
)
"""What is told of one person behind a name: “… came back from Foggia”."""

_DIGIT = re.compile(r"\d")
_NAMES_A_STREET = re.compile(
    r"\b(?:rue|avenue|boulevard|place|quartier|calle|avenida|av\.?|plaza|barrio|pasaje|jirón|carrera"
    r"|street|road|square) (?:du |de la |de los |de |del |des |of )?$",
    re.IGNORECASE,
)
"""Words that stand before the name of a street."""
TELLING = frozenset(["client", "born", "identity-paper", "telephone", "lives-at"])
"""Without any of these concepts, no text tells of one person."""

_BEFORE = frozenset(
    [
        "before",
        "after",
        "between",
        "since",
        "until",
        "avant",
        "après",
        "entre",
        "depuis",
        "antes",
        "después",
    ]
)

STAFF = frozenset(["responsible", "lead", "owner", "who", "author", "source", "title", "url"])
"""Fields that name the people and organisations who do the work; only a birth date or a paper counts."""


@dataclass(frozen=True)
class PersonalText:
    """A text that lets somebody be known, and by what."""

    source: FieldText
    kinds: tuple[PersonalKind, ...]


def personal_data(document: Document, toolkit: Toolkit) -> tuple[PersonalText, ...]:
    """Every text of a document that does; for what takes in files, which says so at once."""
    return tuple(personal_texts(read(document, toolkit.reading)))


def tells_of_somebody(text: str, toolkit: Toolkit) -> bool:
    """Whether a text that belongs to no document lets somebody be known."""
    return bool(_kinds_of(text, toolkit.reading))


def warning_on(document: Document, toolkit: Toolkit, others: Iterable[str] = ()) -> str:
    """A warning of personal data for whoever takes in a file; "" where there are none.

    `others`: texts of the file that found no place in the document.
    """
    places = [place_of(personal_text.source) for personal_text in personal_data(document, toolkit)]
    in_comments = sum(bool(_kinds_of(text, toolkit.reading)) for text in others)
    if in_comments:
        places.append(ngettext("a comment", "{count} comments", in_comments))
    if not places:
        return ""
    return gettext(
        "This reads as if it held personal data of a client: {places}. Take them out now, here and in"
        " every copy of the file, and tell whoever answers for data protection.",
        places=joined(places),
    )


def place_of(source: FieldText) -> str:
    """The place of a text, without a word of it: an element is not called by the text itself."""
    title = type(source.part).field_title(source.field)
    if isinstance(source.part, Element) and source.part.named != source.field:
        return gettext("“{field}” of {element}", field=title, element=quoted(source.part.name))
    return gettext("“{field}”", field=title)


def personal_texts(reading: Reading[Any]) -> Iterator[PersonalText]:
    """The same, of a document that has been read."""
    for source in reading.texts:
        kinds = _kinds_of(source.text, reading.lexicon)
        if kinds and source.field in STAFF:
            kinds = tuple(kind for kind in kinds if kind in ("birth", "paper"))
        if kinds:
            yield PersonalText(source, kinds)


@remembered(8_192)
def _kinds_of(text: str, lexicon: Lexicon) -> tuple[PersonalKind, ...]:
    words = words_of(lexicon, text)
    aged = bool(_DIGIT.search(text) and _AGED.search(text)) or bool(_CAME_BACK.search(text))
    if not (aged or words.may_name(*TELLING)) or not (_DIGIT.search(text) or _NAMED.search(text)):
        return ()
    return tuple(_kinds(text, words)) if aged or words.names(*TELLING) else ()


def _kinds(text: str, words: WordsRead) -> Iterator[PersonalKind]:
    names = [
        match.span()
        for match in _NAMED.finditer(text)
        if match.group()[0].isupper()
        and _is_name(match.group(), words, text)
        and not _holds_an_office(match.start(), words)
        and not _A_STREET.match(match.group())
        and not _NAMES_A_STREET.search(text[: match.start()])
    ]
    clients = _spans(words, "client")
    people = [*names, *clients]
    if _birth(text, words, names, clients):
        yield "birth"
    if any(_near(span, people) for span in _telephones(text, words, clients)):
        yield "telephone"
    if any(True for _ in _after(text, words, "identity-paper", _CODE)):
        yield "paper"
    if any(_near(span, people) for span in _after(text, words, "lives-at", _STREET)):
        yield "address"
    if (
        any(_is_client_name(text, name, clients) for name in names)
        or _names_client_by_first_name(text, clients)
        or (words.names("told-of-one") and any(_CHILDS_AGE.match(text, end) for _, end in names))
    ):
        yield "name"


def _birth(
    text: str, words: WordsRead, names: list[tuple[int, int]], clients: list[tuple[int, int]]
) -> bool:
    born = _spans(words, "born")
    if not born:
        return False
    dates = [m.span() for pattern in (_DATE, _MONTH_DATE) for m in pattern.finditer(text)]
    for start, end in born:
        follows = text[end : end + 12].lower().split()
        if follows and follows[0] in _BEFORE:
            continue
        if any(0 <= date - end <= 25 for date, _ in dates) and _near(
            (start, end), [*names, *clients]
        ):
            return True
    return False


def _telephones(
    text: str, words: WordsRead, clients: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Numbers that are dialled, but for those of an office."""
    numbers = [match for match in _NUMBER.finditer(text) if _may_be_dialled(match.group())]
    if not numbers:
        return
    aged = [match.span() for match in _NAMED.finditer(text) if _AGED.match(text, match.end())]
    phones, offices = _spans(words, "telephone"), _spans(words, "public-contact")
    first_office = min((start for start, _ in offices), default=len(text))
    for match in numbers:
        if not clients and first_office < match.start():
            continue
        dialled = match.group().startswith("+") or _near(match.span(), phones, 40)
        dialled = dialled or any(_near(match.span(), [name]) for name in aged)
        dialled = dialled or (
            _near(match.span(), clients, 40) and text[: match.start()][-2:] == ", "
        )
        if dialled and not _near(match.span(), offices, 30):
            yield match.span()


def _may_be_dialled(number: str) -> bool:
    return 7 <= sum(sign.isdigit() for sign in number) <= 15 and not _DATE.fullmatch(number)


def _after(
    text: str, words: WordsRead, concept: str, pattern: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Matches of a pattern shortly behind a concept."""
    for _, end in _spans(words, concept):
        if match := pattern.search(text, end, end + 45):
            yield match.span()


def _is_client_name(text: str, name: tuple[int, int], clients: list[tuple[int, int]]) -> bool:
    """Whether a name is that of a client: “survivor Elena Rusu”, “Elena Rusu, 17, trafficked to …”."""
    start, end = name
    if _YEARS_OLD.match(text, end) or _CAME_BACK.match(text, end):
        return True
    for client_start, client_end in clients:
        if text[client_end - 1] == "s" and text[client_start:client_end] != "ans":
            continue
        if client_start == start and client_end < end and " " in text[client_end + 1 : end]:
            return True
        if 0 < start - client_end <= 2 and text[client_start:client_end].islower():
            return True
        if client_start >= end and _AGED.match(text, end) and client_start - end < NEAR:
            return True
        if client_start >= end and _APPOSED.fullmatch(text[end:client_start].lstrip(" ")):
            return text[end : end + 1] in ",( " and text[end : end + 2].strip() != ""
    return False


def _names_client_by_first_name(text: str, clients: list[tuple[int, int]]) -> bool:
    """Whether a first name with an age is that of a client: “Amina, 16, a survivor”."""
    if _OF_A_PLACE.search(text):
        return True
    ends = {match.end() for match in _FIRST_NAME.finditer(text)}
    return bool(ends) and any(start in ends and text[end - 1] != "s" for start, end in clients)


def _is_name(group: str, words: WordsRead, text: str) -> bool:
    parts = {part.lower() for part in re.split(r"[ -]", group)}
    office_words = {text[start:end].lower() for start, end in _spans(words, "of-an-office")}
    return not parts & office_words and not group.isupper()


def _holds_an_office(start: int, words: WordsRead) -> bool:
    """Whether a name stands behind what its bearer does: “the coordinator, Rosa Huamán”."""
    return any(0 < start - end <= 2 for _, end in _spans(words, "staff"))


def _spans(words: WordsRead, *concepts: str) -> list[tuple[int, int]]:
    """The places of concepts, in characters."""
    places = words.of(*concepts)
    return [(words.spans[place.start][0], words.spans[place.end - 1][1]) for place in places]


def _near(span: tuple[int, int], others: list[tuple[int, int]], most: int = NEAR) -> bool:
    start, end = span
    return any(o_start - end <= most and start - o_end <= most for o_start, o_end in others)
