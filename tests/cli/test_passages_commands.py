"""`trueline passages`: quotations on the command line."""

import csv
import hashlib
import io
import json

import pytest

PROPOSAL = (
    "# What we will do\n\nWe train forty labour inspectors in two courses this spring.\n\n"
    "Recruiters may move to the neighbouring district once the station is watched.\n"
)
QUESTIONS = """\
title: Ours
questions:
  - id: training
    text: Who is trained?
    examples: [We train inspectors in courses.]
    signs: [{find: 'train(?:s|ed|ing)?', weight: 2}]
  - id: money
    text: What does it cost?
    examples: [The budget is large.]
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "proposal.md").write_text(PROPOSAL)
    (tmp_path / "questions.yaml").write_text(QUESTIONS)
    return ("proposal.md", "--questions", "questions.yaml")


def test_text(run, files):
    printed = run("passages", *files)
    assert "“We train forty labour inspectors in two courses this spring.”" in printed
    assert "Signs: “train”." in printed
    assert "may still speak to it" in printed


@pytest.mark.slow
def test_the_questions_of_the_toolkit(run, files):
    printed = run("passages", "proposal.md")
    assert "foundations.displacement" in printed
    assert (
        "“Recruiters may move to the neighbouring district once the station is watched.”" in printed
    )


def test_json_traces_a_quotation_to_its_place(run, files):
    data = json.loads(run("passages", *files, "--format", "json"))
    (document,) = data["documents"]
    assert document["sha256"] == hashlib.sha256(PROPOSAL.encode()).hexdigest()
    (passage,) = document["questions"][0]["passages"]
    assert (passage["page"], passage["heading"]) == (1, "What we will do")
    assert passage["end"] - passage["start"] == len(passage["quote"])
    assert document["questions"][1]["passages"] == []


def test_csv_and_a_page(run, files):
    (row,) = csv.DictReader(io.StringIO(run("passages", *files, "--format", "csv")))
    assert (row["question_id"], row["rank"], row["stance"]) == ("training", "1", "vague")
    page = run("passages", *files, "--format", "html")
    assert '<blockquote lang="en">We <mark>train</mark> forty' in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.pdf"], "none.pdf can’t be read: No such file"),
        (["questions.yaml"], "Files that end in .yaml are not read"),
        (["proposal.md", "--questions", "none.csv"], "none.csv can’t be read"),
        (["evaluate", "none.csv"], "none.csv can’t be read"),
        (["evaluate", "proposal.md", "--leave-one-out"], "Columns are missing"),
    ],
)
def test_what_can_not_be_done_says_why(run, files, arguments, said):
    assert said in run("passages", *arguments, code=2)


def test_evaluate(run, files, tmp_path):
    (tmp_path / "labels.csv").write_text(
        "statement_id,sentence_orig_idxs,sentence,training,money\n"
        "a,0,We train inspectors,1,0\na,1,Rain fell,0,0\nb,0,The budget is large,0,1\n"
    )
    labels = ("labels.csv", "--questions", "questions.yaml")
    found = json.loads(run("passages", "evaluate", *labels, "--json"))
    assert found["means"]["average_precision"] == 1.0
    assert "1.000" in run("passages", "evaluate", *labels)
    assert "choose one" in run(
        "passages", "evaluate", *labels, "--folds", "2", "--clicks", "3", code=2
    )
