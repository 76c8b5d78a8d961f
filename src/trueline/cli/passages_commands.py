"""`trueline passages`: where a document speaks to a question, quoted as it stands."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from trueline.cli.printing import fail, report_problems, with_progress
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.passages.evaluation import Labelled
    from trueline.passages.finding import Read
    from trueline.passages.questions import Questions
    from trueline.passages.scoring import Scorer
    from trueline.passages.vectors import Encoder

FIND = "find"

FIND_EPILOG = """\
Documents are .pdf, .docx, .odt, .html, .txt and .md. Without `--questions`, they are read for the
questions of the toolkit. A file of questions is a table with the columns `id` and `question`, or
YAML with guidance, examples and signs for each.

Examples:

trueline passages proposal.pdf

trueline passages proposal.pdf other.docx --top 5 --format html > passages.html

trueline passages statement.pdf --questions criteria.csv --format csv

Exit codes: 0 read, whether or not anything was found; 2 a file could not be read."""


class Form(StrEnum):
    text = "text"
    json = "json"
    html = "html"
    csv = "csv"


class _Passages(TyperGroup):
    """`trueline passages FILE` is `trueline passages find FILE`."""

    usual = FIND

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("--help", "-h"):
            args = [self.usual, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Passages,
    no_args_is_help=True,
    help="Find where documents speak to the questions of the toolkit, or to yours.",
)

QuestionFile = Annotated[
    Path | None,
    typer.Option("--questions", "-q", metavar="FILE", help="Questions to read for (.csv, .yaml)."),
]


@app.command(FIND, epilog=FIND_EPILOG)
def find(
    documents: Annotated[
        list[Path], typer.Argument(metavar="DOCUMENT...", help="Documents to read.")
    ],
    questions: QuestionFile = None,
    top: Annotated[
        int, typer.Option(min=1, max=50, help="How many passages to show for a question.")
    ] = 3,
    form: Annotated[Form, typer.Option("--format", help="How to print.")] = Form.text,
) -> None:
    """Quote the passages of documents that bear on each question, and say why.

    Where nothing is found, the document may still speak to the question in other words: nothing
    found never means not addressed.
    """
    from trueline.passages.finding import find_passages
    from trueline.passages.scoring import Scorer

    asked_questions = _questions(questions)
    texts = _texts(documents)
    scorer = Scorer(asked_questions.questions)
    steps = with_progress(texts, len(texts), gettext("Reading"))
    _print([find_passages(text, scorer, top=top) for text in steps], asked_questions, form)


def _print(read: list[Read], questions: Questions, form: Form) -> None:
    if form is Form.text:
        from trueline.cli.passages_view import print_passages

        print_passages(read, questions)
        return
    from trueline.reports import passages

    if form is Form.json:
        typer.echo(json.dumps(passages.as_data(read, questions), ensure_ascii=False, indent=1))
    elif form is Form.csv:
        typer.echo(passages.as_csv(read), nl=False)
    else:
        typer.echo(passages.as_page(read, questions))


def _questions(path: Path | None) -> Questions:
    from trueline.files import FileProblems
    from trueline.passages.questions import read_questions

    try:
        if path is not None:
            return read_questions(path)
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    except OSError as error:
        fail(_unreadable(path, error))
    from trueline.reports.passages import toolkit_questions
    from trueline.toolkit import load_toolkit

    return toolkit_questions(load_toolkit())


def _texts(paths: list[Path]) -> list[Any]:
    from trueline.files import FileProblems, Problem
    from trueline.passages.uploads import read_document_text

    texts, problems = [], list[Problem]()
    for path in paths:
        try:
            texts.append(read_document_text(path.read_bytes(), str(path)))
        except FileProblems as wrong:
            problems.extend(wrong.problems)
        except OSError as error:
            problems.append(Problem(str(path), _unreadable(path, error)))
    if problems:
        report_problems(FileProblems(problems))
        raise typer.Exit(2)
    return texts


def _unreadable(path: Path | None, error: OSError) -> str:
    reason = error.strerror or gettext("the system refused")
    return gettext("{file} can’t be read: {reason}.", file=path, reason=reason)


EVALUATE_EPILOG = """\
LABELS is a table with a row for each sentence: `statement_id`, `sentence_orig_idxs`, `sentence`,
and a column of 0 and 1 for each question, named by its id (or one column `targets` with a list).

