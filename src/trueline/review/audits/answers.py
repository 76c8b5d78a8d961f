"""One answer in a line of an audit, and the ways in which it can be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from trueline.document import Element, element_address
from trueline.language import gettext, gettext_noop, number, shortened

Standing = Literal["counted", "stated", "open", "to-judge"]
"""`counted` from the structure; `stated` in the words of the plan; `open` where it says nothing;
`to-judge` where only the coordinator can say."""

QUOTE = 2_000
"""Letters of a document's own words that are quoted: a quotation of the law is of use only whole."""

E = TypeVar("E", bound=Element)


@dataclass(frozen=True)
class Answer:
    """A sentence, and the figures in it. `ref` is a point of the source where it answers but that one.

    `lacking` are the names of elements that fall short, and `places` their addresses.
    """

    standing: Standing
    text: str
    ref: str = ""
    count: int | None = None
    of: int | None = None
    lacking: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def share(holder: str, elements: Sequence[E], fits: Callable[[E], bool], what: str) -> Answer:
    """How many elements of a list are as they should be; `what` they then are, marked for translation."""
    lacking = [element for element in elements if not fits(element)]
    count, of = len(elements) - len(lacking), len(elements)
    if not elements:
        return Answer("open", gettext("{what}: there are none yet.", what=gettext(what)), "", 0, 0)
    return Answer(
        "counted",
        gettext("{what}: {count} of {of}.", what=gettext(what), count=number(count), of=number(of)),
        count=count,
        of=of,
        lacking=tuple(element.name for element in lacking),
        places=tuple(element_address("", holder, element) for element in lacking),
    )


def in_words(
    label: str, text: str, ref: str = "", *, silent: str = gettext_noop("{label}: not said yet.")
) -> Answer:
    """The text of a field under its label; or, as `silent` puts it, that it says nothing."""
    if not text:
        return Answer("open", gettext(silent, label=label), ref)
    words = shortened(" ".join(text.split()), QUOTE)
    return Answer("stated", gettext("{label}: {text}", label=label, text=words), ref)


def to_judge(question: str, ref: str = "") -> Answer:
    """Something that the structure can't tell; `question` is marked for translation."""
    message = gettext("For the coordinator to say: {question}", question=gettext(question))
    return Answer("to-judge", message, ref)
