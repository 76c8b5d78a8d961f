"""Lines of a budget, and sums of several currencies."""

from decimal import Decimal

from trueline.design import parse_design
from trueline.document import BudgetLine, Money, document_to_yaml
from trueline.document.budget import totals

LINES = """\
budget_lines:
  - id: staff
    title: Salaries
    year: 2027
    amount: {amount: 250000.500, currency: TND}
    funder: Ministry of Labour
activities:
  - id: a
    kind: other
    budget_lines:
      - {id: rent, title: Rent, amount: {amount: 900, currency: EUR}}
"""


def test_lines_come_back_from_a_file_with_all_their_decimals() -> None:
    design = parse_design(LINES).document
    assert design.budget_lines[0].amount == Money(amount=Decimal("250000.5"), currency="TND")
    assert design.activities[0].budget_lines[0].title == "Rent"
    assert parse_design(document_to_yaml(design)).document == design


def test_each_currency_is_added_up_apart() -> None:
    euros, dinars = Money(amount=2, currency="EUR"), Money(amount=3, currency="TND")
    assert totals([euros, None, dinars, euros]) == {"EUR": 4, "TND": 3}
    assert totals([]) == {}


def test_a_line_is_known_by_what_it_pays_for() -> None:
    assert BudgetLine(id="l", title="Rent").name == "Rent"
