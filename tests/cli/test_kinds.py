"""Commands on a kind of document that they know by its registration alone."""

from __future__ import annotations

import json

import pytest

from trueline.document import kinds, load_any

pytestmark = pytest.mark.usefixtures("toy")
TOWER = "kind: toy\ntitle: Tower\nblocks:\n- {id: cube, title: Cube, edges: sharp}\n"


@pytest.fixture
def tower(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tower.yaml"
    path.write_text(TOWER)
    return path


def test_a_file_is_begun_with_every_field_and_its_schema(run, tmp_path):
    path = tmp_path / "kite.yaml"
    out = run("new", path, "--document", "toy")
    assert "With --kind" not in out
    text = path.read_text()
    for line in ("kind: toy", "# Maker: Who made it.", "blocks:", "- id: block-1"):
        assert line in text
    assert "# 1 Q" in text
    assert load_any(path).document.blocks[0].id == "block-1"
    schema = json.loads((tmp_path / "trueline-toy.schema.json").read_text())
    assert schema == json.loads(run("schema", "toy"))
    assert "trueline-toy.schema.json" in text


def test_a_kind_that_is_not_known_is_answered_with_those_that_are(run, tmp_path):
    names = ", ".join(sorted(kind.name for kind in kinds()))
    assert names in run("new", tmp_path / "x.yaml", "--document", "castle", code=2)
    assert f"{names}, review, toolkit" in run("schema", "castle", code=2)


def test_it_is_reviewed_by_its_own_rules(run, tower):
    assert "“Cube” has sharp edges." in " ".join(run("review", tower, code=1).split())


def test_it_is_found_in_a_folder_beside_designs(run, tower):
    (tower.parent / "design.yaml").write_text("title: One\nactivities: []\nresults: []\n")
    (tower.parent / "tower.json").write_text('{"kind": "toy", "title": "Small tower"}')
    (tower.parent / "pod.yaml").write_text("kind: Pod\n")
    out = run("review", tower.parent, "--summary", code=1)
    assert "Tower" in out
    assert "Small tower" in out
    assert "pod.yaml: names nothing" in out


def test_two_versions_are_compared(run, tower):
    newer = tower.with_name("newer.yaml")
    newer.write_text(TOWER.replace("sharp", "round"))
    assert "edges was “sharp” and is now “round”" in run("compare", tower, newer, code=1).lower()


def test_what_only_it_has_is_made_of_it(run, tower):
    run("export", tower, "--to", "tower-parts.csv")
    assert tower.with_name("tower-parts.csv").read_text() == "id,name\ncube,Cube"
    assert "parts.csv" in run("export", tower, "--to", "dossier.csv", code=2)


def test_its_rules_are_listed_and_explained(run):
    assert "safety.sharp-edges" in run("rules", "safety")
    assert "come to no harm" in " ".join(run("explain", "safety.sharp-edges").split())
