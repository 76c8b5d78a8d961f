"""A list of test results, added up as it is read: nothing of its rows is handed on.

A row holds a code, and what its person had before and after. What is given back is how many changed
which way, or sums. Messages name rows by their number, and quote no cell.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from trueline.exchange.measurements.columns import PERSONAL, plain_heading
from trueline.files import FileProblems, Problem, decoded
from trueline.language import gettext, number
from trueline.language.parsing import decimal_sign_of, parse_date, parse_number
from trueline.measures.paired import Paired

LARGEST = 900_000
"""Bytes. A form with more than this would be laid into a file while it arrives."""
MOST_PEOPLE = 50_000
COLUMNS = {
    "code": (
        *("code", "codes", "participant", "participant code", "person", "respondent", "number"),
        *("code participant", "code du participant", "codigo", "participante", "الرمز", "id"),
    ),
    "before": (
        *("before", "pre", "pre-test", "pretest", "pre test", "baseline", "avant", "antes"),
        *("score before", "pre score", "pre-score", "قبل"),
    ),
    "after": (
        *("after", "post", "post-test", "posttest", "post test", "endline", "apres", "despues"),
        *("score after", "post score", "post-score", "بعد"),
    ),
}
"""Each column with the names by which it is known, without accents and in lower case."""
SOUNDS_PERSONAL = re.compile(
    r"name|surname|phone|mobile|whatsapp|birth|born|\bdob\b|e-?mail|address|passport|\bnom\b|prenom"
    r"|telephone|portable|naissance|nombre|apellido|telefono|nacimiento|correo|الاسم|هاتف|ميلاد"
)
YES = frozenset(
    ["yes", "y", "pass", "passed", "true", "correct", "oui", "reussi", "si", "aprobado", "نعم", "1"]
)
NO = frozenset(
    ["no", "n", "fail", "failed", "false", "incorrect", "non", "echoue", "suspenso", "لا", "0"]
)
TELEPHONE = re.compile(r"\+?[\d][\d\s()./-]{7,}")
NAME = re.compile(r"[^\W\d_]{2,}([ ,'’-]+[^\W\d_]{1,})+")
SUSPECT = 3
"""One in so many cells that look personal is enough to refuse a column."""


@dataclass(frozen=True)
class Totals:
    """All that is kept of a list of results.

    `n` people have both results; `only_before` and `only_after` lack one. `changes` and `squares` are
    the sums of what each gained, and of its square; None where results are no numbers.
    """

    n: int
    only_before: int
    only_after: int
    pairs: Paired | None = None
    before: Decimal | None = None
    after: Decimal | None = None
    changes: Decimal | None = None
    squares: Decimal | None = None

    def as_data(self) -> dict[str, Any]:
        """The same as plain data."""
        numbers = {
            name: None if (value := getattr(self, name)) is None else str(value)
            for name in ("before", "after", "changes", "squares")
        }
        pairs = None if self.pairs is None else asdict(self.pairs)
        counts = {name: getattr(self, name) for name in ("n", "only_before", "only_after")}
        return {**counts, **numbers, "pairs": pairs}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Totals:
        numbers = {
            name: None if data[name] is None else Decimal(data[name])
            for name in ("before", "after", "changes", "squares")
        }
        pairs = None if data["pairs"] is None else Paired(**data["pairs"])
        return cls(data["n"], data["only_before"], data["only_after"], pairs, **numbers)


def with_mark(data: bytes, passes_from: Decimal | None) -> bytes:
    """The input of the reader: the score from which a test is passed, then the list."""
    return f"{'' if passes_from is None else passes_from}\n".encode() + data


def plain_totals(data: bytes, name: str) -> dict[str, Any]:
    """The reader. Raises FileProblems."""
    mark, _line, table = data.partition(b"\n")
    return totals_of(table, name, Decimal(mark.decode()) if mark else None).as_data()


def totals_of(data: bytes, name: str, passes_from: Decimal | None = None) -> Totals:
    """Add a list up. Without `passes_from`, scores are added up and nobody passes or fails.

    Raises FileProblems.
    """
    rows = _rows(data, name)
    places = _places(rows[0][1], name)
    people = [
        (
            line,
            _at(cells, places["code"]),
            _at(cells, places["before"]),
            _at(cells, places["after"]),
        )
        for line, cells in rows[1:]
    ]
    people = [each for each in people if any(each[1:])]
    if not people:
        raise _problems(name, gettext("There are headings and no rows below them."))
    _refuse_personal_cells([code for _line, code, _before, _after in people], "code", name)
    _refuse_personal_cells([before for _line, _code, before, _after in people], "before", name)
    _refuse_personal_cells([after for _line, _code, _before, after in people], "after", name)
    _refuse_twice([(line, code) for line, code, _before, _after in people], name)
    results = [(line, before, after) for line, _code, before, after in people]
    answers = {plain_heading(text) for _line, *both in results for text in both if text}
    if answers <= YES | NO:
        return _answers(results)
    return _scores(results, name, passes_from)


def _rows(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    if len(data) > LARGEST:
        raise _problems(name, gettext("The list is larger than {count} kB.", count=LARGEST // 1000))
    text = decoded(data, name)
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=max("\t;,", key=first.count), strict=True
    )
    rows = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, [cell.strip() for cell in cells]))
            if len(rows) > MOST_PEOPLE:
                most = number(MOST_PEOPLE)
                raise _problems(name, gettext("The list has more than {count} rows.", count=most))
    except csv.Error:
        message = gettext("The row can't be read: a quotation mark is opened and not closed.")
        raise FileProblems([Problem(name, message, reader.line_num)]) from None
    if not rows:
        raise _problems(name, gettext("There is nothing in it."))
    return rows


def _places(headings: Sequence[str], name: str) -> dict[str, int]:
    """Each column's place. Other headings are refused, those about single people with their own reason."""
    places: dict[str, int] = {}
    problems = []
    for position, heading in enumerate(headings):
        plain = plain_heading(heading)
        column_name = next((column for column, names in COLUMNS.items() if plain in names), None)
        if column_name and column_name not in places:
            places[column_name] = position
        elif plain:
            what = gettext("Column {number} is none of those that are read.", number=position + 1)
            if plain in PERSONAL or SOUNDS_PERSONAL.search(plain):
                what = gettext("Column {number} tells of single people.", number=position + 1)
            problems.append(Problem(name, what, hint=_leave_out()))
    for column in COLUMNS:
        if column not in places and not problems:
            message = gettext("There is no column “{name}”.", name=column)
            hint = gettext("The first row names the columns: code, before, after.")
            problems.append(Problem(name, message, hint=hint))
    if problems:
        raise FileProblems(problems)
    return places


