"""Reading packs: what an organisation may add, and how mistakes are told."""

import shutil
from pathlib import Path

import pytest

from trueline.cache import cache_folder
from trueline.files import FileProblems, read_file
from trueline.toolkit import load_toolkit, validate_pack
from trueline.toolkit.loading import SOURCE, read_pack

MISTAKES = read_file(Path(__file__).with_name("mistakes.yaml")).data

HEAD = """\
pack:
  id: acme
  name: Acme Foundation
  language: en
  edition: "1"
"""
OWN = """\
for_section: awareness
questions:
  - id: acme.consent
    ref: own
    title: Did people agree to be in the pictures?
    text: Did everybody who can be recognised in the materials agree to it?
    applies: [awareness]
    why: Pictures can identify people and put them at risk.
    good_answer: Written consent for each person, and a way to withdraw it.
    responses:
      - stance: not-known
        answer: The agency took the pictures.
        remedy: generate
        step: Ask the agency for the consent forms before printing.
    lessons: [awareness.behaviour-change]
    indicators: [acme.consent-forms]
indicators:
  - category: awareness.reach
    indicator:
      id: acme.consent-forms
      ref: own
      statement: People shown in materials with written consent.
      measure: proportion
      numerator: People shown with written consent
      denominator: People shown
      unit: per cent
      direction: up
      methods: [Consent forms]
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path):
    return write(tmp_path, pack=HEAD, own=OWN)


def test_own_entries_join_the_sources(own):
    toolkit = load_toolkit(extra=[own])
    assert toolkit.is_own("acme.consent")
    assert not toolkit.is_own("awareness.reach")
    assert toolkit.node("acme.consent").section_id == "awareness"
    assert toolkit["acme.consent"] in toolkit.questions("awareness")
    assert toolkit.category_of("acme.consent-forms").id == "awareness.reach"
    assert [pack.name for pack in toolkit.packs] == ["ICAT toolkit", "Acme Foundation"]
    assert "acme.consent" not in load_toolkit()


def test_packs_written_earlier_are_read_as_what_claims_no_more(tmp_path):
    """Months named one by one count from the activity's end; a label of praise is a finding."""
    lesson = "lessons:\n  - {id: acme.l, ref: own, title: T, statement: S., direction: works,"
    earlier = OWN.replace("methods: [", "months_after: [6, 12]\n      methods: [")
    pack = write(tmp_path, pack=HEAD, own=f"{earlier}{lesson} follows: F.}}\n")
    toolkit = load_toolkit(extra=[pack])
    assert toolkit["acme.l"].direction == "finding"
    wanted = toolkit["acme.consent-forms"].follow_up
    assert (wanted.anchor, wanted.at) == ("end", (6, 12))


def test_two_organisations_beside_each_other(own, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    write(other, pack=HEAD.replace("acme", "zeta"), own=OWN.replace("acme.", "zeta."))
    toolkit = load_toolkit(extra=[own, other])
    assert {"acme.consent", "zeta.consent"} <= {node.id for node in toolkit}


def test_the_same_pack_twice_is_refused(own):
    with pytest.raises(FileProblems, match="pack id `acme` is taken"):
        load_toolkit(extra=[own, own])


def test_a_language_without_a_pack():
    with pytest.raises(ValueError, match="No pack in 'xx'"):
        load_toolkit("xx")


@pytest.mark.parametrize("case", MISTAKES, ids=lambda case: case["name"])
def test_mistake_is_told_with_file_and_line(case, tmp_path):
    """Each case changes the pack above: `file` is replaced by `text`, or `from` by `to` in it.

    `at` is where the problem is told, if not in the file that was changed.
    """
    texts = {"pack": HEAD, "own": OWN}
    name = case.get("file", "own")
    if "text" in case:
        texts[name] = case["text"]
    else:
        assert case["from"] in texts[name]
        texts[name] = texts[name].replace(case["from"], case["to"], 1)
    with pytest.raises(FileProblems) as caught:
        validate_pack(write(tmp_path, **texts))
    said = [problem for problem in caught.value.problems if case["says"] in str(problem)]
    assert said, [str(problem) for problem in caught.value.problems]
    assert Path(said[0].file).name == case.get("at", f"{name}.yaml").replace(
        "FOLDER", tmp_path.name
    )
    if "line" in case:
        assert said[0].line == case["line"]
    if "only" in case:
        assert len(caught.value.problems) == case["only"], caught.value.problems


def raw_cases():
    yield "utf-16 without mark", "pack: x".encode("utf-16-le"), "control character"
    yield "latin-1", HEAD.replace("Acme", "Acmé").encode("latin-1"), "not UTF-8"
    yield "nul bytes", b"pack:\x00 x", "control character"
    yield "a Word file", b"PK\x03\x04rest", "Word, Excel, PDF or zip"
    yield "empty", b"", "empty"
    yield "white space", b" \n\n", "empty"
    yield "only comments", b"# nothing yet\n", "nothing but comments"
    yield "too large", b"# " + b"x" * 100_000_000, "larger than 2 MB"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(8)
    )
    yield "alias bomb", bomb.encode(), "Anchors"
    yield "deep nesting", b"a: " + b"[" * 5000, "deep"
    yield "many values", b"a: [" + b"1," * 150_000 + b"1]", "more than 100,000 values"


