"""Form fields for the values of a design that Django has no field for."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from trueline.document import Money
from trueline.document.fields import is_empty
from trueline.web.workspace.forms.numbers import Number, as_shown

YES_NO = [("yes", _("Yes")), ("no", _("No")), ("", _("Not said"))]


class Prose(forms.CharField):
    """A text whose lines end as the document's do, however the browser ends them."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class YesNo(forms.ChoiceField):
    """Yes, no, or nothing said: three different things."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=YES_NO, widget=forms.RadioSelect, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no", None: ""}.get(value, value)

    def clean(self, value: Any) -> bool | None:
        return {"yes": True, "no": False}.get(super().clean(value))


class Lines(forms.CharField):
    """Several short texts, one to a line."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}), required=False, **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else "\n".join(value)

    def clean(self, value: Any) -> tuple[str, ...]:
        lines = [line.strip() for line in super().clean(value).splitlines()]
        long = next((line for line in lines if len(line) > 500), None)
        if long:
            raise ValidationError(_("One line is longer than 500 characters. Make it shorter."))
        return tuple(line for line in lines if line)


class NamedLines(Lines):
    """Several short texts, one to a line; those of a list stand as it names them, others as they are."""

    def __init__(self, *, labels: dict[str, str], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.labels = labels
        self.ids = {name.casefold(): id for id, name in labels.items()}

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return super().prepare_value(self.labels.get(word, word) for word in value)

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(self.ids.get(line.casefold(), line) for line in super().clean(value))


class ChoiceOrKnown(forms.ChoiceField):
    """One of a list; what is given already and stands in no list is offered as well."""

    choices: Any

    def bind_known(self, value: str, label: str) -> None:
        if value and value not in {known for known, _label in self.choices}:
            self.choices = [*self.choices, (value, label)]


class Numbers(forms.CharField):
    """Whole numbers, with commas of any script or spaces between."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else ", ".join(map(str, value))

    def clean(self, value: Any) -> tuple[int, ...]:
        words = re.split(r"[\s,;،؛]+", super().clean(value).strip())
        try:
            return tuple(int(word) for word in words if word)
        except ValueError:
            raise ValidationError(
                _("Write whole numbers with commas between, such as 6, 12, 24.")
            ) from None


class Words(forms.CharField):
    """Terms of a long list, by name or code with commas between, such as countries."""

    def __init__(self, *, labels: dict[str, str], several: bool, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.labels, self.several = labels, several
        self.codes = {name.casefold(): code for code, name in labels.items()}

    def prepare_value(self, value: Any) -> Any:
        codes = [value] if isinstance(value, str) else value or ()
        names = [self.labels.get(code, code) for code in codes]
        return ("; " if any(re.search("[,،]", name) for name in names) else ", ").join(names)

    def clean(self, value: Any) -> Any:
        words = [
            word for chunk in _split(r"[;؛\n]", super().clean(value)) for word in self._in(chunk)
        ]
        codes = tuple(dict.fromkeys(self._code(word) for word in words))
        if self.several:
            return codes
        if len(codes) > 1:
            raise ValidationError(_("Name one only."))
        return codes[0] if codes else None

    def _in(self, chunk: str) -> list[str]:
        """Names in a text: it may be one that holds a comma itself."""
        return [chunk] if chunk.casefold() in self.codes else _split("[,،]", chunk)

    def _code(self, word: str) -> str:
        if word.upper() in self.labels:
            return word.upper()
        if code := self.codes.get(word.casefold()):
            return code
        near = get_close_matches(word.casefold(), self.codes, n=1)
        if near:
            raise ValidationError(
                _("“%(word)s” is not in the list. Did you mean “%(near)s”?"),
                params={"word": word, "near": self.labels[self.codes[near[0]]]},
            )
        raise ValidationError(
            _("“%(word)s” is not in the list. Write the name as the list has it, or the code."),
            params={"word": word},
        )


def _split(mark: str, text: str) -> list[str]:
    return [word.strip() for word in re.split(mark, text) if word.strip()]


class MoneyWidget(forms.MultiWidget):
    """An amount, and beside it the currency."""

    template_name = "forms/money.html"

    def __init__(self) -> None:
        amount = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        currency = forms.TextInput(attrs={"maxlength": 3, "size": 4, "autocomplete": "off"})
        super().__init__({"amount": amount, "currency": currency})

    def decompress(self, value: Any) -> list[Any]:
        if not isinstance(value, Money):
            return [None, None]
        return [as_shown(value.amount), value.currency]


class MoneyField(forms.MultiValueField):
    """An amount of money; both halves or neither."""

    def __init__(self, **kwargs: Any) -> None:
        fields = (
            Number(min_value=0, max_digits=18, decimal_places=2),
            forms.RegexField(
                r"^[A-Za-z]{3}$",
                error_messages={"invalid": _("A currency is three letters, such as EUR.")},
            ),
        )
        super().__init__(
            fields, widget=MoneyWidget(), required=False, require_all_fields=False, **kwargs
        )

    def clean(self, value: Any) -> Any:
        amount, currency = [str(half or "").strip() for half in [*(value or []), "", ""][:2]]
        if bool(amount) != bool(currency):
            raise ValidationError(_("Give both an amount and a currency, or neither."))
        return super().clean([amount, currency])

    def compress(self, values: list[Any]) -> Any:
        if not values or is_empty(values[0]):
            return None
        return Money(amount=values[0], currency=values[1].upper())
