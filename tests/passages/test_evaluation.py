"""How well passages are found, counted as it is counted elsewhere."""

import numpy
import pytest

from trueline.files import FileProblems
from trueline.passages.evaluation import Labelled, folds, means, quality, read_labels
from trueline.passages.learning import LearnedRanker
from trueline.passages.questions import Question, read_questions
from trueline.passages.ranking import by_clicks, in_folds, learned, without_labels
from trueline.passages.scoring import Scorer

QUESTIONS = (
    Question(id="training", text="Who is trained?", examples=("Nurses were trained.",)),
    Question(id="money", text="What does it cost?", examples=("The budget is large.",)),
)
OF = {
    "training": ["nurses were trained", "officers took a course", "teachers learned it in courses"],
    "money": ["the budget is large", "costs rose by ten euros", "salaries cost most of it"],
    "": ["rain fell on the hills", "the road is long and dry", "they met on a market day"],
}


def marked(count: int) -> Labelled:
    """Documents that each hold a sentence of each sort, in an order that turns."""
    documents, labels = [], []
    for number in range(count):
        sentences = [
            (f"{OF[name][(number + at) % 3]} {number}", [int(name == q.id) for q in QUESTIONS])
            for at, name in enumerate([*OF, *OF])
        ]
        turned = sentences[number % 6 :] + sentences[: number % 6]
        documents.append([text for text, _ in turned])
        labels += [marks for _, marks in turned]
    return Labelled(documents, [str(number) for number in range(count)], numpy.array(labels))


class TestQuality:
    def test_all_right_is_one(self):
        labelled = marked(4)
        found = quality(labelled, labelled.labels.astype(float), QUESTIONS)
        assert [each.average_precision for each in found] == [1.0, 1.0]
        assert means(found)["hit_in_3"] == 1.0

    def test_precision_as_it_is_taught(self):
        """Marked at ranks 1, 3 and 6: (1/1 + 2/3 + 3/6) / 3."""
        labelled = Labelled([list("abcdef")], ["one"], numpy.array([[1], [0], [1], [0], [0], [1]]))
        scores = numpy.array([[6.0], [5], [4], [3], [2], [1]])
        (found,) = quality(labelled, scores, QUESTIONS[:1])
        assert found.average_precision == pytest.approx((1 + 2 / 3 + 3 / 6) / 3)
        assert (found.recall_at_3, found.recall_at_10, found.hit_in_3) == (2 / 3, 1.0, 1.0)

    def test_a_question_that_nothing_was_marked_for_has_no_figures(self):
        labelled = Labelled([list("ab")], ["one"], numpy.array([[0], [0]]))
        (found,) = quality(labelled, numpy.array([[1.0], [2]]), QUESTIONS[:1])
        assert found.average_precision is None
        assert means([found]) == {}


class TestLabels:
    def test_rows_are_put_into_order(self, tmp_path):
        path = tmp_path / "labels.csv"
        path.write_text(
            "statement_id,sentence_orig_idxs,sentence,training,money\n"
            'a,"[2, 3]",third,0,1\nb,0,other,0,0\na,0,first,1,0\na,1,second,0,0\n'
        )
        labelled = read_labels(path, QUESTIONS)
        assert labelled.documents == [["first", "second", "third"], ["other"]]
        assert labelled.labels.tolist() == [[1, 0], [0, 0], [0, 1], [0, 0]]

    def test_a_list_of_targets_blank_rows_and_an_old_encoding(self, tmp_path):
        path = tmp_path / "labels.csv"
        path.write_bytes(
            'statement_id,sentence_id,sentence_text,targets\na,1,it’s,"[0, 1]"\n,,,\n'.encode(
                "mac_roman"
            )
        )
        labelled = read_labels(path, QUESTIONS)
        assert (labelled.documents, labelled.labels.tolist()) == ([["it’s"]], [[0, 1]])

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("sentence,training,money\nx,1,0", "statement_id"),
            ("statement_id,sentence,training\na,x,1", "money"),
            ("statement_id,sentence,training,money\na,x,1,2", "neither 0 nor 1"),
            ("statement_id,sentence,training,money\na,x,1,", "neither 0 nor 1"),
            ('statement_id,sentence,targets\na,x,"[1]"', "1 labels for 2 questions"),
            ("statement_id,sentence,training,money\n", "statement_id"),
        ],
    )
    def test_what_is_wrong_is_said(self, tmp_path, text, said):
        path = tmp_path / "labels.csv"
        path.write_text(text)
        with pytest.raises(FileProblems, match=said):
            read_labels(path, QUESTIONS)


