"""Numbers, money, dates and countries as people write them, read without guessing.

    >>> parse_number("1,25,00,000").value
    Decimal('12500000')
    >>> parse_number("6.000").readings
    (Decimal('6000'), Decimal('6.000'))
    >>> parse_money("TND 250,000.500").value
    Sum(amount=Decimal('250000.500'), currency='TND')
    >>> parse_date("3/4/2027").is_ambiguous
    True

Each returns what a text can mean: nothing, one thing, or several, among which a person chooses.
What is known beforehand (the sign for decimals in a column, the currency of a programme, the order
of a date) is passed in and rules readings out.
"""

from trueline.language.parsing.country import countries_beginning, country_codes, parse_country
from trueline.language.parsing.country_mentions import count_country_mentions
from trueline.language.parsing.date import DateOrder, Span, parse_date
from trueline.language.parsing.money import Sum, currencies, currency_decimals, parse_money
from trueline.language.parsing.number import DecimalSign, decimal_sign_of, parse_number
from trueline.language.parsing.parsed import Parsed

__all__ = [
    "DateOrder",
    "DecimalSign",
    "Parsed",
    "Span",
    "Sum",
    "count_country_mentions",
    "countries_beginning",
    "country_codes",
    "currencies",
    "currency_decimals",
    "decimal_sign_of",
    "parse_country",
    "parse_date",
    "parse_money",
    "parse_number",
]
