"""Whatever removes something offers to undo it in the message that says so, or stands here with its reason.

A new address or button that removes joins by its name, and fails until it is found in one of the tables.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from web_addresses import ADDRESSES

from tests.docs.test_accessibility import names_in
from trueline import web

REMOVES = re.compile(
    r"remove|delete|withdraw|take-back|end[-_]|release|leave|(?<!un)archive|retire|discard|revoke"
)
TEMPLATES = Path(web.__file__).parent / "templates"
BUTTON = re.compile(
    r'<button[^>]*\b(?:name|value)="(?:remove|withdraw|delete|end|archive|leave)"', re.DOTALL
)

UNDONE = {
    "appraisals:remove-condition": "web/appraisals/test_accepting.py::test_a_condition_that_was_taken_out_comes_back_by_the_button_of_its_message",
    "workspace:remove": "web/documents/test_history.py::test_a_removal_is_undone_from_its_message_and_later_saves_stay",
    "documents:archive": "web/documents/test_archiving.py::test_an_archived_design_leaves_the_list_and_comes_back",
    "documents:remove-filter": "web/documents/test_portfolio.py::test_a_view_is_kept_by_name_and_forgotten",
    "comments:remove": "web/comments/test_comments.py::test_a_removed_comment_comes_back_by_undo_to_whoever_removed_it",
    "monitoring:remove-test": "web/monitoring/test_test_results.py::test_totals_are_kept_and_told",
    "monitoring:end-assignment": "web/monitoring/test_partners.py::test_owners_add_sites_and_assign_on_pages",
    "monitoring:evidence-remove": "web/monitoring/test_evidence.py::test_what_was_taken_away_comes_back_by_its_message_while_it_may",
    "monitoring:report-evidence-remove": "web/monitoring/test_partners.py::test_a_partner_takes_evidence_back_while_the_figure_is_theirs",
    "legals:remove-facts": "web/legals/test_own_facts.py::test_facts_are_taken_out_again",
}
"""Addresses whose message offers it, and the test that holds it."""

UNDONE_BY_BUTTON = {
    "monitoring/site.html": UNDONE["monitoring:end-assignment"],
    "monitoring/enter_feedback.html": "web/monitoring/test_feedback.py::test_one_entered_by_mistake_is_removed_unless_it_changed",
}
"""The same for a button of a form, by its template."""

RIGHTS = "Who could get in by it gets in by it no more; a new one is made in its place."
ASKED = "A page asks first, says what goes with it, and offers all of it as a file before."
FOR_GOOD = {
    "accounts:delete_account": ASKED,
    "accounts:delete_organisation": ASKED,
    "documents:delete": "Only what was archived is deleted, after a page that asks once more.",
    "appraisals:delete": "Proposals are others’; what they sent is gone when we say so, after a page that asks.",
    "accounts:remove_member": RIGHTS,
    "accounts:leave": RIGHTS,
    "accounts:end_session": RIGHTS,
    "accounts:withdraw_invitation": RIGHTS,
    "sharing:withdraw": RIGHTS,
    "plans/links.html": RIGHTS,
    "monitoring/feed.html": RIGHTS,
    "appraisals:release": "What somebody wrote and did not hand in is theirs, and kept by nobody else.",
    "appraisals/application.html": "Documents of applicants are gone when we say so; until the deadline they are sent again.",
    "documents:submission-withdraw": "Nothing goes: it stays in the list as withdrawn, and the version is submitted again.",
    "monitoring:report-take-back": "Nothing goes: the figure is a draft again, and submitted again by one press.",
    "monitoring:report-withdraw": "Nothing goes: what was proposed stays in the history of the figure.",
    "plans:end-round": "Nothing goes: the round is opened again by the button that stands in its place.",
}
"""What has no undo, and why."""


def test_every_address_that_removes_offers_to_undo_it_or_says_why_not():
    removing = {name for name in ADDRESSES if REMOVES.search(name.partition(":")[2] or name)}
    assert removing == {name for name in {*UNDONE, *FOR_GOOD} if ":" in name}


def test_every_button_that_removes_offers_to_undo_it_or_says_why_not():
    with_button = {
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*.html")
        if BUTTON.search(path.read_text("utf-8"))
    }
    assert with_button == {*UNDONE_BY_BUTTON, *(name for name in FOR_GOOD if "/" in name)}


@pytest.mark.parametrize("named", sorted({*UNDONE.values(), *UNDONE_BY_BUTTON.values()}))
def test_each_is_held_by_a_test_that_is_there(named):
    path, _, name = named.partition("::")
    assert name in names_in(path)
