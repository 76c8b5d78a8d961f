"""How much of everything Trueline takes: all limits in one place, with what to do beyond them.

They lie well above what real programmes hold: the largest plans that were read have about a thousand
activities. What is over a limit already, from before there was one, opens, reads and exports, and can
only shrink. docs/generated/limits.md is made of this.
"""

from __future__ import annotations

from dataclasses import dataclass

from trueline.language import gettext, number
from trueline.language.translating import gettext_noop as _


class OverLimit(Exception):
    """Something would grow over its limit; nothing was saved. The message says what, and what helps."""


@dataclass(frozen=True)
class Limit:
    """`most` of `what` there may be, and `instead`, what helps beyond."""

    most: int
    what: str
    instead: str

    def check(self, count: int, *, before: int | None = None) -> None:
        """Raises OverLimit, unless it was as many `before` and can only have shrunk since."""
        if count > self.most and (before is None or count > before):
            raise OverLimit(f"{self.sentence(count)} {gettext(self.instead)}")

    def sentence(self, count: int) -> str:
        """How many there are, and how many there may be."""
        return gettext(
            "{what}: {count}. The limit is {most}.",
            what=gettext(self.what),
            count=number(count),
            most=number(self.most),
        )


_DIVIDE = _("Divide it into several, such as one for each component or country.")

LIST_ELEMENTS = Limit(6_000, _("Elements of one list"), _DIVIDE)
DOCUMENT_ELEMENTS = Limit(15_000, _("Elements of a document"), _DIVIDE)
TEXT_LETTERS = Limit(
    20_000,
    _("Letters of one text"),
    _("Keep the long text in a file of its own, and name it here."),
)
DOCUMENT_LETTERS = Limit(3_000_000, _("Letters of a whole document"), _DIVIDE)

GUEST_COMMENTS = Limit(
    200,
    _("Comments of a guest by one link"),
    _("Make the guest another link, or invite them as a member."),
)

FILE_BYTES = Limit(5_000_000, _("Bytes of a file"), _("Save what is needed alone in a new file."))
FILE_SHEETS = Limit(100, _("Sheets and tables of a file"), _("Save the one that matters alone."))
FILE_ROWS = Limit(
    4_000, _("Rows of a file's tables"), _("Divide the file, and begin one with each.")
)
FILE_CELLS = Limit(
    40_000, _("Filled cells of a file"), _("Divide the file, and begin one with each.")
)

MEMBERS = Limit(
    2_000,
    _("Members and open invitations of an organisation"),
    _("Withdraw invitations that nobody takes up, or make an organisation for each office."),
)
OPEN_LINKS = Limit(
    100, _("Open links to a document"), _("Withdraw links that nobody needs any more.")
)
ROUNDS = Limit(
    60, _("Rounds of progress of a plan"), _("Ask less often, or begin a copy of the plan.")
)
OWN_FACTS = Limit(
    5_000,
    _("Facts of an organisation’s own on ratifications"),
    _("Keep those alone that say something else than the register."),
)
COMMENTS = Limit(
    5_000, _("Comments on a document"), _("Take long discussions elsewhere, and note the outcome.")
)
COMMENT_LETTERS = Limit(5_000, _("Letters of a comment"), _("Write it as two comments."))
REASON_LETTERS = Limit(
    2_000,
    _("Letters of a reason for a correction"),
    _("Keep what matters, and the rest in the note."),
)
ATTACHMENTS = Limit(
    20_000,
    _("Files that people attached, of an organisation"),
    _("Delete rounds that are long over, once their download is kept."),
)
APPRAISAL_ROUNDS = Limit(
    500, _("Appraisal rounds of an organisation"), _("Delete rounds that are long over.")
)
PROPOSALS = Limit(
    1_000, _("Proposals of a round"), _("Divide the call into several, each with its own round.")
)
PROPOSAL_FILES = Limit(10, _("Files of a proposal"), _("Put several documents into one."))
ROUND_QUESTIONS = Limit(
    120, _("Questions of a round"), _("Leave out what no decision will rest on.")
)
ASSESSORS = Limit(
    200, _("Assessors of a round"), _("Divide the call into several, each with its own round.")
)
OWN_MARKS = Limit(
    50, _("Passages that somebody marked for one question"), _("Keep those that carry the answer.")
)
REMARKS = Limit(
    2_000, _("Remarks of a panel on one proposal"), _("Note the outcome as the panel’s answer.")
)
CLARIFICATIONS = Limit(
    100, _("Requests for clarification on one proposal"), _("Ask several things in one request.")
)
CONDITIONS = Limit(60, _("Conditions of a decision"), _("Join those that are met together."))

FILES_UNDER_WAY = Limit(
    8, _("Files that are being made for one person or link"), _("Wait for one of them.")
)
PAGE_PICTURES = Limit(
    100, _("Pages of proposals that are kept as pictures"), _("Open a page again to have it drawn.")
)
FILES_OF_ORGANISATION = Limit(
    40, _("Files that are being made for one organisation"), _("Wait for some of them.")
)
FILES_OF_NETWORK = Limit(
    8,
    _("Files that are being made for visitors of one network who have no account"),
    _("Wait for one of them."),
)
REPORTING_SITES = Limit(
    200, _("Sites of a programme that report"), _("Close sites that no longer report.")
)
ASSIGNMENTS = Limit(
    500, _("Assignments of a programme’s figures"), _("End those that nobody needs any more.")
)
COLUMN_MAPPINGS = Limit(
    100,
    _("Workbooks of a programme whose columns are remembered"),
    _("The one that was used longest ago is forgotten."),
)
TEST_RESULTS = Limit(
    1_000, _("Tests before and after of a programme"), _("Remove those of which nobody asks.")
)
SERVICE_CHANGES = Limit(
    2_000,
    _("Requests in the register of a programme"),
    _("Put requests together that ask for the same."),
)
EVIDENCE_OF_FIGURE = Limit(
    10, _("Evidence files beside one figure"), _("Put several pages into one PDF.")
)
EVIDENCE_BYTES = Limit(
    300_000_000,
    _("Bytes of the evidence files of a programme"),
    _("Keep large files where your organisation keeps its records, and name them in the note."),
)


def every() -> dict[str, Limit]:
    """All limits by name, in the order in which they stand here."""
    return {name: value for name, value in globals().items() if isinstance(value, Limit)}
