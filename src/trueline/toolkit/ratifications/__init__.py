"""The states party to each instrument: a register of dated facts, each with its source.

    >>> register = load_register()
    >>> fact = register.of("NP", "legal.tip-protocol")
    >>> fact.status, fact.day, fact.as_of
    (<Status.PARTY: 'party'>, datetime.date(2020, 6, 16), datetime.date(2022, 11, 4))

What it does not know is `Status.UNKNOWN`, which is neither yes nor no: there is no way to ask whether
a state *is* a party, only which status was known on which day. It is read where it is used, and
nothing else of the toolkit waits for it.
"""

from trueline.toolkit.ratifications.facts import (
    ACTIONS_OF,
    DEPOSITARY,
    Action,
    Confirms,
    Depositary,
    Instrument,
    Moment,
    Ratification,
    Source,
    Status,
    first_day,
    last_day,
    parse_moment,
)
from trueline.toolkit.ratifications.loading import (
    COLUMNS,
    SHOWN_BESIDE,
    known_sources,
    load_register,
)
from trueline.toolkit.ratifications.provisions import KeyProvision, key_provisions
from trueline.toolkit.ratifications.register import Register
from trueline.toolkit.ratifications.states import EUROPEAN_UNION, parse_state

__all__ = [
    "ACTIONS_OF",
    "COLUMNS",
    "DEPOSITARY",
    "EUROPEAN_UNION",
    "SHOWN_BESIDE",
    "Action",
    "Confirms",
    "Depositary",
    "Instrument",
    "KeyProvision",
    "Moment",
    "Ratification",
    "Register",
    "Source",
    "Status",
    "first_day",
    "key_provisions",
    "known_sources",
    "last_day",
    "load_register",
    "parse_moment",
    "parse_state",
]
