"""What readers' answers teach: which sums are kept, and how they move a ranking."""

import pytest

from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer
from trueline.passages.taught import EVERY, MOST, Judgement, TaughtScorer, TermSums, sums_of

QUESTIONS = (Question(id="money", text="What does it cost?"), Question(id="other", text="Who?"))


def judged(passage: str, documents: int, *, taken: bool = True) -> list[Judgement]:
    return [Judgement("money", passage, f"document {n}", taken) for n in range(documents)]


class TestSums:
    def test_a_word_of_two_documents_is_not_kept(self):
        sums = sums_of([*judged("ledgers", 3), *judged("brokers", 2), *judged("brokers", 2)])
        assert sums["money"].keys() == {EVERY, "ledg"}

    def test_passages_are_counted_once_for_each_word_that_they_hold(self):
        sums = sums_of([*judged("ledgers, ledgers", 4), *judged("a ledger", 3, taken=False)])
        assert sums["money"]["ledg"] == sums["money"][EVERY] == TermSums(4, 3, 4)

    def test_so_many_words_at_most_are_kept_with_the_sums_of_all_passages(self):
        words = [chr(97 + n // 26) * 3 + chr(97 + n % 26) * 3 for n in range(MOST + 50)]
        sums = sums_of(judged(" ".join(words), 3))
        assert len(sums["money"]) == MOST
        assert EVERY in sums["money"]


class TestTaughtScorer:
    def moved(self, judgements: list[Judgement], sentence: str):
        taught = TaughtScorer(QUESTIONS, sums_of(judgements))
        return (taught.evidence([sentence]) - Scorer(QUESTIONS).evidence([sentence]))[0]

    def test_words_of_passages_that_were_taken_raise_and_those_of_refused_ones_lower(self):
        answers = [*judged("ledgers", 4), *judged("brokers", 4, taken=False)]
        money, other = self.moved(answers, "The ledgers.")
        assert money > 0 == other
        assert self.moved(answers, "The brokers.")[0] == pytest.approx(-money)

    def test_where_most_was_refused_a_word_that_was_refused_as_often_moves_nothing(self):
        answers = [*judged("ledgers and brokers", 4), *judged("ledgers", 40, taken=False)]
        assert self.moved(answers, "The ledgers.")[0] == pytest.approx(0, abs=0.01)
        assert self.moved(answers, "The brokers.")[0] > 0.2

    def test_nothing_learned_moves_nothing(self):
        assert not self.moved([], "The ledgers.").any()
