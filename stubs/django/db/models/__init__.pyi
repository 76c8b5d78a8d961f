"""Types the choices of fields, which are passed around as values; the rest of Django stays untyped.

Django itself brings no types. Add a class here when the checks need to know what one of Django's holds.
"""

from enum import Enum, EnumMeta
from typing import Any

class ChoicesType(EnumMeta):
    @property
    def choices(cls) -> list[tuple[str, str]]: ...
    @property
    def labels(cls) -> list[str]: ...
    @property
    def values(cls) -> list[str]: ...

class TextChoices(str, Enum, metaclass=ChoicesType):  # type: ignore[misc] # noqa: UP042
    @property
    def label(self) -> str: ...
    @property
    def value(self) -> str: ...

def __getattr__(name: str) -> Any: ...
