"""Whether a text says nothing of what its field asks, and in which way.

A text is weighed by the words that are left when all that says nothing by itself is taken out:
small words, words of promises, a yes or a no, the field's own name.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from trueline.lexicon import WordsRead
from trueline.lexicon.words import SIGNS

Way = Literal[
    "placeholder",
    "own-name",
    "yes",
    "denial",
    "promise",
    "names-nothing",
    "names-nobody",
    "pasted",
    "repeats-effect",
    "no-reason",
    "resigned",
]
"""The way in which a text says nothing."""

FILLERS = frozenset(
    ["nothing-yet", "nothing-perhaps", "bare-yes", "denial", "excuse", "talk", "small"]
)
"""Concepts whose words say nothing by themselves."""

HOLLOW = ("nothing-yet", "promise")
"""Concepts by which a text of any length may say nothing."""

UNKNOWNS = frozenset(["nothing-yet", "nothing-perhaps", "small"])
UNSETTLED = FILLERS | {"details", "whom-and-when"}
"""Concepts beside “to be defined”: what it is of, with whom, and when."""

SHORT = 14
"""Words up to which “to be defined”, with a word or two beside it, is all that a text says."""

SHARE = 6
"""A promise with one telling word in so many, or fewer, is one without content."""

BRIEF = 8
"""Words of an answer that begins with “yes” and says little else."""

LONGEST_DENIAL = 45
_NOT_APPLICABLE = re.compile(r"(?<!\w)n(?:/a|\.a\.?)(?!\w)", re.IGNORECASE)
"""Matched as it is written: without its signs it is French for “has not”."""

_COMES = re.compile(r"(?<!\w)a venir(?!\w)", re.IGNORECASE)
_IN_SPANISH = re.compile(r"\b(?:las|los|el|del|al|y|con|una|por|para)\b", re.IGNORECASE)
_COMES_TO = re.compile(r"(?<!\w)à venir (?:aux?|chez|en|dans|voir|parler)\b", re.IGNORECASE)
"""Spanish for “come”, and French for “come to …”: of content to come, “à venir” stands at the end."""

_IN_BRACKETS = re.compile(r"[\[<{].*[\]>}]", re.DOTALL)
_ONE_LETTER = re.compile(r"[^\W\d]|([a-z])\1+")


def _surely_says_something(read: WordsRead) -> bool:
    """Whether a look at the words, each alone, tells that a text holds more than fillers.

    Most texts of some length do, and are read no further. Whether it denies what it says is not told
    by this.
    """
    if _IN_BRACKETS.fullmatch(read.text) or read.may_name(*HOLLOW):
        return False
    words, content = read.at_least_outside(FILLERS)
    return bool(content) and words > SHORT


def says_nothing(
    read: WordsRead, own_name: frozenset[str] = frozenset(), *, asked: bool = False
) -> Way | None:
    """The way in which a text of several lines says nothing, or None where it says something.

    `own_name`: the words of the field's title, folded. `asked`: whether the field asks for something
    that is to be there, so that a sentence that denies it is no answer.
    """
    if _surely_says_something(read):
        return "denial" if denies(read, asked=asked) else None
    if is_placeholder(read):
        return "placeholder"
    if own_name.issuperset(read.folded()):
        return "own-name"
    content = content_words(read, FILLERS)
    if not content:
        return _way_without_content(read)
    if len(content) <= 1 and len(read.words) <= BRIEF and _begins_with_yes(read):
        return "yes"
    if denies(read, asked=asked):
        return "denial"
    few = len(content) * SHARE <= len(read.words)
    if few and read.names("promise") and not any(word.isdigit() for word in content):
        return "promise"
    return None


def _begins_with_yes(read: WordsRead) -> bool:
    return any(place.start == 0 for place in read.of("plain-yes"))


def is_placeholder(read: WordsRead) -> bool:
    """Whether a text only holds the place of one: no letters, one letter, “to be defined”."""
    words = [word for word in read.words if word not in SIGNS]
    if not any(word.strip("_") for word in words):
        return True
    if _IN_BRACKETS.fullmatch(read.text):
        return True
    if _ONE_LETTER.fullmatch("".join(words).lower()):
        return True
    if _NOT_APPLICABLE.search(read.text) and len(content_positions(read, FILLERS)) <= 1:
        return True
    if not read.names("nothing-yet", "nothing-perhaps") or _is_of_people_who_come(read.text):
        return False
    return _is_to_come(read) or all(
        read.words[place].isdigit() for place in content_positions(read, UNKNOWNS)
    )


def _is_of_people_who_come(text: str) -> bool:
    """Whether somebody is to come, and not the content: “invitan a otras a venir”."""
    comes = _COMES.search(text) and _IN_SPANISH.search(text)
    return bool(comes or _COMES_TO.search(text))


def _is_to_come(read: WordsRead) -> bool:
    """Whether each sentence tells of what is yet to be settled, or one of a few words, and little else."""
    postponed = {read.sentence_of[place.start] for place in read.of("nothing-yet")}
    lengths = Counter(read.sentence_of[n] for n, word in enumerate(read.words) if word not in SIGNS)
    telling = Counter(read.sentence_of[n] for n in content_positions(read, UNSETTLED))
    if lengths.keys() <= postponed and max(lengths.values()) <= SHORT:
        return all(count <= FEW_TELLING_WORDS for count in telling.values())
    return bool(postponed) and _word_count(read) <= SHORT and telling.total() <= FEW_TELLING_WORDS


def denies(read: WordsRead, *, asked: bool) -> bool:
    """Whether a text denies what it is asked for: “None. The budget does not allow for it.”"""
    denials = read.of("denial")
    if not denials or len(read.words) > LONGEST_DENIAL:
        return False
    if read.names("only-then", "nothing-perhaps") or _contrasts(read):
        return False
    sentence = read.sentence_of
    if sentence[denials[0].start]:
        return asked and _denies_in_the_end(read)
    denied = {sentence[place.start] for place in read.of("denial", "excuse")}
    spoken = {sentence[i] for i, word in enumerate(read.words) if word not in SIGNS}
    if not spoken <= denied:
        return False
    if all(sentence[at] for at in content_positions(read, FILLERS)):
        return True
    return asked and any(not sentence[place.start] for place in read.of("none-of-it"))


def _contrasts(read: WordsRead) -> bool:
    """Whether a “but” leads on to something; not the “yet” that ends “there is none yet”."""
    words = (*read.words, ".")
    return any(words[place.end] not in SIGNS for place in read.of("but"))


_TO_COME = re.compile(
    r"will|shall|\w{3,}(?:remos|rán|rá)|\w{3,}(?:rons|ront|era|ira|ttra|dra)", re.IGNORECASE
)
"""Verbs of what is to come: “we shall”, “mantendremos”, “permettra”."""

_AFTER_A_WORD = re.compile(r"[^.;:!?]\s(?=([^\W\d_]))")

LONGEST_PROMISE, SOON = 22, 6
"""Words of such a text, and those among which it says so."""


def only_promises(read: WordsRead) -> bool:
    """Whether a text tells what is to come, and neither when, who by name, nor how many."""
    if len(read.pieces) > LONGEST_PROMISE or _is_definite(read.text):
        return False
    if not any(_TO_COME.fullmatch(piece) for piece in _first_words(read.pieces)):
        return False
    return not read.names("definite", "but", "only-then")


def _first_words(pieces: list[str]) -> list[str]:
    """The words that a text begins with, and its clause begins with: “le cas échéant, le comité …”."""
    comma = next((n for n, piece in enumerate(pieces[:SOON]) if piece[-1] == ","), -1)
    return pieces[: comma + 1 + SOON]


def _is_definite(text: str) -> bool:
    """Whether there are figures, or a name within a sentence: what begins in capitals."""
    initials = (match[1] for match in _AFTER_A_WORD.finditer(text))
    return any(sign.isdigit() for sign in text) or any(map(str.isupper, initials))


def _word_count(read: WordsRead) -> int:
    """How many words there are, signs, single letters such as “l’” and single figures left out."""
    return sum(len(word) > 1 for word in read.words)


def only_states_absence(read: WordsRead) -> bool:
    """Whether a short text speaks of nothing but what there is not: “This was never raised”.

    It is asked of a field for what is provided; a figure, or a “but”, tells that something is.
    """
    return not read.names("definite") and _is_all_about(read, "denial")


def leaves_to_others(read: WordsRead) -> bool:
    """Whether a short text says whose business it is, and no more: “A matter for the police”."""
    return _is_all_about(read, "left-to-others")


def _is_all_about(read: WordsRead, concept: str) -> bool:
    """Whether a short text begins with a concept, and nothing tells of something besides."""
    if (
        _word_count(read) > SHORT
        or _has_exception(read)
        or read.names("only-then", "but-not-then")
        or _names_actor_and_action(read)
    ):
        return False
    if any(word.isdigit() for word in read.words):
        return False
    return any(not read.sentence_of[place.start] for place in read.of(concept))


def _names_actor_and_action(read: WordsRead) -> bool:
    """Whether what follows names somebody and what they do: “Not in writing: a lawyer visits them”."""
    sorts = enumerate(read.sorts(("names-who", "names-what")))
    return len({name for n, names in sorts if read.sentence_of[n] for name in names}) > 1


def _has_exception(read: WordsRead) -> bool:
    """Whether a “but” tells of something after all; not where it denies: “but had to be dropped”."""
    denials = [place.start for place in read.of("denial")]
    return any(
        not any(place.end <= denial < place.end + SOON for denial in denials)
        for place in read.of("but")
    )


AFFIRMED = FILLERS | {"asked-of", "client", "one-of-them", "they-may"}
"""Concepts of a sentence that says no more than that what is asked for is there."""


def only_affirms(read: WordsRead) -> bool:
    """Whether a text says that it is so, and not how: “Clients can of course complain”."""
    affirms = read.names("asked-of") and read.names("so-it-is")
    return affirms and not content_words(read, AFFIRMED)


FEW_TELLING_WORDS = 2
"""Telling words outside a sentence that denies: so few do not make up for it."""


def _denies_in_the_end(read: WordsRead) -> bool:
    """Whether a later sentence denies what the field asks for, and the others tell next to nothing."""
    denied = {read.sentence_of[place.start] for place in read.of("none-of-it")}
    answering = [n for n in content_positions(read, FILLERS) if read.sentence_of[n] not in denied]
    return (
        bool(denied)
        and len(answering) <= FEW_TELLING_WORDS
        and not any(w.isdigit() for w in read.words)
    )


def _way_without_content(read: WordsRead) -> Way | None:
    denials = read.of("denial")
    if (denials and denials[0].start <= 1) or read.names("none-of-it"):
        return "denial"
    if read.names("bare-yes") and not read.names("promise"):
        return "yes"
    return "promise" if read.names("promise") or _talks(read) else None


def _talks(read: WordsRead) -> bool:
    return len({place.start for place in read.of("talk")}) > 1


def content_positions(read: WordsRead, concepts: frozenset[str]) -> list[int]:
    """Numbers of the words that none of these concepts covers, single letters left out."""
    words = read.words
    return [n for n in read.outside(concepts) if len(words[n]) > 1 or words[n].isdigit()]


def content_words(read: WordsRead, concepts: frozenset[str]) -> list[str]:
    """The words themselves."""
    return [read.words[number] for number in content_positions(read, concepts)]
