"""Findings of the review on a submitted design, listed with the questions that they bear on."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from trueline.files import FileProblems
from trueline.review import Finding, review
from trueline.web.appraisals.models import Opinion, Proposal, ProposalFile, Reading, RoundQuestion
from trueline.web.appraisals.texts import document_in
from trueline.web.library.edition import toolkit_in_use

Key = tuple[int, str, str]
"""File, rule and path, by which a finding is known."""


@dataclass(frozen=True)
class Reviewed:
    """A finding on a file, with why the designers set it aside, if they did.

    `opinions` are those that the visitor may see: their own while they read, all in the panel.
    """

    file: ProposalFile
    rule: str
    path: str
    refs: tuple[str, ...]
    message: str
    waiver_reason: str = ""
    opinions: list[Opinion] = field(default_factory=list)

    @property
    def key(self) -> Key:
        return self.file.pk, self.rule, self.path

    @property
    def name(self) -> str:
        """By which its fields in a form are known."""
        place = hashlib.sha256(f"{self.rule} {self.path}".encode()).hexdigest()[:12]
        return f"finding-{self.file.pk}-{place}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The choices of an opinion."""
        kinds = Opinion.Kind
        yes, no = (
            (kinds.ACCEPTED, kinds.REFUSED) if self.waiver_reason else (kinds.HOLDS, kinds.FAILS)
        )
        return [(yes.value, str(yes.label)), (no.value, str(no.label))]

    @property
    def differs(self) -> bool:
        """Whether assessors made different things of it."""
        return len({each.kind for each in self.opinions}) > 1


def reviewed_in(files: Iterable[ProposalFile]) -> list[Reviewed]:
    """All findings on the designs among these files, one for each place."""
    toolkit = toolkit_in_use()
    reviewed: dict[Key, Reviewed] = {}
    for file in files:
        if not file.document_kind or file.state != ProposalFile.State.READY:
            continue
        try:
            document = document_in(file)
        except (FileNotFoundError, FileProblems):
            continue
        for finding in review(document, toolkit, on=timezone.localdate(file.added)):
            one = _reviewed_finding(file, finding)
            reviewed.setdefault(one.key, one)
    return list(reviewed.values())


def _reviewed_finding(file: ProposalFile, finding: Finding) -> Reviewed:
    waiver_reason = finding.waiver.why if finding.waiver else ""
    return Reviewed(file, finding.rule, finding.path, finding.refs, finding.message, waiver_reason)


def bearing_on(question: RoundQuestion, reviewed: Iterable[Reviewed]) -> list[Reviewed]:
    """Findings on the question of the toolkit, or a point of it; none for a question of the funder's own."""
    toolkit = toolkit_in_use()
    if question.key not in toolkit:
        return []
    ref = toolkit.question(question.key).ref
    return [each for each in reviewed if any(_is_of(ref, other) for other in each.refs)]


def _is_of(question: str, ref: str) -> bool:
    return ref == question or ref.startswith(f"{question}.")


def findings_on(
    files: Sequence[ProposalFile], question: RoundQuestion, reading: Reading
) -> list[Reviewed]:
    """Findings listed with a question, with the assessor's opinions."""
    return _with_own_opinions(bearing_on(question, reviewed_in(files)), reading)


def other_findings(files: Sequence[ProposalFile], reading: Reading) -> list[Reviewed]:
    """Findings that bear on no question of the round, with the assessor's opinions."""
    reviewed = reviewed_in(files)
    questions = reading.proposal.round.questions.all() if reviewed else ()
    keys_in_questions = {
        each.key for question in questions for each in bearing_on(question, reviewed)
    }
    return _with_own_opinions(
        [each for each in reviewed if each.key not in keys_in_questions], reading
    )


def _with_own_opinions(reviewed: list[Reviewed], reading: Reading) -> list[Reviewed]:
    return _with(reviewed, reading.opinions.all()) if reviewed else []


def findings_of(proposal: Proposal, files: Sequence[ProposalFile]) -> list[Reviewed]:
    """The opinions of all who submitted, also on findings that the review no longer has."""
    handed_in = proposal.readings.filter(excused=None).exclude(submitted=None)
    rows = Opinion.objects.filter(reading__in=handed_in)
    opinions = list(rows.select_related("reading__assessor__user", "file__attachment"))
    reviewed = {each.key: each for each in reviewed_in(files)}
    for each in opinions:
        as_it_was = Reviewed(
            each.file, each.rule, each.path, tuple(each.refs), each.message, each.waiver_reason
        )
        reviewed.setdefault(as_it_was.key, as_it_was)
    return _with(list(reviewed.values()), opinions)


def _with(reviewed: list[Reviewed], opinions: Collection[Opinion]) -> list[Reviewed]:
    by_key = {each.key: each for each in reviewed}
    for opinion in opinions:
        if one := by_key.get((opinion.file_id, opinion.rule, opinion.path)):
            one.opinions.append(opinion)
    return reviewed
