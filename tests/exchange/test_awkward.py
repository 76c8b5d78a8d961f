"""A sample of the awkward workbooks; all of them are `make awkward`."""

import pytest

from tests.exchange.awkward import read


@pytest.mark.parametrize("seed", range(12))
def test_it_is_read_or_refused_and_every_cell_accounted_for(seed):
    read(seed)
