"""The letter that tells an applicant what was decided: begun from the reasons, finished by a person."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_tasks import task

from trueline.reports.exports.export import DOCX, PDF
from trueline.reports.layout.blocks import Document, Facts, Points, Prose, Section
from trueline.web.appraisals.models import Decision, Proposal
from trueline.web.appraisals.panel import Line
from trueline.web.documents.filenames import file_name
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest

KINDS = {"letter.docx": DOCX, "letter.pdf": PDF}


def beginning(proposal: Proposal, outcome: str, lines: list[Line]) -> str:
    """A letter to begin with: what was decided, and for which questions what is still wanting.

    Of what assessors wrote, only what they addressed to the applicant is in it, and no name.
    """
    opening = {
        Decision.Outcome.FUND: _("We are glad to tell you that we will fund this proposal."),
        Decision.Outcome.CONDITIONS: _(
            "We are glad to tell you that we will fund this proposal, on the conditions listed below."
        ),
        Decision.Outcome.REVISE: _(
            "We can’t decide on this proposal yet, and ask you to send a revised one."
        ),
        Decision.Outcome.DECLINE: _(
            "We are sorry to tell you that we will not fund this proposal."
        ),
    }[Decision.Outcome(outcome)]
    title = _("Thank you for your proposal “%(title)s” (%(receipt)s).") % {
        "title": proposal.title,
        "receipt": proposal.receipt,
    }
    strong = [line for line in lines if _verdict(line) == "addressed"]
    gaps = [line for line in lines if _verdict(line) in ("partly", "absent")]
    parts = [_("Dear %(name)s,") % {"name": proposal.contact or proposal.applicant}, title, opening]
    if strong:
        parts += [
            _("The panel found that the proposal addresses these questions well:"),
            _list(strong),
        ]
    if gaps:
        parts += [_("The panel found gaps in these questions:"), _list(gaps)]
    return "\n\n".join(parts)


def _verdict(line: Line) -> str:
    return line.outcome.verdict if line.outcome else ""


def _list(lines: list[Line]) -> str:
    return "\n".join(f"– {_in_words(line)}" for line in lines)


def _in_words(line: Line) -> str:
    outcome = line.outcome
    words = line.question.text
    if outcome and outcome.remedy:
        words = _("%(question)s (what would help: %(remedy)s)") % {
            "question": words,
            "remedy": outcome.get_remedy_display(),
        }
    comments = [each.answer.to_applicant for each in line.answers if each.answer.to_applicant]
    comment = " ".join(dict.fromkeys(comments))
    return f"{words} {comment}" if comment else words


def letter(decision: Decision) -> Document:
    """The letter as a document to print or to write on."""
    proposal = decision.proposal
    conditions = tuple(
        _("%(text)s (by %(day)s)") % {"text": each.text.rstrip(" ."), "day": date_format(each.due)}
        if each.due
        else each.text
        for each in decision.conditions.all()
    )
    day = timezone.localdate(decision.issued or decision.decided, timezone=proposal.round.zone)
    facts = (
        (_("Date"), date_format(day)),
        (_("Call"), proposal.round.title),
        (_("Proposal"), f"{proposal.title} ({proposal.receipt})"),
        (_("Applicant"), proposal.applicant),
        (_("Decision"), str(Decision.Outcome(decision.outcome).label)),
    )
    blocks: list[Any] = [Facts(facts), Prose(decision.letter)]
    if conditions:
        blocks.append(Points(conditions, title=_("Conditions")))
    blocks += [Prose(_("Kind regards,")), Prose(str(proposal.round.organisation))]
    return Document(
        title=_("Decision on your proposal"),
        running=str(proposal.round.organisation),
        kind=_("Letter"),
        sections=(Section(_("Decision on your proposal"), tuple(blocks)),),
        contents=False,
        on=day,
    )


def ask_for_letter(decision: Decision, name: str, *, owner: str, asker: Asker) -> FileRequest:
    """Have the letter made as a file, as it is now. Raises TooMany."""
    conditions = [[each.text, str(each.due)] for each in decision.conditions.all()]
    return ask_for(
        make_letter,
        arguments={
            "decision": decision.pk,
            "name": name,
            "state": [decision.decided.isoformat(), str(decision.issued), *map(str, conditions)],
        },
        owner=owner,
        asker=asker,
        name=file_name(decision.proposal.title, name),
        media_type=KINDS[name],
    )


@task()
def make_letter(file_id: str) -> None:
    make(file_id, _content)


def _content(*, decision: int, name: str, state: list[str]) -> bytes:
    from trueline.reports.layout.pdf import pdf_file
    from trueline.reports.layout.word_file import word_file

    decided = Decision.objects.select_related("proposal__round__organisation").get(pk=decision)
    document = letter(decided)
    return pdf_file(document) if name.endswith(".pdf") else word_file(document)