Examples:

trueline passages evaluate labels.csv --questions criteria.csv

trueline passages evaluate labels.csv --questions criteria.csv --train others.csv

trueline passages evaluate labels.csv --questions criteria.csv --train others.csv --embeddings

trueline passages evaluate labels.csv --questions criteria.csv --folds 5 --json"""


@app.command(epilog=EVALUATE_EPILOG)
def evaluate(
    labels: Annotated[
        Path, typer.Argument(metavar="LABELS", help="Sentences that readers marked.")
    ],
    questions: QuestionFile = None,
    train: Annotated[
        Path | None,
        typer.Option(metavar="LABELS", help="Marked sentences of other documents to learn from."),
    ] = None,
    leave_one_out: Annotated[
        bool,
        typer.Option(
            "--leave-one-out", help="With --train: rank each question without its own labels."
        ),
    ] = False,
    folds: Annotated[
        int,
        typer.Option(min=0, max=50, help="Learn from the other parts of LABELS, in so many parts."),
    ] = 0,
    clicks: Annotated[
        int,
        typer.Option(
            min=0, help="Learn from so many answers for each question, asked from the top down."
        ),
    ] = 0,
    embeddings: Annotated[
        bool,
        typer.Option(
            "--embeddings",
            help="With --train or --folds: learn from a small language model, too (an extra).",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say how well passages are found, against what readers marked.

    Average precision, recall among the first three and ten, hits among the first three, and
    whether a document is rightly said to hold an answer: for each question and on average.
    """
    from trueline.files import FileProblems
    from trueline.passages.evaluation import means, quality, read_labels
    from trueline.passages.scoring import Scorer

    asked_questions = _questions(questions)
    scorer = Scorer(asked_questions.questions)
    try:
        marked = read_labels(labels, asked_questions.questions)
        training = read_labels(train, asked_questions.questions) if train else None
    except FileProblems as problems:
        report_problems(problems)
        raise typer.Exit(2) from None
    except OSError as error:
        fail(_unreadable(Path(error.filename or labels), error))
    encoder = _encoder(learns=bool(folds or (train and not leave_one_out))) if embeddings else None
    scores = _scores(scorer, marked, training, leave_one_out, folds, clicks, encoder)
    qualities = quality(marked, scores, asked_questions.questions)
    if as_json:
        from dataclasses import asdict

        data = {
            "embeddings": encoder.name if encoder else None,
            "questions": [asdict(each) for each in qualities],
            "means": means(qualities),
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        from trueline.cli.passages_view import print_quality

        name = encoder.name if encoder else ""
        print_quality(qualities, means(qualities), asked_questions, name)


def _encoder(*, learns: bool) -> Encoder:
    from trueline.passages.minilm import ExtraMissingError, MiniLM

    if not learns:
        fail(gettext("--embeddings needs --train or --folds, and no --leave-one-out."))
    try:
        return MiniLM()
    except ExtraMissingError as error:
        fail(str(error))


def _scores(
    scorer: Scorer,
    marked: Labelled,
    training: Labelled | None,
    leave_one_out: bool,
    folds: int,
    clicks: int,
    encoder: Encoder | None,
) -> Any:
    from trueline.passages import ranking

    if sum((training is not None, folds > 0, clicks > 0)) > 1:
        fail(gettext("--train, --folds and --clicks are three ways to learn: choose one."))
    if leave_one_out and training is None:
        fail(gettext("--leave-one-out needs --train."))
    if folds == 1 or folds > len(marked.documents):
        fail(gettext("There are {count} documents to part.", count=len(marked.documents)))
    if training is not None and leave_one_out:
        return ranking.without_own_labels(scorer, training, marked.documents)
    if training is not None:
        return ranking.learned(scorer, training, marked.documents, encoder)
    if folds:
        return ranking.in_folds(scorer, marked, folds, encoder)
    if clicks:
        return ranking.by_clicks(scorer, marked, clicks)
    return ranking.without_labels(scorer, marked.documents)
