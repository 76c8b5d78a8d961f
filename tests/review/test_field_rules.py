"""Rules that are data name what there is: fields, words, conditions."""

import typing
from pathlib import Path

import pytest

from tests.review.data_mutations import conditions_of
from trueline.design import ACTIVITY_KINDS
from trueline.document import Document
from trueline.files import FileProblems
from trueline.files.annotations import models_in
from trueline.kinds import KINDS
from trueline.review import groups_of, rules
from trueline.review.field_rules import Case, FieldRule, field_rules

FOLDER = Path(rules.__path__[0])
MODELS: dict[str, type[Document]] = {kind.name: kind.model for kind in KINDS}
CONDITIONS = {kind: conditions_of(kind) for kind in MODELS}


def entries(kind: str) -> list[FieldRule]:
    files = [field_rules(FOLDER / kind / group) for group in groups_of(kind)]
    return [entry for file in files if file for entry in file.rules]


def fields_of(kind: str, entry: FieldRule) -> dict[str, typing.Any]:
    model = MODELS[kind] if entry.of == "document" else ACTIVITY_KINDS.get(entry.of)
    if model is None:
        (model,) = models_in(MODELS[kind].model_fields[entry.of].annotation)
    return model.model_fields


@pytest.mark.parametrize(
    ("kind", "entry"),
    [pytest.param(kind, entry, id=entry.rule) for kind in MODELS for entry in entries(kind)],
)
def test_an_entry_names_what_there_is(kind: str, entry: FieldRule) -> None:
    fields = fields_of(kind, entry)
    assert entry.field in fields
    for case in filter(None, (entry, entry.otherwise)):
        assert case.only is None or case.only in CONDITIONS[kind]
        for name, wanted in (case.when | case.unless).items():
            assert name in fields
            assert fits(fields[name].annotation, wanted), f"{name} is never {wanted}"
        texts(case).format_map(dict.fromkeys([*fields, "name"], ""))


def texts(case: Case) -> str:
    return case.message + case.of_several


def fits(annotation: typing.Any, wanted: bool | str) -> bool:
    if wanted == "filled":
        return True
    if isinstance(wanted, bool):
        return bool in typing.get_args(annotation)
    return repr(wanted) in repr(annotation) or "tuple" in repr(annotation)


def test_most_rules_that_look_at_one_field_are_data() -> None:
    assert len(entries("design")) >= 59
    assert len(entries("plan")) >= 40
    assert len(entries("legal")) >= 50


@pytest.mark.parametrize("kind", MODELS)
def test_no_condition_is_left_that_nothing_names(kind: str) -> None:
    cases = [case for entry in entries(kind) for case in (entry, entry.otherwise) if case]
    assert {case.only for case in cases if case.only} == set(CONDITIONS[kind])


def test_a_mistake_in_a_file_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "field_rules.yaml").write_text("rules:\n  - rule: x\n    titel: y\n", "utf-8")
    with pytest.raises(FileProblems) as caught:
        field_rules(tmp_path)
    assert any(
        problem.line == 3 and "titel" in problem.message for problem in caught.value.problems
    )
