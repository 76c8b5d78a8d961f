"""Passages of documents in words, as data and as a page."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from trueline.language import get_language, gettext, gettext_noop, joined, language_names
from trueline.language.terms import TOLD
from trueline.passages.finding import Answer, Passage, Read
from trueline.passages.questions import Question, Questions, read_questions
from trueline.toolkit import Toolkit
from trueline.toolkit.loading import SOURCE

NOTHING_FOUND = gettext_noop(
    "Nothing found. The document may still speak to it, in words that were not looked for."
)
CSV_COLUMNS = (
    *("document", "sha256", "question_id", "question", "rank", "page", "start", "end", "stance"),
    *("language", "score", "passage", "words", "signs"),
)


def toolkit_questions(toolkit: Toolkit) -> Questions:
    """The questions of the toolkit, with what the pack knows of how each is answered."""
    questions_by_id = {each.id: each for each in _pack_questions()}
    return Questions(
        tuple(
            questions_by_id[question.id].model_copy(update={"text": question.title})
            if question.id in questions_by_id
            else Question(
                id=question.id,
                text=question.title,
                guidance=(question.text, question.good_answer),
                examples=tuple(point.text for point in question.points),
            )
            for question in toolkit.questions()
        )
    )


def _pack_questions() -> Iterator[Question]:
    """Questions from the pack's files on answers, one for each section."""
    for path in sorted((SOURCE / "en" / "passages").glob("*.yaml")):
        yield from read_questions(path).questions


def not_covered(read: Read) -> str:
    """A sentence where a document is in a language for which nothing is known, "" where it is not."""
    if not read.not_covered:
        return ""
    names = language_names()
    return gettext(
        "It is written in {languages}, for which the questions are not known: passages are found by"
        " words they share alone.",
        languages=joined([names.get(each, each) for each in read.not_covered]),
    )


def why(passage: Passage) -> str:
    """The parts of a passage that speak for the question."""
    signs = [
        f"“{passage.sentence.text[start:end]}”"
        for start, end, weight in passage.reason.signs
        if weight > 0
    ]
    against = [
        f"“{passage.sentence.text[start:end]}”"
        for start, end, weight in passage.reason.signs
        if weight < 0
    ]
    words = [word for word, _ in passage.reason.words]
    reasons = []
    if signs:
        reasons.append(gettext("Signs: {signs}.", signs=", ".join(dict.fromkeys(signs))))
    if against:
        reasons.append(gettext("Against it: {signs}.", signs=", ".join(dict.fromkeys(against))))
    if words:
        reasons.append(gettext("Words: {words}.", words=", ".join(words)))
    return " ".join(reasons) or gettext("Chosen by what stands around it.")


def as_data(read: Iterable[Read], questions: Questions) -> dict[str, Any]:
    """Documents, questions and passages, each quotation with its place in the document's text."""
    return {
        "known_from": questions.known_from,
        "documents": [
            {
                "name": each.document.name,
                "sha256": each.document.sha256,
                "pages": each.document.pages,
                "languages": list(each.languages),
                "not_covered": list(each.not_covered),
                "questions": [_answer(answer) for answer in each.answers],
            }
            for each in read
        ],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.question.id,
        "question": answer.question.text,
        "passages": [_passage(each) for each in answer.passages],
    }


def _passage(passage: Passage) -> dict[str, Any]:
    sentence = passage.sentence
    return {
        "quote": sentence.text,
        "page": sentence.page,
        "start": sentence.start,
        "end": sentence.end,
        "heading": sentence.heading,
        "stance": passage.stance.value,
        "language": passage.language,
        "score": round(passage.score, 4),
        **asdict(passage.reason),
    }


def as_csv(read: Iterable[Read]) -> str:
    """A row for each passage."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(CSV_COLUMNS)
    for each in read:
        for answer in each.answers:
            for rank, passage in enumerate(answer.passages, 1):
                sentence = passage.sentence
                rows.writerow(
                    [
                        _no_formula(each.document.name),
                        each.document.sha256,
                        answer.question.id,
                        _no_formula(answer.question.text),
                        rank,
                        sentence.page,
                        sentence.start,
                        sentence.end,
                        passage.stance.value,
                        passage.language,
                        f"{passage.score:.4f}",
                        _no_formula(sentence.text),
                        " ".join(word for word, _ in passage.reason.words),
                        "; ".join(
                            sentence.text[start:end] for start, end, _ in passage.reason.signs
                        ),
                    ]
                )
    return out.getvalue()


def _no_formula(text: str) -> str:
    """Text that a spreadsheet takes for text."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


_PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 17px/1.5 Georgia, serif;
  color: #1d1c1a; background: #fdfcf9; }}
h1, h2, h3 {{ line-height: 1.25; font-weight: 600; }}
h3 {{ margin: 2rem 0 .25rem; font-size: 1.05rem; }}
blockquote {{ margin: .5rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid #b9b4a8; }}
mark {{ background: none; font-weight: 600; border-bottom: 2px solid #0b5563; }}
.about {{ color: #5c5952; font-size: .85rem; }}
</style>
<h1>{title}</h1>
{body}
</html>
"""


def as_page(read: Sequence[Read], questions: Questions) -> str:
    """A page that stands alone: each passage with what speaks for it underlined."""
    parts = []
    for each in read:
        parts.append(f"<h2>{html.escape(each.document.name)}</h2>")
        if warning := not_covered(each):
            parts.append(f"<p>{html.escape(warning)}</p>")
        for answer in each.answers:
            parts.append(
                f"<h3>{html.escape(answer.question.text)}"
                f' <span class="about">{html.escape(answer.question.id)}</span></h3>'
            )
            if not answer.passages:
                parts.append(f'<p class="about">{html.escape(gettext(NOTHING_FOUND))}</p>')
            parts.extend(_quotation(passage) for passage in answer.passages)
    title = html.escape(gettext("Passages"))
    return _PAGE.format(title=title, language=get_language(), body="\n".join(parts))


def _quotation(passage: Passage) -> str:
    about = " · ".join(
        (
            gettext("p. {number}", number=passage.sentence.page),
            TOLD.label(passage.stance),
            why(passage),
        )
    )
    language = f' lang="{passage.language}"' if passage.language else ""
    quote = _marked(passage.sentence.text, passage.reason.signs)
    return f'<blockquote{language}>{quote}</blockquote><p class="about">{html.escape(about)}</p>'


def _marked(text: str, signs: Iterable[tuple[int, int, float]]) -> str:
    """The text with its signs marked; one that begins within another is not marked again."""
    out, at = [], 0
    for start, end, weight in sorted(signs):
        if weight > 0 and start >= at:
            out += [html.escape(text[at:start]), f"<mark>{html.escape(text[start:end])}</mark>"]
            at = end
    return "".join([*out, html.escape(text[at:])])
