"""A draft design begun from the passages of a proposal: quotations with their places, and nothing made up.

What an assessor took or marked becomes the answer to its question, and a comment at the field that asks
it. What the program found and nobody looked at becomes a comment alone, which says so. What was refused
stays out. Whoever belongs to the organisation can open the draft: where others read the proposal too, it
holds nothing of a reading before all are in.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from trueline.design import DESIGN, Design
from trueline.document.building import Building
from trueline.document.field_spec import field_specs
from trueline.limits import TEXT_LETTERS
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.appraisals.models import Mark, Proposal, ProposalFile, Reading, RoundQuestion
from trueline.web.appraisals.passages import Passage, passages_for
from trueline.web.appraisals.standing import Standing
from trueline.web.library.edition import toolkit_in_use

UNSEEN = 2
"""So many passages that nobody looked at are told of a question, the best first."""
TAKEN = (Mark.Kind.ACCEPTED, Mark.Kind.OWN)


@dataclass(frozen=True)
class Drafted:
    """A design, and the comments to add at its addresses."""

    design: Design
    comments: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Question:
    """A question of the toolkit with the passages for it, those that somebody took apart."""

    key: str
    taken: Sequence[Passage]
    unseen: Sequence[Passage]

    @property
    def section(self) -> str:
        return self.key.partition(".")[0]


def draft_of(proposal: Proposal, files: Sequence[ProposalFile], reading: Reading | None) -> Drafted:
    """The draft, from the documents of a proposal and the marks of one reading."""
    written = documents_among(files)
    questions = [_question_of(each, written, reading) for each in _of_toolkit(proposal)]
    languages = {language for file in written for language in file.languages[:1]}
    building = Building(
        DESIGN.model(
            title=proposal.title, language=languages.pop() if len(languages) == 1 else None
        )
    )
    sources = {file.pk: _source(building, proposal, file) for file in written}
    activities = _activities(building, questions)
    comments: list[tuple[str, str]] = []
    for each in questions:
        if each.taken:
            building.add("answers", _answer(each, sources, activities))
        if each.taken or each.unseen:
            comments.append((_place(each, activities), _comment(each)))
    return Drafted(building.document(), comments)


def documents_among(files: Iterable[ProposalFile]) -> list[ProposalFile]:
    """The files from whose passages a design can be begun: read, and no design already."""
    ready = ProposalFile.State.READY
    return [each for each in files if each.state == ready and not each.document_kind]


def where_somebody_has_a_conflict(proposal: Proposal) -> QuerySet[Membership, uuid.UUID]:
    """The organisations of which a member has a conflict with the proposal: all members can open a draft."""
    conflicted = proposal.declarations.open_conflicts()
    members = Membership.objects.filter(user__pseudonym__in=conflicted.values("pseudonym"))
    return members.values_list("organisation", flat=True)


def may_hold_marks(standing: Standing, organisation: Organisation, user: User) -> bool:
    """Whether a draft there may hold what one reader marked: where no other assessor of the round is, or
    once all readings are in.
    """
    if standing.sees_panel:
        return True
    round = standing.proposal.round
    others = organisation.memberships.exclude(user=user)
    assessors = others.filter(user__pseudonym__in=round.assessors.values("pseudonym"))
    return organisation.pk != round.organisation_id and not assessors.exists()


def _of_toolkit(proposal: Proposal) -> list[RoundQuestion]:
    toolkit = toolkit_in_use()
    return [each for each in proposal.round.questions.all() if each.key in toolkit]


def _question_of(
    question: RoundQuestion, files: Sequence[ProposalFile], reading: Reading | None
) -> _Question:
    passages = passages_for(files, question, reading)
    taken = [each for each in passages if each.kind in TAKEN]
    unseen = [each for each in passages if not each.kind]
    return _Question(question.key, taken, unseen[:UNSEEN])


def _source(building: Building[Design], proposal: Proposal, file: ProposalFile) -> str:
    note = _("Handed in for “%(round)s” as %(receipt)s. SHA-256: %(sum)s") % {
        "round": proposal.round.title,
        "receipt": proposal.receipt,
        "sum": file.attachment.sha256,
    }
    values = {
        "title": file.attachment.name,
        "author": proposal.applicant,
        "year": proposal.received.year,
        "kind": "other",
        "note": note,
    }
    source, _address = building.add("sources", values)
    return source.key_value


def _activities(building: Building[Design], questions: Iterable[_Question]) -> dict[str, str]:
    """Add an empty activity of each kind that an accepted passage is about; their ids by kind."""
    kinds = field_specs(Design)["activities"].kinds
    begun: dict[str, str] = {}
    for each in questions:
        if each.taken and each.section in kinds and each.section not in begun:
            activity, _address = building.add("activities", {"kind": each.section})
            begun[each.section] = activity.key_value
    return begun


def _answer(
    each: _Question, sources: Mapping[int, str], activities: Mapping[str, str]
) -> dict[str, object]:
    text = ""
    for passage in each.taken:
        longer = f"{text}\n\n{_quotation(passage)}" if text else _quotation(passage)
        if len(longer) <= TEXT_LETTERS.most:
            text = longer
    named = dict.fromkeys(sources[passage.file.pk] for passage in each.taken)
    values: dict[str, object] = {"question": each.key, "text": text, "sources": tuple(named)}
    if each.section in activities:
        values["activity"] = activities[each.section]
    return values


def _comment(each: _Question) -> str:
    """The question with what speaks to it, a line each: it is read apart from its place as well."""
    question = toolkit_in_use().question(each.key)
    unseen = _("Suggested by the program: %(quote)s")
    lines = [
        f"{question.title} ({question.ref})",
        *map(_quotation, each.taken),
        *(unseen % {"quote": _quotation(passage)} for passage in each.unseen),
    ]
    return "\n".join(lines)


def _quotation(passage: Passage) -> str:
    """A passage as it stands, with its document and page."""
    return _("“%(quote)s” (%(document)s, page %(page)s)") % {
        "quote": " ".join(passage.quote.split()),
        "document": passage.file.attachment.name,
        "page": passage.page,
    }


def _place(each: _Question, activities: Mapping[str, str]) -> str:
    """The address of the field that asks the question, or of its list; "" where the draft has none."""
    specs = field_specs(Design)
    if (activity := activities.get(each.section)) is not None:
        for name, spec in field_specs(specs["activities"].kinds[each.section]).items():
            if spec.asks == each.key:
                return f"activities[{activity}].{name}"
    for name, spec in specs.items():
        if spec.asks == each.key:
            return name
        if spec.is_part and name != "activities":
            for inner, asking in field_specs(spec.base).items():
                if asking.asks == each.key:
                    return name if spec.many else f"{name}.{inner}"
    return f"activities[{activity}]" if activity else ""
