"""The evaluation plan and terms of reference, to be gone through and sent out."""

from __future__ import annotations

from trueline.design import Design
from trueline.language import gettext_noop
from trueline.reports.exports.export import DOCX, Export, ExportRequest


def _docx(request: ExportRequest[Design]) -> bytes:
    from trueline.reports.design.evaluating import terms_of_reference
    from trueline.reports.layout.word_file import word_file

    terms = terms_of_reference(request.document, request.toolkit, on=request.on)
    return word_file(terms, request.paper)


EVALUATIONS = (
    Export(
        "evaluation.docx",
        gettext_noop("Evaluation plan and terms of reference (Word)"),
        gettext_noop(
            "Questions, indicators, studies and days out of the design, with whether it is ready for"
            " an impact study."
        ),
        DOCX,
        _docx,
        on_paper=True,
    ),
)
