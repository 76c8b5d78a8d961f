"""Fields and lookups that every kind of document shares."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Self, TypeVar

from pydantic import model_validator

from trueline.document.address import elements_of, parts_of
from trueline.document.fields import (
    Element,
    LanguageCode,
    Line,
    Part,
    Text,
    field,
    part_fields,
    prose,
)
from trueline.document.responses import Answer, NextStep, Source, TextLanguage, Waiver
from trueline.language import gettext


class Document(Part):
    """What people write as a whole. A draft always loads; what is missing is for the review to say.

    A kind of document is a subclass with a `kind`, registered as a `Kind`. `tells_kind`: whether its
    files begin with the kind; those of the kind that was first do not. `essential`: the lists that it
    is about; while all are empty there is nothing to review.
    """

    kind: ClassVar[str] = ""
    tells_kind: ClassVar[bool] = True
    essential: ClassVar[tuple[str, ...]] = ()
    closing = ("answers", "next_steps", "waivers", "sources", "text_languages")

    schema_version: int = field("Schema version", "Version of this document’s form.", 1)
    toolkit: Line = field("Toolkit edition", "The edition that answers refer to.", "2016")
    title: Line = field("Title", "What it is called.", "")
    language: LanguageCode | None = field(
        "Language", "The language that it is written in.", names="language"
    )
    summary: Text = prose("Summary", "What it is about, in a few sentences.")
    invented: bool | None = field(
        "Invented example",
        "Yes where people, organisations and figures are made up, as in a worked example. Every"
        " report then says so.",
    )
    answers: tuple[Answer, ...] = field("Answers", "Answers to the toolkit’s questions.", ())
    next_steps: tuple[NextStep, ...] = field("Next steps", "What was decided in response.", ())
    waivers: tuple[Waiver, ...] = field("Set aside", "Findings set aside, with reasons.", ())
    sources: tuple[Source, ...] = field("Sources", "What it rests on.", ())

    text_languages: tuple[TextLanguage, ...] = field(
        "Texts in other languages",
        "Elements whose texts are in another language than the document’s.",
        (),
    )

    @model_validator(mode="after")
    def _names_are_unique(self) -> Self:
        """Refuse two elements of one name, which no address could tell apart."""
        twice = [
            gettext("{where} has “{name}” twice", where=where, name=name)
            for where, name in repeated_names(self)
        ]
        if twice:
            raise ValueError("; ".join(twice) + " (give each a name of its own)")
        return self

    @cached_property
    def _answers(self) -> Mapping[str, Answer]:
        return {answer.key_value: answer for answer in self.answers}

    @cached_property
    def elements_by_list(self) -> Mapping[str, tuple[Element, ...]]:
        """Every element by the name of the list that it stands in, wherever that list stands."""
        lists: dict[str, list[Element]] = {}
        for address, element in elements_of(self):
            lists.setdefault(address.rpartition("[")[0].rpartition(".")[2], []).append(element)
        return {name: tuple(elements) for name, elements in lists.items()}

    @cached_property
    def elements_by_key(self) -> Mapping[tuple[str, str], Element]:
        """Every element by the name of its list and its key; of several the first."""
        return {
            (name, element.key_value): element
            for name, elements in self.elements_by_list.items()
            for element in reversed(elements)
        }

    def language_of(self, address: str) -> str:
        """The language of the texts at an address; "" if undeclared."""
        own = [
            each
            for each in self.text_languages
            if address == each.element
            or address.startswith((f"{each.element}.", f"{each.element}["))
        ]
        nearest = max(own, key=lambda each: len(each.element), default=None)
        return nearest.language if nearest else self.language or ""

    def answer(self, question: str, item: str | None = None) -> Answer | None:
        """The answer to a question for one item; else the one given for the whole document."""
        own = self._answers.get(f"{question}@{item}") if item else None
        return own or self._answers.get(question)

    def parts_with_questions(self) -> Iterator[Part]:
        """The parts whose fields answer questions that are asked of the document as a whole."""
        for _, part in parts_of(self):
            if not (isinstance(part, Element) and part.is_asked):
                yield part


D = TypeVar("D", bound=Document)


def repeated_names(document: Part) -> Iterator[tuple[str, str]]:
    """Each name that stands a second time in its list or space: where, and the name."""
    shared: dict[str, set[str]] = {}
    waiting: list[Part] = [document]
    while waiting:
        part = waiting.pop()
        for name in part_fields(type(part)):
            value = getattr(part, name)
            if isinstance(value, Part):
                waiting.append(value)
            elif value:
                own: set[str] = set()
                elements: tuple[Element, ...] = value
                for element in elements:
                    space = element.space
                    seen = shared.setdefault(space, set()) if space else own
                    key = element.key_value
                    if key in seen:
                        yield space or name, key
                    seen.add(key)
                    if part_fields(type(element)):
                        waiting.append(element)
