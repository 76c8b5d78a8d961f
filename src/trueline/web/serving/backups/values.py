"""One value of a backup's row, as its field wants it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from trueline.language import gettext, gettext_noop

KINDS: tuple[tuple[type[models.Field], type, str], ...] = (
    (models.BooleanField, bool, gettext_noop("true or false")),
    (models.IntegerField, int, gettext_noop("a whole number")),
)
"""Types that stand as themselves in a row; everything else is a text."""

YEARS = range(1970, 3000)
"""Far enough from the ends of all calendars to reckon with days and zones."""


class Unfit(Exception):
    """A value that its field can't hold. The message names the field."""


def value_of(field: models.Field, raw: Any) -> Any:
    """The value to save. Raises Unfit."""
    if raw is None:
        if not field.null:
            raise Unfit(gettext("`{field}` is empty, which it can't be", field=field.attname))
        return None
    if isinstance(field, models.JSONField):
        _refuse_broken_text(field, raw)
        if type(raw) is not (type(field.get_default()) if field.has_default() else dict):
            raise Unfit(
                gettext(
                    "`{field}` should hold other than {value}",
                    field=field.attname,
                    value=_shortened(raw),
                )
            )
        return raw
    own = getattr(field, "target_field", field)
    _refuse_other_type(field, own, raw)
    return _converted(field, own, raw)


def whole_numbers_of(field: models.Field) -> range:
    """The numbers that a field holds without more being asked of them; none where more is."""
    own = getattr(field, "target_field", field)
    if not isinstance(own, models.IntegerField) or own.choices:
        return range(0)
    bounds: dict[type, int] = {}
    for validator in own.validators:
        if type(validator) not in (MinValueValidator, MaxValueValidator):
            return range(0)
        bounds[type(validator)] = validator.limit_value
    if len(bounds) != len(own.validators) or len(bounds) != 2:
        return range(0)
    return range(bounds[MinValueValidator], bounds[MaxValueValidator] + 1)


def _refuse_other_type(field: models.Field, own: models.Field, raw: Any) -> None:
    expected, words = _expected_of(type(own))  # type: ignore[arg-type] # a type has a hash
    if type(raw) is not expected:
        raise Unfit(
            gettext(
                "`{field}` should be {words}, but it is {value}",
                field=field.attname,
                words=gettext(words),
                value=_shortened(raw),
            )
        )
    _refuse_broken_text(field, raw)


@cache
def _expected_of(sort: type) -> tuple[type, str]:
    """The type of a sort of field's values in a row, and its name in words."""
    return next(
        ((kind, words) for base, kind, words in KINDS if issubclass(sort, base)),
        (str, gettext_noop("a text")),
    )


def _converted(field: models.Field, own: models.Field, raw: Any) -> Any:
    try:
        value = own.to_python(raw)
        own.run_validators(value)
    except ValidationError as error:
        raise Unfit(
            gettext(
                "`{field}` can't be {value}: {reason}",
                field=field.attname,
                value=_shortened(raw),
                reason=error.messages[0],
            )
        ) from error
    except (ValueError, OverflowError) as error:
        raise Unfit(
            gettext("`{field}` can't be {value}", field=field.attname, value=_shortened(raw))
        ) from error
    if isinstance(own, models.EmailField) and not value:
        raise Unfit(gettext("`{field}` is empty, which it can't be", field=field.attname))
    if isinstance(value, datetime):
        _refuse_odd_time(field, value)
    if isinstance(own, models.BinaryField) and b64encode(value).decode() != raw:
        raise Unfit(gettext("`{field}` is damaged", field=field.attname))
    if own.choices and value not in dict(own.flatchoices) and not (own.blank and value == ""):
        choices = ", ".join(str(key) for key in dict(own.flatchoices))
        raise Unfit(
            gettext(
                "`{field}` can't be {value}, but one of {known}",
                field=field.attname,
                value=_shortened(raw),
                known=choices,
            )
        )
    return value


def _refuse_odd_time(field: models.Field, value: datetime) -> None:
    if value.tzinfo is None:
        raise Unfit(
            gettext("`{field}` has no time zone: {value}", field=field.attname, value=value)
        )
    if value.year not in YEARS:
        raise Unfit(
            gettext(
                "`{field}` is a time at which there was no Trueline: {value}",
                field=field.attname,
                value=value,
            )
        )


def _refuse_broken_text(field: models.Field, raw: Any) -> None:
    """Raises Unfit for signs that a database refuses: NUL, and halves of a sign."""
    if isinstance(raw, int):  # true and false are such, too
        return
    text = raw if isinstance(raw, str) else "".join(_texts(raw))
    try:
        broken = "\0" in text or not (text.isascii() or text.encode())
    except UnicodeEncodeError:
        broken = True
    if broken:
        raise Unfit(gettext("`{field}` holds a sign that no text has", field=field.attname))


def _texts(raw: Any) -> Iterator[str]:
    waiting = [raw]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting += [*value, *value.values()]
        elif isinstance(value, list):
            waiting += value


def _shortened(raw: Any) -> str:
    text = repr(raw)
    return text if len(text) <= 60 else f"{text[:60]}…"
