"""Pydantic's errors in words that the author of a file can act on."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from trueline.language import gettext, gettext_noop, lower_first, ngettext, number

_ = gettext_noop
A_LIST = _("a list (lines that begin with `-`)")
NAMED_FIELDS = _("named fields (`name: value`)")

SURE = 0.75
"""The least likeness of a word of a short list to be proposed: “police” is not “policymakers”."""

_FIRST_WORDS = {
    "string": _("text"),
    "int": _("a whole number"),
    "float": _("a number"),
    "decimal": _("a number"),
    "finite": _("a number"),
    "bool": _("true or false"),
    "date": _("a date such as 2026-03-31"),
    "tuple": A_LIST,
    "list": A_LIST,
    "dict": NAMED_FIELDS,
    "model": NAMED_FIELDS,
}
"""Words for the type that was expected, by the first word of the name that pydantic gives to an error."""

_FORM = _("Names are lower-case letters, digits and hyphens, with dots between the parts.")

Explanation = tuple[str, str]
"""A message and a hint; the hint may be empty."""


def explained(detail: ErrorDetails, name: str, forms: Mapping[str, str]) -> Explanation:
    """Explains what is wrong with the field called `name`, and what to do about it.

    `forms` says in words what a pattern asks for.
    """
    kind, value = detail["type"], detail["input"]
    context = detail.get("ctx", {})
    if value is None and name.endswith("]"):
        return (
            gettext("`{name}` is empty.", name=name),
            gettext("Remove the item, or write something in it."),
        )
    if kind in _EXPLAINED:
        return _EXPLAINED[kind](name, value, context)
    if kind == "string_pattern_mismatch":
        form = forms.get(context.get("pattern", ""), _FORM)
        message = gettext(
            "`{name}` has a form that can't be used: {value}.", name=name, value=described(value)
        )
        return message, gettext(form)
    expected = _FIRST_WORDS.get(kind.split("_")[0])
    if expected:
        return _should_be(gettext(expected), name, value), _advice(kind, value)
    message = gettext(detail["msg"].removeprefix("Value error, "))
    return f"`{name}`: {lower_first(message)}.".replace("..", "."), ""


def _should_be(expected: str, name: str, value: Any) -> str:
    return gettext(
        "`{name}` should be {expected}, but it is {value}.",
        name=name,
        expected=expected,
        value=described(value),
    )


def _advice(kind: str, value: Any) -> str:
    if kind == "string_type" and isinstance(value, bool | int | float):
        return gettext("Put quotes around it.")
    if kind == "decimal_parsing":
        return gettext("Write digits only, with a point for decimals, such as 12500.50.")
    if kind == "date_from_datetime_parsing":
        return gettext("There is no such day.")
    return ""


def _word(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
    words = listed(str(context.get("expected", "")))
    hint = nearest(value, words, at_least=SURE) or one_of(words)
    return gettext("`{name}` can't be {value}.", name=name, value=described(value)), hint


def _bound(words: str, limit: str) -> Callable[[str, Any, Mapping[str, Any]], Explanation]:
    def explain(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
        return _should_be(gettext(words, bound=context.get(limit, "")), name, value), ""

    return explain


def _too_long(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
    most = context.get("max_length", 0)
    message = gettext(
        "`{name}` has {held} characters; {most} is the most.",
        name=name,
        held=number(len(value)),
        most=number(most),
    )
    return message, gettext("Shorten it.")


def _digits(words: str, limit: str) -> Callable[[str, Any, Mapping[str, Any]], Explanation]:
    def explain(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
        most = context.get(limit, 0)
        message = gettext(words, name=name, most=most, value=described(value))
        return message, gettext("Round it.")

    return explain


def _empty(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
    held, least = context.get("actual_length", 0), context.get("min_length", 1)
    if held and least > held:
        message = ngettext(
            "`{name}` has {count} item; {least} is the least.",
            "`{name}` has {count} items; {least} is the least.",
            held,
            name=name,
            least=least,
        )
        return message, gettext("Add what is missing.")
    return gettext("`{name}` is empty.", name=name), gettext("Fill it in, or leave the field out.")


def _characters(name: str, value: Any, context: Mapping[str, Any]) -> Explanation:
    return (
        gettext("`{name}` holds half a character, which can't be stored.", name=name),
        gettext("Type the text again."),
    )


_EXPLAINED: Mapping[str, Callable[[str, Any, Mapping[str, Any]], Explanation]] = {
    "literal_error": _word,
    "enum": _word,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_unicode": _characters,
    "greater_than_equal": _bound(_("{bound} or more"), "ge"),
    "less_than_equal": _bound(_("{bound} or less"), "le"),
    "greater_than": _bound(_("more than {bound}"), "gt"),
    "less_than": _bound(_("less than {bound}"), "lt"),
    "decimal_max_digits": _digits(
        _("`{name}` has more than {most} digits: {value}."), "max_digits"
    ),
    "decimal_max_places": _digits(
        _("`{name}` has more than {most} digits after the point: {value}."), "decimal_places"
    ),
    "decimal_whole_digits": _digits(
        _("`{name}` has more than {most} digits before the point: {value}."), "whole_digits"
    ),
}


def described(value: Any) -> str:
    """A value as a reader of the file would name it, such as “the number 5”."""
    if value is None:
        return gettext("empty")
    if isinstance(value, dict):
        return gettext("named fields")
    if isinstance(value, list | tuple):
        return gettext("a list") if value else gettext("an empty list")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        text = " ".join(value[:80].split())
        return gettext("the text “{text}”", text=text if len(text) <= 40 else text[:37] + "...")
    text = str(value)
    return gettext("the number {number}", number=text if len(text) <= 30 else text[:27] + "...")


def shortened(name: str) -> str:
    """A name as it is quoted in a message: on one line, and not endless."""
    line = " ".join(name[:80].split())
    return line if len(name) <= 60 else f"{line[:57]}..."


def listed(expected: str) -> list[str]:
    """The words of a list such as `'a', 'b' or 'c'`."""
    return [word.strip("'") for word in expected.replace(" or ", ", ").split(", ") if word]


def nearest(word: Any, words: Iterable[str], at_least: float = 0.6) -> str:
    """The word of `words` that was probably meant, as a question, or nothing."""
    plain = {_plain(name): name for name in words}
    near = difflib.get_close_matches(_plain(str(word)[:100]), plain, n=1, cutoff=at_least)
    return gettext("Did you mean `{word}`?", word=plain[near[0]]) if near else ""


def _plain(word: str) -> str:
    return word.lower().replace("_", "-").replace(" ", "-")


def one_of(names: Iterable[str]) -> str:
    """The words that can stand in a place, as a sentence."""
    words = [f"`{word}`" for word in names]
    listed_words = ", ".join(words[:30])
    if not words:
        return ""
    return gettext(
        "It can be one of: {words}.", words=listed_words + (", ..." if words[30:] else "")
    )
