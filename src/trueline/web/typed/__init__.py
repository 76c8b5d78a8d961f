"""Fields whose text is read by the parsers of `language`: echoed as understood, asked where unclear.

Numbers, days, sums of money and countries go through these on every form.
"""

from trueline.web.typed.countries import CountriesField, CountryField
from trueline.web.typed.days import DayField
from trueline.web.typed.field import ReadField
from trueline.web.typed.money import MoneyField
from trueline.web.typed.numbers import NumberField, NumbersField, WholeNumberField, as_shown

__all__ = [
    "CountriesField",
    "CountryField",
    "DayField",
    "MoneyField",
    "NumberField",
    "NumbersField",
    "ReadField",
    "WholeNumberField",
    "as_shown",
]