class TestQuestions:
    def test_a_table(self, tmp_path):
        path = tmp_path / "questions.csv"
        path.write_text("\ufeffid;question\n".replace(";", ",") + "a,What?\n,\nb,Who?\n", "utf-8")
        assert [(q.id, q.text) for q in read_questions(path).questions] == [
            ("a", "What?"),
            ("b", "Who?"),
        ]

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("id,name\na,b", "no column “question”"),
            ("id,question\n", "no questions below"),
            ("id,question\na,x\na,y", "Two questions are called “a”"),
        ],
    )
    def test_what_is_wrong_is_said(self, tmp_path, text, said):
        path = tmp_path / "questions.csv"
        path.write_text(text)
        with pytest.raises(FileProblems, match=said):
            read_questions(path)

    def test_what_is_known_is_used_where_the_columns_match(self, tmp_path):
        path = tmp_path / "questions.csv"
        known = read_questions(
            __import__("pathlib").Path(read_questions.__globals__["KNOWN"])
            / "modern-slavery-statements.yaml"
        )
        rows = "".join(f'"{q.id}","{q.text}"\n' for q in known.questions)
        path.write_text(f"column,question\n{rows}")
        assert read_questions(path).known_from == "Statements on modern slavery"
        path.write_text(f"column,question\n{rows}more,Another?\n")
        assert read_questions(path).known_from == ""


@pytest.mark.slow
class TestLearning:
    def average(self, labelled: Labelled, scores) -> float:
        return means(quality(labelled, scores, QUESTIONS))["average_precision"]

    def test_what_readers_marked_elsewhere_helps(self):
        scorer, held = Scorer(QUESTIONS), marked(12)
        before = self.average(held, without_labels(scorer, held.documents))
        after = self.average(held, learned(scorer, marked(30), held.documents))
        assert after > max(before, 0.95)

    def test_folds_hold_each_document_out_once(self):
        assert sorted(number for part in folds(11, 4) for number in part) == list(range(11))
        labelled = marked(20)
        assert self.average(labelled, in_folds(Scorer(QUESTIONS), labelled, 4)) > 0.95

    def test_clicks_help(self):
        scorer, labelled = Scorer(QUESTIONS), marked(24)
        before = self.average(labelled, without_labels(scorer, labelled.documents))
        assert self.average(labelled, by_clicks(scorer, labelled, 20)) >= before

    def test_a_probability_is_high_where_it_was_marked_and_none_where_nothing_was_learned(self):
        known, held = marked(30), marked(12)
        known.labels[:, 1] = 0
        ranker = LearnedRanker(Scorer(QUESTIONS)).fit(known.documents, known.labels)
        likely = ranker.predict_proba(held.documents)
        is_training = held.labels[:, 0] == 1
        assert likely[is_training, 0].min() > 0.5 > likely[~is_training, 0].max()
        assert not likely[:, 1].any()

    def test_a_question_without_marks_is_ranked_by_what_is_known(self):
        known = marked(20)
        known.labels[:, 1] = 0
        ranker = LearnedRanker(Scorer(QUESTIONS)).fit(known.documents, known.labels)
        assert numpy.isfinite(ranker.score(marked(3).documents)).all()
        assert (
            self.average(marked(12), learned(Scorer(QUESTIONS), known, marked(12).documents)) > 0.5
        )
