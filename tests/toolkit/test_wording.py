"""What is put into words out of what the pack says in codes."""

from trueline.toolkit import load_toolkit
from trueline.toolkit.wording import proxies_of, proxy_lead, proxy_of

TOOLKIT = load_toolkit()
BY_REF = {category.ref: category for category in TOOLKIT.categories()}


def test_several_categories_share_one_sentence_on_all_that_they_cannot_stand_in_for():
    said = proxies_of((BY_REF["8 E1"], BY_REF["8 E2"], BY_REF["8 E1"]))
    assert said.count(proxy_lead()) == 1
    for ref in ("8 E1", "8 E2"):
        assert said.count(BY_REF[ref].cannot_stand_in_for.rstrip(".")) == 1


def test_what_may_stand_in_under_a_condition_keeps_its_own_sentence():
    said = proxies_of((BY_REF["3 E5"], BY_REF["3 E3"]))
    assert said == f"{proxy_of(BY_REF['3 E3'])} {proxy_of(BY_REF['3 E5'])}"


def test_no_category_says_nothing():
    assert proxies_of(()) == ""
