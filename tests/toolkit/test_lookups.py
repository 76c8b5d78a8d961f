"""Each kind of entry is looked up by a method that gives its type."""

import pytest

from trueline.toolkit import load_toolkit

KINDS = {
    "lessons": "lesson",
    "questions": "question",
    "categories": "category",
    "indicators": "indicator",
    "evidence": "footnote",
    "guides": "guide",
    "topics": "topic",
    "resources": "resource",
    "vocabularies": "vocabulary",
}


@pytest.mark.parametrize(("many", "one"), KINDS.items())
def test_each_entry_is_found_by_its_id(many, one):
    toolkit = load_toolkit()
    listed = getattr(toolkit, many)
    entries = listed() if callable(listed) else listed
    assert entries
    assert all(getattr(toolkit, one)(entry.id) is entry for entry in entries)


@pytest.mark.parametrize("one", sorted({*KINDS.values()} - {"lesson"}))
def test_an_entry_of_another_kind_is_not_given(one):
    toolkit = load_toolkit()
    id = toolkit.lessons()[0].id
    with pytest.raises(KeyError):
        getattr(toolkit, one)(id)


def test_a_name_that_is_not_there():
    with pytest.raises(KeyError):
        load_toolkit().question("justice.nothing")