@pytest.mark.parametrize(("name", "content", "says"), list(raw_cases()), ids=lambda v: str(v)[:20])
def test_file_that_cannot_be_read(name, content, says, tmp_path):
    (tmp_path / "pack.yaml").write_bytes(content)
    with pytest.raises(FileProblems) as caught:
        validate_pack(tmp_path)
    assert says in str(caught.value)
    assert "pack.yaml" in caught.value.problems[0].file


def test_folder_mistakes(tmp_path):
    for path, says in (
        (tmp_path / "gone", "does not exist"),
        (tmp_path, "no .yaml file"),
        (Path(__file__), "is a file"),
    ):
        with pytest.raises(FileProblems, match=says):
            validate_pack(path)


def test_a_folder_in_the_place_of_a_file(tmp_path):
    (tmp_path / "pack.yaml").mkdir()
    with pytest.raises(FileProblems, match="This is a folder"):
        validate_pack(tmp_path)


def test_evidence_that_nothing_cites(tmp_path):
    extra = "evidence:\n  - id: acme-study\n    ref: own\n    note: A study of ours.\n"
    with pytest.raises(FileProblems, match="Nothing cites the evidence `acme-study`"):
        validate_pack(write(tmp_path, pack=HEAD, own=OWN + extra))


def test_all_problems_of_all_files_at_once(tmp_path):
    write(tmp_path, pack=HEAD.replace("edition", "editoin"), own=OWN.replace("title", "titel"))
    with pytest.raises(FileProblems) as caught:
        validate_pack(tmp_path)
    files = {Path(problem.file).name for problem in caught.value.problems}
    assert files == {"pack.yaml", "own.yaml"}


def test_the_source_in_all_its_languages_is_in_order():
    for folder in SOURCE.iterdir():
        assert read_pack(folder).head.language == folder.name


@pytest.mark.slow
class TestCache:
    @pytest.fixture
    def folder(self, tmp_path, monkeypatch):
        monkeypatch.setenv("TRUELINE_CACHE", str(tmp_path / "cache"))
        pack = tmp_path / "pack"
        shutil.copytree(SOURCE / "en", pack)
        return pack

    def load(self, folder):
        from trueline.toolkit.cache import cache_key, cached_pack, keep_pack

        key = cache_key(folder, "test")
        pack = cached_pack(key)
        if pack is None:
            pack = read_pack(folder)
            keep_pack(key, pack)
            return pack, "read"
        return pack, "cached"

    def test_second_load_gives_the_same(self, folder):
        first, how = self.load(folder)
        assert how == "read"
        second, how = self.load(folder)
        assert how == "cached"
        assert second == first

    def test_a_changed_file_is_read_anew(self, folder):
        self.load(folder)
        path = folder / "plans.yaml"
        path.write_text(path.read_text() + "# changed\n")
        assert self.load(folder)[1] == "read"

    def test_half_a_cache_file_is_not_used(self, folder):
        self.load(folder)
        for path in cache_folder().iterdir():
            path.write_text(path.read_text()[:1000])
        assert self.load(folder)[1] == "read"

    def test_a_place_that_cannot_be_written_costs_only_time(self, folder, monkeypatch, tmp_path):
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("TRUELINE_CACHE", str(tmp_path / "file"))
        assert self.load(folder)[1] == "read"
        assert self.load(folder)[1] == "read"

    def test_a_user_without_a_home_has_no_cache(self, folder, monkeypatch):
        """As in a container that runs under a number which no user has."""

        def unknown():
            raise RuntimeError("Could not determine home directory.")

        for name in ("TRUELINE_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr("pathlib.Path.home", unknown)
        assert self.load(folder)[1] == "read"
        assert self.load(folder)[1] == "read"
