"""The logframe as it grows while its tables are read."""

from __future__ import annotations

from trueline.exchange.logframe.headings import LevelWord, plain
from trueline.exchange.logframe.items import Coded
from trueline.exchange.logframe.model import IndicatorRow, ObjectiveRow

SHORT = 12
"""Letters of an objective that may well stand twice, under two numbers: “Training”."""


class Frame:
    """The rows read so far, the current one, and the last level named."""

    def __init__(self) -> None:
        self.rows: list[ObjectiveRow] = []
        self.row: ObjectiveRow | None = None
        self.word: LevelWord | None = None
        self.depths: dict[int, LevelWord] = {}
        self.under = ""
        self.doubts: list[str] = []
        self._known: dict[tuple[str, str], ObjectiveRow] = {}
        self._indicators: dict[tuple[str, str], IndicatorRow] = {}

    def begin(
        self, objective: Coded, place: str, word: LevelWord | None, indent: int
    ) -> ObjectiveRow:
        """The row of an objective: a new one, or an earlier row with the same text."""
        level_word = objective.level or word
        own = level_word
        if level_word:
            self.word = level_word
            if objective.code:
                self.depths[objective.code.count(".")] = level_word
        elif objective.code and (depth := objective.code.count(".")) in self.depths:
            level_word = self.depths[depth]
        else:
            level_word = None if objective.code or indent else self.word
        key = (plain(objective.text), objective.code if len(objective.text) < SHORT else "")
        row = self._known.get(key) or self._of_the_same_words(objective)
        other_number = bool(row and row.number and objective.code and row.number != objective.code)
        if row is None or other_number or (own and row.word and row.word != own):
            row = ObjectiveRow(
                objective.text, place, number=objective.code, word=level_word, indent=indent
            )
            self._known[key] = row
            self.rows.append(row)
        row.number = row.number or objective.code
        row.word = row.word or level_word
        self.row = row
        return row

    def _of_the_same_words(self, objective: Coded) -> ObjectiveRow | None:
        """A row of the same few words, where only one of the two bears a number."""
        words = plain(objective.text)
        if not words or len(objective.text) >= SHORT:
            return None
        same = [row for row in self.rows if plain(row.objective) == words]
        return next((row for row in same if not row.number or not objective.code), None)

    def loose(self, place: str) -> ObjectiveRow:
        """The row of indicators that stand under no objective."""
        for row in self.rows:
            if not row.objective:
                return row
        self.rows.append(ObjectiveRow("", place, word="output"))
        return self.rows[-1]

    def indicator(
        self,
        row: ObjectiveRow,
        coded: Coded,
        place: str,
        *,
        own: bool = False,
        another: bool = False,
    ) -> IndicatorRow:
        """An indicator of a row: a new one, or the one of the same words that was read before.

        `another`: it is one more, though it says the same.
        """
        if another:
            row.indicators.append(IndicatorRow(coded.text, place, coded.code))
            return row.indicators[-1]
        by_text = (plain(coded.text), "")
        if not own and (same := self._of_code_and_words(row, coded)):
            return same
        existing = self._indicators.get(by_text)
        if own and existing is not None and existing not in row.indicators:
            existing = next(
                (one for one in row.indicators if plain(one.statement) == by_text[0]), None
            )
        same_code = existing is not None and existing.code != "" and existing.code == coded.code
        if existing is not None and existing.code and coded.code and not same_code:
            existing = next((one for one in row.indicators if one.code == coded.code), None)
        if existing is not None and (same_code or existing in row.indicators or not row.objective):
            existing.code = existing.code or coded.code
            return existing
        for other in row.indicators:
            if coded.code and other.code == coded.code and other.place != place:
                return other
        indicator = IndicatorRow(coded.text, place, coded.code)
        row.indicators.append(indicator)
        self._indicators.setdefault(by_text, indicator)
        return indicator

    def _of_code_and_words(self, row: ObjectiveRow, coded: Coded) -> IndicatorRow | None:
        """The indicator of the same code and words, of this row before others."""
        if not coded.code:
            return None
        every = (one for each in (row, *self.rows) for one in each.indicators)
        words = plain(coded.text)
        return next(
            (o for o in every if o.code == coded.code and plain(o.statement) == words), None
        )

    def measured_by(self, level: LevelWord, code: str) -> ObjectiveRow | None:
        """The row that an indicator of a code measures, as “Outcome 1.2” does Outcome 1."""
        number = code.rpartition(".")[0]
        return next((r for r in self.rows if r.word == level and r.number == number), None)

    def with_code(self, code: str) -> ObjectiveRow | None:
        """The row that bears a number."""
        return next((row for row in reversed(self.rows) if row.number and row.number == code), None)
