"""Small counts of people, and whether a reader with a pencil can work them out."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from trueline.measures.suppression import Disclosure, Sum, disclose

TOTAL = [Sum("all", ("women", "men"))]


def of(shown: dict) -> dict:
    return {key: how.value for key, how in shown.items()}


def test_a_small_count_alone():
    counts = {"one": 1, "ten": 10, "eleven": 11, "none": 0}
    assert of(disclose(counts, [])) == {
        "one": "small",
        "ten": "small",
        "eleven": "as-it-is",
        "none": "as-it-is",
    }


def test_subtraction_does_not_give_it_away():
    shown = disclose({"all": 45, "women": 40, "men": 5}, TOTAL)
    assert shown["men"] is Disclosure.SMALL
    assert Disclosure.HELD_BACK in (shown["women"], shown["all"])


def test_two_at_their_limit_give_each_other_away():
    """Two counts below eleven that make 20 are ten each."""
    shown = disclose({"all": 20, "women": 10, "men": 10}, TOTAL)
    assert shown["all"] is Disclosure.HELD_BACK


def test_the_smallest_of_the_others_is_held_back():
    counts = {"all": 150, "a": 5, "b": 100, "c": 45}
    shown = disclose(counts, [Sum("all", ("a", "b", "c"))])
    assert of(shown) == {"all": "as-it-is", "a": "small", "b": "as-it-is", "c": "held-back"}


def test_large_counts_are_all_shown():
    assert set(disclose({"all": 50, "women": 20, "men": 30}, TOTAL).values()) == {
        Disclosure.AS_IT_IS
    }


def test_a_small_total_of_ones_does_not_say_so():
    """Ten groups of at least one person, below eleven in all, would be one person each."""
    counts = dict.fromkeys(range(10), 1) | {"all": 10}
    shown = disclose(counts, [Sum("all", tuple(range(10)))])
    assert shown["all"] is Disclosure.HELD_BACK
    assert {shown[group] for group in range(10)} == {Disclosure.SMALL}


def test_a_sum_that_is_not_published_gives_nothing_away():
    assert of(disclose({"women": 40, "men": 5}, TOTAL)) == {"women": "as-it-is", "men": "small"}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(0, 6), min_size=2, max_size=2), min_size=2, max_size=3))
def test_no_small_count_of_a_table_with_totals_can_be_worked_out(rows):
    """Checked by trying every table that fits what is shown, with a threshold of 4."""
    counts = {(i, j): value for i, row in enumerate(rows) for j, value in enumerate(row)}
    cells = list(counts)
    counts |= {(i, "all"): sum(row) for i, row in enumerate(rows)}
    counts |= {("all", j): sum(row[j] for row in rows) for j in (0, 1)}
    sums = [Sum((i, "all"), ((i, 0), (i, 1))) for i in range(len(rows))]
    sums += [Sum(("all", j), tuple((i, j) for i in range(len(rows)))) for j in (0, 1)]
    shown = disclose(counts, sums, threshold=4)
    assert not any(shown[key] is Disclosure.AS_IT_IS for key in counts if 0 < counts[key] < 4)

    def possible(key) -> range | list[int]:
        match shown[key]:
            case Disclosure.AS_IT_IS:
                return [counts[key]]
            case Disclosure.SMALL:
                return range(1, 4)
            case Disclosure.HELD_BACK:
                return range(8)

    fitting = [
        table
        for guess in product(*map(possible, cells))
        if (table := dict(zip(cells, guess, strict=True)))
        and all(
            shown[each.whole] is Disclosure.HELD_BACK
            or sum(table[part] for part in each.parts) in possible(each.whole)
            for each in sums
        )
    ]
    for small in (key for key in cells if shown[key] is Disclosure.SMALL):
        assert len({table[small] for table in fitting}) > 1
