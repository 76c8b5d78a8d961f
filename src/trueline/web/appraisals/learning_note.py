"""The learning note: what rounds showed together, to be passed on. It names no applicant.

Only finished rounds are in it. Whoever knows which applicants took part must learn nothing of any one of
them: a number of proposals leaves only as a `PublishedCount`; what became of promises is counted in programmes,
since one has many indicators.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from trueline.reports.exports.export import DOCX, PDF
from trueline.reports.layout.blocks import Block, Document, Facts, Missing, Prose, Section, Table
from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.models import Remedy
from trueline.web.appraisals.portfolio import (
    Portfolio,
    QuestionOutcomes,
    portfolio_of,
    tells_of_nobody,
)
from trueline.web.appraisals.promises import Programme
from trueline.web.appraisals.published_counts import FEWEST, published_sum
from trueline.web.documents.filenames import file_name
from trueline.web.monitoring.summaries import Stands
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest

KINDS = {"learning-note.docx": DOCX, "learning-note.pdf": PDF}


def learning_note(portfolio: Portfolio, organisation: Organisation, *, on: date) -> Document:
    """The note as a document to print or to write on."""
    title = _("What appraisal rounds showed")
    sections = (
        Section(title, tuple(_of_what(portfolio, organisation))),
        Section(_("Questions that proposals leave open"), tuple(_questions(portfolio))),
        Section(_("What would close the gaps"), tuple(_remedies(portfolio))),
        Section(_("Promised, and measured later"), tuple(_promises(portfolio))),
    )
    return Document(
        title=title,
        running=str(organisation),
        kind=_("Learning note"),
        sections=sections,
        contents=False,
        on=on,
    )


def _of_what(portfolio: Portfolio, organisation: Organisation) -> Iterator[Block]:
    yield Facts(
        (
            (_("Organisation"), str(organisation)),
            (_("Finished rounds"), "\n".join(portfolio.rounds)),
            (_("Proposals"), str(len(portfolio.proposals))),
        )
    )
    yield Prose(
        _(
            "This note counts the answers of panels or, where all assessors of a proposal agreed, theirs."
            " Each figure is of all proposals that were asked, also those for which assessors differ or the"
            " question is not relevant. Where a round’s own figure would reveal what was found in a single"
            " proposal, a range stands in its place, so that nothing follows from subtracting two notes."
            " Left out are rounds of fewer than five proposals, rounds in which something changed after"
            " they were finished, and proposals with which somebody had a conflict of interest. No"
            " applicant is named, and nothing here is a grade: if many proposals leave a question open,"
            " that may say as much about the call as about them."
        ),
        "small",
    )


def _questions(portfolio: Portfolio) -> Iterator[Block]:
    enough = [each for each in portfolio.questions if each.published_gaps.least >= FEWEST]
    if not enough:
        yield Missing(_("No question was left open by enough proposals to report it here."))
        return
    yield Table(
        (_("Question"), _("Not or only partly answered"), _("What was named most")),
        tuple(
            (_text_with_ref(each), str(each.published_gaps), _most(each))
            for each in sorted(enough, key=_share_shown)
        ),
        (5, 2, 2),
    )
    yield Prose(
        _(
            "Questions with a number such as 3 Q1 are those of the ICAT toolkit, by section and question;"
            " the others are the organisation’s own."
        ),
        "small",
    )


def _share_shown(question: QuestionOutcomes) -> tuple[float, str]:
    """Sorts by published numbers alone: an order must not give away more than they do."""
    gaps = question.published_gaps
    return -(gaps.least + gaps.most) / gaps.of, question.text


def _text_with_ref(question: QuestionOutcomes) -> str:
    return f"{question.text} ({question.ref})" if question.ref else question.text


def _most(question: QuestionOutcomes) -> str:
    """The remedy that was named most by what is published of it, the first of several."""
    most = max(Remedy, key=lambda remedy: question.published_remedy(remedy).least)
    return str(most.label) if question.published_remedy(most).least >= FEWEST else ""


def _remedies(portfolio: Portfolio) -> Iterator[Block]:
    yield Table(
        (_("Remedy"), _("Proposals for which it was named")),
        tuple(
            (str(remedy.label), str(portfolio.published_remedy(remedy.value))) for remedy in Remedy
        ),
        (3, 3),
    )
    yield Prose(_("The remedies are those of the ICAT toolkit (0 I)."), "small")


def _promises(portfolio: Portfolio) -> Iterator[Block]:
    rounds = _outcomes_by_round([each for each in portfolio.programmes if each.promises])
    if not rounds:
        yield Missing(
            _("Too few funded programmes share where their indicators stand to tell of them here.")
        )
        return
    yield Table(
        (_("Where an indicator with a target stands"), _("Programmes with such an indicator")),
        tuple(
            (
                each,
                str(
                    published_sum((sum(each in one for one in told), len(told)) for told in rounds)
                ),
            )
            for each in _outcomes()
        ),
        (3, 3),
    )
    yield Prose(
        _(
            "Only programmes that share their results; one with several indicators may be counted in several"
            " lines. Reaching a target does not show that the programme brought it about."
        ),
        "small",
    )


def _outcomes_by_round(programmes: Iterable[Programme]) -> list[list[set[str]]]:
    """What became of the promises of each programme, by round; without rounds of too few programmes."""
    by_round: defaultdict[uuid.UUID, list[Programme]] = defaultdict(list)
    for each in programmes:
        by_round[each.proposal.round_id].append(each)
    return [
        [{_outcome(promise.stands) for promise in each.promises or ()} for each in of_round]
        for of_round in by_round.values()
        if tells_of_nobody([each.proposal for each in of_round])
    ]


def _outcomes() -> list[str]:
    return [
        _("Target reached"),
        _("Under way, its day still to come"),
        _("Not reached in time, or moved away"),
        _("Without a figure, or none that can be shown"),
    ]


def _outcome(stands: Stands) -> str:
    reached, under_way, missed, untold = _outcomes()
    match stands:
        case Stands.REACHED:
            return reached
        case Stands.ON_THE_WAY:
            return under_way
        case Stands.MISSED | Stands.AWAY:
            return missed
        case _:
            return untold


def shared_by(organisation: Organisation, user: User) -> Portfolio:
    """The part of the portfolio that this person may pass on."""
    portfolio = portfolio_of(organisation, user).to_share
    assert portfolio is not None
    return portfolio


def ask_for_note(
    portfolio: Portfolio, organisation: Organisation, name: str, *, user: User, owner: str
) -> FileRequest:
    """Have the note made as a file, of what this person may pass on now. Raises TooMany."""
    return ask_for(
        make_note,
        arguments={
            "organisation": str(organisation.pk),
            "user": user.pk,
            "name": name,
            "day": timezone.localdate().isoformat(),
            "state": _state(portfolio),
        },
        owner=owner,
        asker=Asker.member(user, organisation.pk),
        name=file_name(organisation.name, name),
        media_type=KINDS[name],
    )


def _state(portfolio: Portfolio) -> str:
    """Tells what is counted, so that the same note is not made twice and no old one is handed over."""
    counted = (portfolio.rounds, len(portfolio.proposals))
    state = repr((counted, portfolio.questions, portfolio.remedies, portfolio.programmes))
    return sha256(state.encode()).hexdigest()


@task()
def make_note(file_id: str) -> None:
    make(file_id, _content)


def _content(*, organisation: str, user: int, name: str, day: str, state: str) -> bytes:
    from trueline.reports.layout.pdf import pdf_file
    from trueline.reports.layout.word_file import word_file

    here = Organisation.objects.get(pk=organisation)
    note = learning_note(
        shared_by(here, User.objects.get(pk=user)), here, on=date.fromisoformat(day)
    )
    return pdf_file(note) if name.endswith(".pdf") else word_file(note)
