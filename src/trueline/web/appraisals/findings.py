"""What the review says of a design that was handed in, beside the question that it bears on."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from trueline.files import FileProblems
from trueline.review import Finding, review
from trueline.web.appraisals.models import ProposalFile, RoundQuestion
from trueline.web.appraisals.texts import document_in
from trueline.web.library.edition import toolkit_in_use


def findings_on(files: Sequence[ProposalFile], question: RoundQuestion) -> list[Finding]:
    """Findings that name the question of the toolkit, with what the designers set aside and why."""
    toolkit = toolkit_in_use()
    if question.key not in toolkit:
        return []
    ref = toolkit.question(question.key).ref
    found: list[Finding] = []
    for file in files:
        if file.document_kind and file.state == ProposalFile.State.READY:
            try:
                document = document_in(file)
            except (FileNotFoundError, FileProblems):
                continue
            on = timezone.localdate(file.added)
            found += [each for each in review(document, toolkit, on=on) if ref in each.refs]
    return found
