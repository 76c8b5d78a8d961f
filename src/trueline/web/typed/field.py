"""A text field that shows how it was understood, and asks where a text is ambiguous.

The same happens without scripts when the form is sent, and with them as soon as the field is left:
the page asks the server (`workspace/views/understood.py`), so that there is one parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from trueline.language.parsing import Parsed

MEANT = ":meant"
"""The suffix of a field's name where one of its readings is chosen."""
ANYWAY = "anyway"
"""The choice where a value is understood, doubted, and meant all the same."""


class Typed(str):
    """A typed text, with the reading that was chosen where it can mean several things."""

    __slots__ = ("meant",)
    meant: str

    @classmethod
    def of(cls, text: str, meant: str = "") -> Typed:
        typed = cls(text)
        typed.meant = meant
        return typed


@dataclass(frozen=True)
class Understood:
    """The note beside a text: the one thing that it means, or the things that it can mean."""

    echo: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    problem: str = ""


class ReadInput(forms.TextInput):
    """One line, and beside it what was understood."""

    template_name = "forms/read.html"
    field: ReadField
    anyway = ""
    """The offer where a value is understood and doubted: to take it all the same."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Typed | None:
        text = data.get(name)
        return None if text is None else Typed.of(text, data.get(f"{name}{MEANT}", ""))

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        text = value if isinstance(value, str) else ""
        context["widget"] |= {
            "understood": self.field.understood(text),
            "meant": getattr(value, "meant", ""),
            "choice": f"{name}{MEANT}",
            "anyway": self.anyway,
        }
        return context

    def format_value(self, value: Any) -> str | None:
        return str(value) if value not in (None, "") else None


class ReadField(forms.CharField):
    """Reads a text by a parser. What it shows of a value is read as the same value again."""

    reads = ""
    """Its label where a page asks how a text is read."""
    invalid = ""
    """The sentence for a text that means nothing."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", ReadInput())
        super().__init__(**kwargs)
        self.widget.field = self
        self.widget.attrs.update({"data-reads": self.reads, "autocomplete": "off"})

    def read(self, text: str) -> Parsed[Any]:
        """The possible readings of a text."""
        raise NotImplementedError

    def plain(self, value: Any) -> str:
        """A value as its field shows it."""
        raise NotImplementedError

    def in_words(self, value: Any) -> str:
        """A value as it is read back to the person who typed it."""
        raise NotImplementedError

    def check(self, value: Any) -> None:
        """Refuse a value that is understood and can't be. Raises ValidationError."""

    def refusal(self, text: str) -> str:
        """The reason why a text means nothing."""
        return gettext(self.invalid)

    def prepare_value(self, value: Any) -> Any:
        if value in (None, ()):
            return None
        return value if isinstance(value, str) else self.plain(value)

    def to_python(self, value: Any) -> Any:
        if value is not None and not isinstance(value, str):
            return value
        text = (value or "").strip()
        if not text:
            return self.empty_value
        meaning = self._one_of(self.read(text).readings, text, getattr(value, "meant", ""))
        self.check(meaning)
        return meaning

    def _one_of(self, readings: Sequence[Any], text: str, meant: str) -> Any:
        if not readings:
            raise ValidationError(self.refusal(text), code="invalid")
        if len(readings) == 1:
            return readings[0]
        for each in readings:
            if self.plain(each) == meant:
                return each
        raise ValidationError(
            gettext("“%(text)s” can be read in more than one way. Choose what is meant."),
            code="ambiguous",
            params={"text": text},
        )

    def run_validators(self, value: Any) -> None:
        """Runs none of a text's validators, which do not apply to what it means."""

    def understood(self, text: str) -> Understood:
        """The note beside a text."""
        text = text.strip()
        if not text:
            return Understood()
        readings = self.read(text).readings
        if not readings:
            return Understood(problem=self.refusal(text))
        if len(readings) > 1:
            return Understood(choices=tuple((self.plain(r), self.in_words(r)) for r in readings))
        words = self.in_words(readings[0])
        return Understood(echo="" if words == text else words)
