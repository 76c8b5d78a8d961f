"""Prints passages on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trueline.cli.printing import console
from trueline.language import gettext, ngettext
from trueline.language.terms import TOLD
from trueline.passages.evaluation import Quality
from trueline.passages.finding import Answer, Passage, Read
from trueline.passages.questions import Questions
from trueline.reports.passages import not_covered, why


def print_passages(read: Iterable[Read], questions: Questions) -> None:
    """Each document, each question, and the passages with where they stand and why."""
    out = console()
    if questions.known_from:
        out.print(gettext("Read by what “{title}” knows.", title=questions.known_from), style="dim")
    for each in read:
        out.print(Text(each.document.name, style="bold underline"))
        if warning := not_covered(each):
            out.print(Text(warning, style="yellow"))
        out.print()
        for answer in each.answers:
            if answer.passages:
                _print_answer(answer, has_pages=each.document.pages > 1)
        if silent := [answer.question.id for answer in each.answers if not answer.passages]:
            out.print(
                Text(
                    ngettext(
                        "Nothing found for {count} question. The document may still speak to it, in"
                        " words that were not looked for: {ids}.",
                        "Nothing found for {count} questions. The document may still speak to them,"
                        " in words that were not looked for: {ids}.",
                        len(silent),
                        ids=", ".join(silent),
                    ),
                    style="dim",
                )
            )
            out.print()


def _print_answer(answer: Answer, *, has_pages: bool) -> None:
    out = console()
    out.print(Text(answer.question.text, style="bold").append(f"  {answer.question.id}", "dim"))
    for passage in answer.passages:
        out.print(Padding(_line(passage, has_pages=has_pages), (0, 0, 0, 2)))
        out.print(Padding(Text(why(passage), style="dim"), (0, 0, 0, 4)))
    out.print()


def _line(passage: Passage, *, has_pages: bool) -> Text:
    place = gettext("p. {number}", number=passage.sentence.page) if has_pages else ""
    line = Text(f"{place} {TOLD.label(passage.stance)}: ".lstrip(), style="dim")
    quote = Text(f"“{passage.sentence.text}”", style="default")
    for start, end, weight in passage.reason.signs:
        if weight > 0:
            quote.stylize("bold", start + 1, end + 1)
    return line.append_text(quote)


def print_quality(
    qualities: Sequence[Quality],
    on_average: Mapping[str, float],
    questions: Questions,
    embeddings: str = "",
) -> None:
    """A row for each question and one for the means. `embeddings`: the model they are by, if any."""
    table = Table(box=None, pad_edge=False)
    table.add_column(gettext("question"))
    for heading in ("marked", "AP", "recall@3", "recall@10", "hit@3", "answered"):
        table.add_column(heading, justify="right")
    for each in qualities:
        table.add_row(each.question, str(each.positives), *map(_decimal, _figures(each)))
    table.add_row(
        gettext("mean"),
        "",
        *(
            _decimal(on_average.get(name))
            for name in ("average_precision", "recall_at_3", "recall_at_10", "hit_in_3", "answered")
        ),
        style="bold",
    )
    out = console()
    if questions.known_from:
        out.print(gettext("Read by what “{title}” knows.", title=questions.known_from), style="dim")
    if embeddings:
        out.print(gettext("Embeddings by {model}.", model=embeddings), style="dim")
    out.print(table)


def _figures(quality: Quality) -> tuple[float | None, ...]:
    return (
        quality.average_precision,
        quality.recall_at_3,
        quality.recall_at_10,
        quality.hit_in_3,
        quality.answered,
    )


def _decimal(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