def _leave_out() -> str:
    return gettext("Leave it out: only a code, before and after are read.")


def _refuse_personal_cells(texts: Sequence[str], column: str, name: str) -> None:
    filled = [text for text in texts if text]
    looks = {
        gettext("e-mail addresses"): lambda text: "@" in text,
        gettext("days of birth"): _is_day,
        gettext("telephone numbers"): lambda text: bool(TELEPHONE.fullmatch(text)),
        gettext("names"): lambda text: bool(NAME.fullmatch(text)),
    }
    for what, is_one in looks.items():
        if sum(map(is_one, filled)) * SUSPECT > len(filled):
            message = gettext(
                "The column “{name}” looks as if it held {what}.", name=column, what=what
            )
            hint = gettext("Give each person a code that only you can read, such as K-17.")
            raise FileProblems([Problem(name, message, hint=hint)])


def _is_day(text: str) -> bool:
    if not re.search(r"\d[./-]\d", text):
        return False
    return any(each.day for each in parse_date(text).readings)


def _refuse_twice(codes: Iterable[tuple[int, str]], name: str) -> None:
    first: dict[str, int] = {}
    problems = []
    for line, code in codes:
        if not code:
            problems.append(Problem(name, gettext("There is no code."), line))
        elif first.setdefault(code, line) != line:
            message = gettext("It has the same code as row {line}.", line=first[code])
            problems.append(Problem(name, message, line))
    if problems:
        raise FileProblems(problems)


def _answers(results: Sequence[tuple[int, str, str]]) -> Totals:
    both = [
        (plain_heading(before) in YES, plain_heading(after) in YES)
        for _line, before, after in results
        if before and after
    ]
    return Totals(len(both), *_one_alone(results), _paired_counts(both))


def _scores(
    results: Sequence[tuple[int, str, str]], name: str, passes_from: Decimal | None
) -> Totals:
    sign = decimal_sign_of(text for _line, *both in results for text in both)
    problems, pairs = [], []
    for line, *both in results:
        scores = []
        for text, column in zip(both, ("before", "after"), strict=True):
            value = parse_number(text, decimal_sign=sign).value if text else None
            if text and value is None:
                message = gettext("“{name}” is no number.", name=column)
                hint = gettext("Write scores, or yes and no in all rows.")
                problems.append(Problem(name, message, line, hint=hint))
            scores.append(value)
        if scores[0] is not None and scores[1] is not None:
            pairs.append((scores[0], scores[1]))
    if problems:
        raise FileProblems(problems)
    passed = (
        None
        if passes_from is None
        else _paired_counts(
            [(before >= passes_from, after >= passes_from) for before, after in pairs]
        )
    )
    changes = [after - before for before, after in pairs]
    return Totals(
        len(pairs),
        *_one_alone(results),
        passed,
        sum((before for before, _after in pairs), Decimal(0)),
        sum((after for _before, after in pairs), Decimal(0)),
        sum(changes, Decimal(0)),
        sum((each * each for each in changes), Decimal(0)),
    )


def _one_alone(results: Sequence[tuple[int, str, str]]) -> tuple[int, int]:
    return (
        sum(1 for _line, before, after in results if before and not after),
        sum(1 for _line, before, after in results if after and not before),
    )


def _paired_counts(both: Sequence[tuple[bool, bool]]) -> Paired:
    return Paired(
        both=both.count((True, True)),
        gained=both.count((False, True)),
        lost=both.count((True, False)),
        neither=both.count((False, False)),
    )


def _at(cells: Sequence[str], position: int) -> str:
    return cells[position] if position < len(cells) else ""


def _problems(name: str, message: str) -> FileProblems:
    return FileProblems([Problem(name, message)])
