"""How large a document is, also while others read it."""

from __future__ import annotations

from trueline.design import Design
from trueline.document.size import Size, size_of


class WorkedOutMeanwhile(tuple):
    """A list of a document that somebody else reads while it is counted."""

    of: Design

    def __bool__(self) -> bool:
        self.of.__dict__["worked_out"] = tuple(self) * 9
        return len(self) > 0


def design() -> Design:
    return Design.model_validate(
        {"partners": [{"id": f"p{n}", "title": f"Partner {n}"} for n in range(3)]}
    )


def test_what_others_work_out_meanwhile_neither_counts_nor_disturbs():
    shared = design()
    listed = WorkedOutMeanwhile(shared.partners)
    listed.of = shared
    shared.__dict__["partners"] = listed
    assert size_of(shared) == size_of(shared) == Size(longest_list=3, elements=3)
