"""What a person reads who made a mistake in a file: place, words, and a way to mend it."""

import pytest

from trueline.design import parse_design
from trueline.files import FileProblems

# a text; the line and column; the message; the hint
MISTAKES = [
    ("titel: A", (1, 8), "There is no field `titel` here.", "Did you mean `title`?"),
    (
        "next-steps: []",
        (1, 1),
        "There is no field `next-steps` here.",
        "Did you mean `next_steps`?",
    ),
    (
        "title: 2026",
        (1, 8),
        "`title` should be text, but it is the number 2026.",
        "Put quotes around it.",
    ),
    ("title: true", (1, 8), "`title` should be text, but it is true.", "Put quotes around it."),
    ("title: [A]", (1, 1), "`title` should be text, but it is a list.", ""),
    (
        "countries: NP",
        (1, 12),
        "`countries` should be a list (lines that begin with `-`), but it is the text “NP”.",
        "",
    ),
    (
        "countries: [NP, Nepal]",
        (1, 17),
        "`countries[2]` has a form that can't be used: the text “Nepal”.",
        "Countries are codes of two capital letters, such as NP.",
    ),
    (
        "countries: [NP, ]\npartners:\n  -\n",
        (3, 4),
        "`partners[1]` is empty.",
        "Remove the item, or write something in it.",
    ),
    (
        "budget: {amount: 12, currency: euro}",
        (1, 32),
        "`currency` has a form that can't be used: the text “euro”.",
        "Currencies are codes of three capital letters, such as EUR.",
    ),
    (
        "budget: {amount: '12,500', currency: EUR}",
        (1, 18),
        "`amount` should be a number, but it is the text “12,500”.",
        "Write digits only, with a point for decimals, such as 12500.50.",
    ),
    (
        "budget: {amount: -1, currency: EUR}",
        (1, 18),
        "`amount` should be 0 or more, but it is the number -1.",
        "",
    ),
    (
        "budget: {amount: 1.2345, currency: EUR}",
        (1, 18),
        "`amount` has more than 3 digits after the point: the number 1.2345.",
        "Round it.",
    ),
    (
        "budget: {amount: 12345678901234567890, currency: EUR}",
        (1, 18),
        "`amount` has more than 19 digits: the number 1.2345678901234567e+19.",
        "Round it.",
    ),
    ("budget: {amount: 12345678901234567.8, currency: EUR}", (1, 18), None, None),
    (
        "budget: {amount: true, currency: EUR}",
        (1, 18),
        "`amount` should be a number, but it is true.",
        "",
    ),
    ("budget: {amount: 12}", (1, 1), "The field `currency` is missing.", "Add it."),
    (
        "budget: {amount: , currency: EUR}",
        (1, 10),
        "`amount` should be a number, but it is empty.",
        "",
    ),
    (
        "budget: 12",
        (1, 9),
        "`budget` should be named fields (`name: value`), but it is the number 12.",
        "",
    ),
    (
        "start: soon",
        (1, 8),
        "`start` should be a date such as 2026-03-31, but it is the text “soon”.",
        "",
    ),
    (
        "start: 2026-02-30",
        (1, 8),
        "`start` should be a date such as 2026-03-31, but it is the text “2026-02-30”.",
        "There is no such day.",
    ),
    (
        "start: 86400",
        (1, 8),
        "`start` should be a date such as 2026-03-31, but it is the number 86400.",
        "",
    ),
    (
        "start: 2026-03-31T00:00:00",
        (1, 8),
        "`start` should be a date such as 2026-03-31, but it is the text “2026-03-31T00:00:00”.",
        "",
    ),
    ("phase: matur", (1, 8), "`phase` can't be the text “matur”.", "Did you mean `mature`?"),
    (
        "phase: x",
        (1, 8),
        "`phase` can't be the text “x”.",
        "It can be one of: `new`, `running`, `mature`.",
    ),
    (
        "behaviours: [{id: b, actor_group: Criminal Justice}]",
        (1, 35),
        "`actor_group` can't be the text “Criminal Justice”.",
        "Did you mean `criminal-justice`?",
    ),
    ("title: " + "x" * 501, (1, 8), "`title` has 501 characters; 500 is the most.", "Shorten it."),
    ("partners: [{id: ''}]", (1, 17), "`id` is empty.", "Fill it in, or leave the field out."),
    (
        "partners: [{id: Käthe GmbH}]",
        (1, 17),
        "`id` has a form that can't be used: the text “Käthe GmbH”.",
        "Ids are lower-case letters, digits and hyphens, such as training-1.",
    ),
    ("partners: [{title: A}]", (1, 12), "The field `id` is missing.", "Add it."),
    (
        "activities:\n- id: a\n  kind: justic\n",
        (3, 9),
        "`kind` can't be the text “justic”.",
        "Did you mean `justice`?",
    ),
    (
        "activities:\n- id: a\n  kind: 7\n",
        (3, 9),
        "`kind` can't be the number 7.",
        "It can be one of: `awareness`, `livelihoods`, `legal`, `justice`, `identification`,"
        " `support`, `plans`, `other`.",
    ),
    (
        "activities:\n- id: a\n",
        (2, 3),
        "The field `kind` is missing.",
        "It can be one of: `awareness`, `livelihoods`, `legal`, `justice`, `identification`,"
        " `support`, `plans`, `other`.",
    ),
    (
        "activities:\n- id: a\n  kind:\n",
        (3, 3),
        "`kind` is empty.",
        "It can be one of: `awareness`, `livelihoods`, `legal`, `justice`, `identification`,"
        " `support`, `plans`, `other`.",
    ),
    (
        "activities:\n- {id: a, kind: legal, mentoring: x}\n",
        (2, 35),
        "There is no field `mentoring` here.",
        "It belongs to `justice`.",
    ),
    (
        "activities:\n- {id: a, kind: justice, mentorin: x}\n",
        (2, 36),
        "There is no field `mentorin` here.",
        "Did you mean `mentoring`?",
    ),
    (
        "activities:\n- {id: a, kind: justice, justice: x}\n",
        (2, 35),
        "There is no field `justice` here.",
        None,
    ),
    (
        "activities: [{id: a, kind: other, people: -5}]",
        (1, 43),
        "`people` should be 0 or more, but it is the number -5.",
        "",
    ),
    (
        "activities: [{id: a, kind: other, people: 1.5}]",
        (1, 43),
        "`people` should be a whole number, but it is the number 1.5.",
        "",
    ),
    (
        "activities: [{id: a, kind: other, people: true}]",
        (1, 43),
        "`people` should be a whole number, but it is true.",
        "",
    ),
    (
        "activities: [{id: a, kind: other, people: forty}]",
        (1, 43),
        "`people` should be a whole number, but it is the text “forty”.",
        "",
    ),
    (
        "activities: [{id: a, kind: justice, training: perhaps}]",
        (1, 47),
        "`training` should be true or false, but it is the text “perhaps”.",
        "",
    ),
    (
        "activities: [x]",
        (1, 14),
        "`activities[1]` should be named fields (`name: value`), but it is the text “x”.",
        None,
    ),
    (
        "results:\n- id: a\n- id: a\n",
        (3, 7),
        "“a” is used already in activities and results, on line 2.",
        "Give each a name of its own.",
    ),
    (
        "activities: [{id: a, kind: other}]\nresults:\n- id: a\n",
        (3, 7),
        "“a” is used already in activities and results, on line 1.",
        "Give each a name of its own.",
    ),
    (
        "behaviours:\n- id: b\n  barriers: [{id: x}]\n- id: c\n  barriers: [{id: x}]\n",
        (5, 19),
        "“x” is used already in barriers, on line 3.",
        "Give each a name of its own.",
    ),
    (
        "displacement:\n- kind: place\n- kind: place\n",
        (3, 9),
        "“place” is used already in displacement, on line 2.",
        "Give each a name of its own.",
    ),
    (
        "answers:\n- {question: a.b, activity: c}\n- {question: a.b}\n- {question: a.b, activity: c}",
        (4, 14),
        "“a.b@c” is used already in answers, on line 2.",
        "Give each a name of its own.",
    ),
    (
        "evaluation:\n  studies:\n  - id: a\n  - id: a\n",
        (4, 9),
        "“a” is used already in studies, on line 3.",
        "Give each a name of its own.",
    ),
    (
        "schema_version: x",
        (1, 17),
        "`schema_version` should be a whole number from 1, but it is the text “x”.",
        "Write 1, or leave the line out.",
    ),
    (
        "schema_version: 2",
        (1, 17),
        "The file is of form 2; this version of Trueline reads up to 1.",
        "Update Trueline to open it.",
    ),
]


@pytest.mark.parametrize(("text", "place", "message", "hint"), MISTAKES, ids=range(len(MISTAKES)))
def test_a_mistake_is_told_once_in_its_place(
    text: str, place: tuple[int, int], message: str | None, hint: str | None
) -> None:
    with pytest.raises(FileProblems) as caught:
        parse_design(text, "plan.yaml")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == place
    assert message in (None, problem.message)
    assert hint in (None, problem.hint)


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file() -> None:
    text = (
        "titel: A\nphase: old\nactivities:\n  - {id: a, kind: justic}\n  - {id: b, kind: legal,"
        " mentoring: x}\n  - {id: b, kind: plans, budgeted: maybe}\nstart: 31.3.2026\n"
    )
    with pytest.raises(FileProblems) as caught:
        parse_design(text, "plan.yaml")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 4, 5, 6, 6, 7]
    assert str(caught.value.problems[2]) == (
        "plan.yaml:4:19: `kind` can't be the text “justic”. Did you mean `justice`?"
    )
