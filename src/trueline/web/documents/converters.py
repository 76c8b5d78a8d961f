"""Kinds of document in addresses: `/designs/` lists what is of the kind `design`."""

from __future__ import annotations

from django.urls import register_converter

from trueline.document import kind_named


class KindConverter:
    """The plural of a kind's name, for the name."""

    regex = "[a-z]+s"

    def to_python(self, value: str) -> str:
        """Raises ValueError where there is no such kind; the address then leads nowhere."""
        try:
            return kind_named(value.removesuffix("s")).name
        except KeyError:
            raise ValueError(value) from None

    def to_url(self, value: str) -> str:
        return f"{value}s"


register_converter(KindConverter, "kind")
