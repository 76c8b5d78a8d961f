"""The register: what is known of each state and instrument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from trueline.toolkit.ratifications.facts import Instrument, Ratification, Status


class Register:
    """Facts by state and instrument. It never changes; `updated` gives a new one.

    Instruments come in the order of the toolkit, then ours. Nothing here counts or sorts states by
    what they lack, and whoever shows them puts them in the order of their names.
    """

    def __init__(self, instruments: Iterable[Instrument], facts: Iterable[Ratification]) -> None:
        self.instruments = tuple(instruments)
        self._by_id = MappingProxyType({each.id: each for each in self.instruments})
        self._facts: Mapping[tuple[str, str], Ratification] = MappingProxyType(
            {(fact.state, fact.instrument): fact for fact in facts}
        )
        self.states = tuple(sorted({state for state, _ in self._facts}))
        """The codes of all states that it has a line of."""

    def __iter__(self) -> Iterator[Ratification]:
        return iter(self._facts.values())

    def __len__(self) -> int:
        return len(self._facts)

    def instrument(self, id: str) -> Instrument:
        """The instrument of that id. Raises KeyError."""
        return self._by_id[id]

    def instruments_named(self, name: str) -> tuple[Instrument, ...]:
        """Instruments that go by a name: an id with or without `legal.`, a short name or a place (5 E1.2).

        The toolkit's `legal.refugees` is two instruments.
        """
        wanted = " ".join(name.split()).casefold()
        return tuple(
            each
            for each in self.instruments
            if wanted in {word.casefold() for word in _names_of(each) if word}
        )

    def of(self, state: str, instrument: str) -> Ratification:
        """What is known: where there is no line on the two, that it is unknown. Raises KeyError."""
        fact = self._facts.get((state, self._by_id[instrument].id))
        return fact or Ratification(state, instrument, Status.UNKNOWN, None, None, None, None)

    def of_state(self, state: str) -> tuple[Ratification, ...]:
        """A fact for each instrument."""
        return tuple(self.of(state, each.id) for each in self.instruments)

    def of_instrument(self, instrument: str) -> tuple[Ratification, ...]:
        """A fact for each state, by code."""
        return tuple(self.of(state, instrument) for state in self.states)

    def updated(self, facts: Iterable[Ratification]) -> Register:
        """The register with these facts in place of what it had on the same states and instruments."""
        return Register(self.instruments, (*self._facts.values(), *facts))


def _names_of(instrument: Instrument) -> Iterator[str]:
    yield from (instrument.id, instrument.id.removeprefix("legal."), instrument.short)
    yield from (instrument.title, instrument.ref, *instrument.also)
    if instrument.indicator:
        yield from (instrument.indicator, instrument.indicator.removeprefix("legal."))
