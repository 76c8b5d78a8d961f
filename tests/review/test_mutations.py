"""The cases of the rules notice every change to a condition."""

from collections import Counter
from dataclasses import replace
from zlib import crc32

import pytest

from tests.review import mutations
from tests.review.cases import cases_of
from tests.review.equivalent import EQUIVALENT
from tests.review.mutants import mutants_of
from tests.review.mutations import BrokenCases, outcomes, shared
from tests.sampling import IN, is_taken
from trueline.review import all_rules

PARTS = 4 if IN == 1 else 1
"""Workers share the whole run; a sample of it takes less than the cases of which each begins anew."""


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_every_mutant_is_noticed_by_a_case(part: int) -> None:
    def in_this_part(label: str) -> bool:
        return crc32(label.encode()) // IN % PARTS == part and is_taken(label, rarer=4)

    found = list(outcomes(keep=in_this_part))
    missed = [o for o in found if not o.noticed and not o.is_equivalent]
    assert missed == []
    assert len(found) > 1500 / IN
    excused = {(module, label) for module, label in EQUIVALENT if in_this_part(label)}
    unneeded = excused - {(o.module, o.label) for o in found if not o.noticed}
    assert not unneeded, "these are noticed, or there no longer"


def test_a_case_that_does_not_hold_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each mutant would be noticed by it, and the run look perfect."""
    rule = all_rules()["dates.ends-before-it-starts"]
    wrong = replace(cases_of(rule)[0], name="a wrong one", expected={"at": ["nowhere"]})
    monkeypatch.setattr(mutations, "cases_of", lambda each: (wrong,) if each is rule else ())
    with pytest.raises(BrokenCases, match=r"dates\.ends-before-it-starts: a wrong one"):
        next(outcomes("dates"))
    assert mutations.main("dates") == 2


def test_what_rules_share_is_changed_too() -> None:
    names = {module.__name__.rpartition(".")[2] for module in shared()}
    assert {
        "missing_fields",
        "actors",
        "beliefs",
        "category_guess",
        "shares",
        "_empty_texts",
    } <= names


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("x = a > 1", 4),
        ("x = a == b", 1),
        ("x = a and not b", 4),
        ("x = a or ''", 2),
        ("x = [i for i in y if i]", 1),
        ("def f():\n    'doc'\n    for i in y:\n        continue", 1),
        ("def f():\n    if a:\n        return\n    return 'b'", 4),
        ("x = any(y)", 1),
        ("x = {'a': 1}", 4),
        ("x = a & b", 1),
        ("if TYPE_CHECKING:\n    from a import B\nx = a == b", 1),
        ("A = Literal['a', 'b']\nx = a == b", 1),
        ("Observation(message='a' if b else 'c', path='p')", 1),
    ],
)
def test_what_is_changed(source: str, kinds: int) -> None:
    mutants = list(mutants_of(source))
    assert len(mutants) == kinds
    assert Counter(m.label for m in mutants).most_common(1)[0][1] == 1
    for mutant in mutants:
        compile(mutant.tree, "mutant", "exec")
