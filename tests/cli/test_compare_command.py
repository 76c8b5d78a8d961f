"""`trueline compare`: two versions of a design."""

import json


def test_changes_stand_under_their_element_with_their_line(run, shelter):
    newer = shelter.with_name("newer.yaml")
    newer.write_text(
        shelter.read_text().replace("free_to_leave: false", "free_to_leave: true")
        + "sources:\n  - {id: s1, title: Survey}\n"
    )
    out = run("compare", shelter.name, newer.name, code=1)
    assert "Activity “House in the capital”\n" in out
    assert "Free to leave? was “No” and is now “Yes”.  newer.yaml:6" in out
    assert "Source “Survey” was added.  newer.yaml:16" in out
    assert "2 changes." in out


def test_what_was_removed_has_its_line_in_the_older(run, shelter):
    newer = shelter.with_name("newer.yaml")
    newer.write_text("title: A safe place\n")
    out = run("compare", shelter.name, newer.name, code=1)
    assert "Activity “House in the capital” was removed.  shelter.yaml:3" in out


def test_layout_and_comments_are_no_change(run, shelter):
    newer = shelter.with_name("newer.yaml")
    newer.write_text("# A comment\n" + shelter.read_text())
    assert "say the same" in run("compare", shelter.name, newer.name)


def test_changes_as_json(run, shelter):
    newer = shelter.with_name("newer.yaml")
    newer.write_text(
        shelter.read_text() + "start: 2027-01-31\nbudget: {amount: 1.5, currency: EUR}\n"
    )
    changes = json.loads(run("compare", shelter.name, newer.name, "--json", code=1))
    assert {(one["address"], str(one["after"])) for one in changes} == {
        ("start", "2027-01-31"),
        ("budget", "{'amount': '1.5', 'currency': 'EUR'}"),
    }


def test_the_problems_of_both_at_once(run, tmp_path):
    (tmp_path / "torn.yaml").write_text("titel: A\n")
    out = run("compare", tmp_path / "torn.yaml", tmp_path / "gone.yaml", code=2)
    assert "Did you mean `title`?" in out
    assert "gone.yaml: There is no such file." in out
