"""The review on its own, in every form it comes in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trueline.language import gettext_noop
from trueline.reports.exports.export import DOCX, HTML, JSON, PDF, SARIF, Export, ExportRequest

if TYPE_CHECKING:
    from trueline.reports.review import Reviewed


def reviewed_request(request: ExportRequest[Any]) -> Reviewed:
    """The review that is asked for; made now unless it brings the findings along."""
    from trueline.reports.review import Reviewed
    from trueline.review import review

    findings = request.findings
    if findings is None:
        findings = review(request.document, request.toolkit, on=request.on, related=request.related)
    return Reviewed(request.document, findings, request.toolkit, request.file, on=request.on)


def _pdf(request: ExportRequest[Any]) -> bytes:
    from trueline.reports.review.pdf import review_pdf

    return review_pdf(reviewed_request(request), request.paper)


def _html(request: ExportRequest[Any]) -> bytes:
    from trueline.reports.review.page import review_html

    return review_html(reviewed_request(request)).encode()


def _open_questions(request: ExportRequest[Any]) -> bytes:
    from trueline.reports.layout.word_file import word_file
    from trueline.reports.review.open_questions import open_questions_document

    return word_file(open_questions_document(reviewed_request(request)), request.paper)


def _json(request: ExportRequest[Any]) -> bytes:
    from trueline.reports.review.data import review_json

    return review_json([reviewed_request(request)]).encode()


def _sarif(request: ExportRequest[Any]) -> bytes:
    from trueline.reports.review.sarif import review_sarif

    return review_sarif([reviewed_request(request)]).encode()


REVIEWS = (
    Export(
        "review.pdf",
        gettext_noop("Review (PDF)"),
        gettext_noop("What the review found, to print."),
        PDF,
        _pdf,
        holds_review="always",
        on_paper=True,
    ),
    Export(
        "review.html",
        gettext_noop("Review (HTML)"),
        gettext_noop("What the review found, as one page that needs nothing else."),
        HTML,
        _html,
        holds_review="always",
    ),
    Export(
        "open-questions.docx",
        gettext_noop("Open questions (Word)"),
        gettext_noop("What is not settled yet, with room to write, for a meeting."),
        DOCX,
        _open_questions,
        holds_review="always",
        on_paper=True,
    ),
    Export(
        "review.json",
        gettext_noop("Review (JSON)"),
        gettext_noop(
            "What the review found, for other programs to read: each finding with its place and reasons."
        ),
        JSON,
        _json,
        holds_review="always",
    ),
    Export(
        "review.sarif",
        gettext_noop("Review (SARIF)"),
        gettext_noop(
            "What the review found, in the form in which code editors and code hosts show a remark beside its"
            " line. Not for people to read."
        ),
        SARIF,
        _sarif,
        holds_review="always",
    ),
)
