"""One value of a backup's row, as its field wants it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

KINDS: tuple[tuple[type[models.Field], type, str], ...] = (
    (models.BooleanField, bool, "true or false"),
    (models.IntegerField, int, "a whole number"),
)
"""What stands as itself in a row; everything else is a text."""

YEARS = range(1970, 3000)
"""Far enough from the ends of all calendars to reckon with days and zones."""


class Unfit(Exception):
    """A value that its field can't hold. The message names the field."""


def value_of(field: models.Field, raw: Any) -> Any:
    """The value to save. Raises Unfit."""
    if raw is None:
        if not field.null:
            raise Unfit(f"`{field.attname}` is empty, which it can't be")
        return None
    if isinstance(field, models.JSONField):
        _refuse_broken_text(field, raw)
        if type(raw) is not (type(field.get_default()) if field.has_default() else dict):
            raise Unfit(f"`{field.attname}` should hold other than {_shown(raw)}")
        return raw
    own = getattr(field, "target_field", field)
    _refuse_other_type(field, own, raw)
    return _converted(field, own, raw)


def _refuse_other_type(field: models.Field, own: models.Field, raw: Any) -> None:
    expected, words = next(
        ((kind, words) for sort, kind, words in KINDS if isinstance(own, sort)), (str, "a text")
    )
    if type(raw) is not expected:
        raise Unfit(f"`{field.attname}` should be {words}, but it is {_shown(raw)}")
    _refuse_broken_text(field, raw)


def _converted(field: models.Field, own: models.Field, raw: Any) -> Any:
    try:
        value = own.to_python(raw)
        own.run_validators(value)
    except ValidationError as error:
        raise Unfit(f"`{field.attname}` can't be {_shown(raw)}: {error.messages[0]}") from error
    except (ValueError, OverflowError) as error:
        raise Unfit(f"`{field.attname}` can't be {_shown(raw)}") from error
    if isinstance(own, models.EmailField) and not value:
        raise Unfit(f"`{field.attname}` is empty, which it can't be")
    if isinstance(value, datetime):
        _refuse_odd_time(field, value)
    if isinstance(own, models.BinaryField) and b64encode(value).decode() != raw:
        raise Unfit(f"`{field.attname}` is damaged")
    if own.choices and value not in dict(own.flatchoices) and not (own.blank and value == ""):
        known = ", ".join(str(key) for key in dict(own.flatchoices))
        raise Unfit(f"`{field.attname}` can't be {_shown(raw)}, but one of {known}")
    return value


def _refuse_odd_time(field: models.Field, value: datetime) -> None:
    if value.tzinfo is None:
        raise Unfit(f"`{field.attname}` has no time zone: {value}")
    if value.year not in YEARS:
        raise Unfit(f"`{field.attname}` is a time at which there was no Trueline: {value}")


def _refuse_broken_text(field: models.Field, raw: Any) -> None:
    """Raises Unfit for signs that a database refuses: NUL, and halves of a sign."""
    try:
        broken = b"\0" in "".join(_texts(raw)).encode()
    except UnicodeEncodeError:
        broken = True
    if broken:
        raise Unfit(f"`{field.attname}` holds a sign that no text has")


def _texts(raw: Any) -> Iterator[str]:
    waiting = [raw]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting += [*one, *one.values()]
        elif isinstance(one, list):
            waiting += one


def _shown(raw: Any) -> str:
    text = repr(raw)
    return text if len(text) <= 60 else f"{text[:60]}…"
