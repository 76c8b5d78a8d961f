"""Reading a file and finding its passages, in the background."""

from __future__ import annotations

import logging
from typing import Any

from django.db import transaction
from django.utils import translation
from django_tasks import task

from trueline.files import FileProblems
from trueline.language import gettext
from trueline.language.parsing import count_country_mentions
from trueline.passages.finding import Passage, Read, find_passages
from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer
from trueline.passages.text import DocumentText
from trueline.passages.uploads import read_document_text
from trueline.reports.passages import toolkit_questions
from trueline.web.appraisals.learning import taught_scorer
from trueline.web.appraisals.models import ProposalFile, Round
from trueline.web.appraisals.texts import blocks_of_document, document_in
from trueline.web.attachments.actions import content_of
from trueline.web.library.edition import toolkit_in_use
from trueline.web.tasks import waking

log = logging.getLogger(__name__)
MOST_COUNTRIES = 5
"""The most countries that a file is said to be about."""
OFTEN = 3
"""How often a running text names a country that it is about, at least."""
TOP = 4
"""So many passages of a file are shown for a question."""


def prepare_later(file: ProposalFile) -> None:
    """Have a file read once it is kept."""
    language = translation.get_language() or "en"

    def enqueue() -> None:
        prepare.enqueue(file.pk, language)
        waking.wake()

    transaction.on_commit(enqueue)


@task(queue_name="readings")
def prepare(file_id: int, language: str) -> None:
    """Read a file and keep its passages, or why it can't be read. Done twice, it does no harm."""
    file = ProposalFile.objects.select_related("attachment", "proposal__round").filter(pk=file_id)
    if (one := file.first()) is None:  # it was taken away meanwhile
        return
    with translation.override(language):
        values = _prepare(one)
    ProposalFile.objects.filter(pk=one.pk).update(**values)


def _prepare(file: ProposalFile) -> dict[str, Any]:
    try:
        text = _text(file)
        read = find_passages(text, scorer_for(file.proposal.round), top=TOP)
    except FileProblems as problems:
        sentences = [f"{each.message} {each.hint}".strip() for each in problems.problems]
        return {"state": ProposalFile.State.REFUSED, "problem": " ".join(sentences)}
    except Exception:
        log.exception("A file of a proposal could not be read: %s", file.pk)
        problem = gettext("Something went wrong while it was being read.")
        return {"state": ProposalFile.State.REFUSED, "problem": problem}
    return {
        "state": ProposalFile.State.READY,
        "problem": "",
        "pages": text.pages,
        "languages": list(read.languages),
        "countries": _countries(file, text, read.languages[:1]),
        "blocks": [[block.text, block.page, block.role.value] for block in text.blocks],
        "passages": _passages_by_question(read),
    }


def _text(file: ProposalFile) -> DocumentText:
    attachment = file.attachment
    if not file.document_kind:
        return read_document_text(content_of(attachment), attachment.name)
    blocks = tuple(blocks_of_document(document_in(file)))
    return DocumentText(attachment.name, attachment.sha256, blocks)


def _countries(file: ProposalFile, text: DocumentText, languages: tuple[str, ...]) -> list[str]:
    """The document's own countries if it was made in Trueline; else those mentioned most often."""
    if file.document_kind:
        return list(getattr(document_in(file), "countries", ()))[:MOST_COUNTRIES]
    named = count_country_mentions(text.text, languages).most_common(MOST_COUNTRIES)
    return [code for code, count in named if count >= OFTEN]


def scorer_for(round: Round) -> Scorer:
    """The ranking of passages for a round's questions, with what earlier readings taught it."""
    known_questions = {each.id: each for each in toolkit_questions(toolkit_in_use()).questions}
    questions = [
        known_questions.get(each.key, Question(id=each.key, text=each.text))
        for each in round.questions.all()
    ]
    return taught_scorer(questions, round.organisation_id)


def _passages_by_question(read: Read) -> dict[str, list[dict[str, Any]]]:
    return {
        answer.question.id: [_plain(each) for each in answer.passages]
        for answer in read.answers
        if answer.passages
    }


def _plain(passage: Passage) -> dict[str, Any]:
    sentence = passage.sentence
    return {
        "start": sentence.start,
        "end": sentence.end,
        "page": sentence.page,
        "quote": sentence.text,
        "score": round(passage.score, 3),
        "stance": passage.stance.value,
        "language": passage.language,
        "signs": [list(each) for each in passage.reason.signs],
        "words": [word for word, _gain in passage.reason.words],
    }
