"""How messages name several elements."""

import pytest

from trueline.design import Partner
from trueline.review.wording import names_of


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "“1”"),
        (3, "“1”, “2” and “3”"),
        (4, "“1”, “2”, “3” and 1 more"),
        (9, "“1”, “2”, “3” and 6 more"),
    ],
)
def test_names_of_several(count: int, said: str) -> None:
    assert names_of([Partner(id=f"p{n}", title=str(n)) for n in range(1, count + 1)]) == said
