"""Reads the group of a share from the words of its statement, numerator and denominator."""

from __future__ import annotations

import re

from trueline.memory import remembered

SMALL_WORDS = (
    "a an the of in on at to for from by with and or they their it who that which whose are is"
    " were was be been has have had all each every total number le la les l un une des du de d"
    " et ou qui que dont avec dans par pour sont est ont tous toutes nombre el los las una unos"
    " unas del en y o con por para son todos todas numero"
)
SMALL = frozenset(SMALL_WORDS.split())
WIDER_WORDS = "and or all each every total et ou tous toutes y o todos todas"
WIDER = frozenset(WIDER_WORDS.split())
"""Words that widen a group instead of narrowing it."""
TIMES_WORDS = "month year week day hour two three six nine twelve after before within mois an semaine jour mes ano dia"
TIMES = frozenset(TIMES_WORDS.split())
_TELLING = re.compile(
    r"\b(?:who|that|which|whose|with|qui|dont|ayant|avec|que|con|cuy[oa]s?|quienes)\b"
)
_ALL = re.compile(
    r"(?<!\W)\W*(?:all|every|total|tous|toutes|todos|todas|ensemble)\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SUBJECT = re.compile(
    r"^\W*(?:the )?(?:share|proportion|percentage|per ?cent|%|part|pourcentage|proporci[oó]n|porcentaje)"
    r" (?:of|des|de|du|d['’]|de los|de las|del) ?(?:the |all |les |los |las |la |el )?([^\W\d_]+)",
    re.IGNORECASE,
)


@remembered(2048)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in _WORD.findall(text.casefold()) if word not in SMALL)


def words_of(text: str) -> list[str]:
    """The words that tell a group, in small letters and without the ending of the plural."""
    return list(_words(text))


def is_wider(first: str, second: str) -> bool:
    """Whether a second text names the same group or narrows it: clients, clients with a plan."""
    few, many = set(_words(first)), set(_words(second))
    widened = any(word.casefold() in WIDER for word in _WORD.findall(second))
    return few <= many and not widened


def subject_of(statement: str) -> str:
    """The group of a share: `child` in “Share of children who …”; "" where the statement is of none."""
    match = _SUBJECT.match(statement)
    return _singular(match[1].casefold()) if match else ""


def predicate_of(statement: str) -> set[str]:
    """The words of a statement about its subject: `plan`, `shown` in “… children who …”, times left aside."""
    match = _TELLING.search(statement.casefold())
    predicate = words_of(statement[match.end() :]) if match else []
    return {word for word in predicate if word not in TIMES and not word.isdigit()}


def says_all(text: str) -> bool:
    """Whether a text begins with all or the total."""
    return bool(_ALL.match(text))


def swapped(statement: str, numerator: str, denominator: str) -> bool:
    """Whether a numerator does not read as part of its denominator, and rather the other way round.

    It names the same group or a wider one; or what the statement tells of its subject stands in the
    denominator alone.
    """
    inner, outer = words_of(numerator), words_of(denominator)
    if not inner or not outer:
        return False
    if inner == outer or is_wider(numerator, denominator):
        return True
    if says_all(numerator) and not says_all(denominator):
        return True
    if _of_others(inner, outer) or _people_of_events(inner, outer):
        return True
    predicate, subject = predicate_of(statement), subject_of(statement)
    if inner[:1] == [subject] and outer[:1] != [subject] and outer[0] in predicate:
        return True
    return len(predicate & {*outer} - {*inner}) > 1 and not predicate & {*inner} - {*outer}


ELDERS_WORDS = "mother father parent employer teacher mère père employeur enseignant madre padre empleador maestro maestra"
ELDERS = frozenset(ELDERS_WORDS.split())
"""People who are no part of those whom they look after, teach or employ."""


def _of_others(inner: list[str], outer: list[str]) -> bool:
    """Whether a numerator counts elders, and its denominator those who are theirs, or neither does."""
    return inner[0] in ELDERS and not ELDERS & {*outer}


PEOPLE_WORDS = "child person woman man girl boy worker victim client family enfant personne femme homme fille garçon travailleur victime famille niño niña persona mujer hombre trabajador víctima familia"
PEOPLE = frozenset(PEOPLE_WORDS.split())
EVENTS_WORDS = "call session visit meeting leaflet poster appel séance visite réunion dépliant affiche llamada sesión sesione visita reunión reunione folleto afiche"
EVENTS = frozenset(EVENTS_WORDS.split())


def _people_of_events(inner: list[str], outer: list[str]) -> bool:
    """Whether a numerator counts people, and its denominator calls, sessions or the like."""
    return inner[0] in PEOPLE and outer[0] in EVENTS


IRREGULAR = {"children": "child", "women": "woman", "men": "man", "people": "person"}


def _singular(word: str) -> str:
    return IRREGULAR.get(word) or (word[:-1] if len(word) > 3 and word.endswith("s") else word)
