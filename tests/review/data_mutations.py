"""Change each field rule, what reads it and the conditions it names, and see who notices."""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.review.cases import cases_of
from tests.review.data_mutants import data_mutants
from tests.review.mutants import Mutant, mutants_of
from tests.review.outcome import Outcome, short
from trueline.review import Rule, all_rules, field_rules, groups_of
from trueline.review.field_rules import FieldRules
from trueline.review.rules import design
from trueline.review.rules.design import conditions

FOLDER = Path(design.__path__[0])
GROUPS = groups_of("design")
CONDITIONS = conditions.CONDITIONS


def data_outcomes(only: str = "") -> Iterator[Outcome]:
    """Mutants of every entry, then of the code that all entries share."""
    for group, data in _files():
        for entry in data.rules:
            rule = all_rules()[f"{group}.{entry.rule}"]
            if only in rule.id:
                for label, changed in data_mutants(data, entry):
                    yield Outcome(rule.id, label, not _hold(changed.made(group, CONDITIONS)))
    for module in (field_rules, conditions):
        if only in module.__name__:
            for mutant in mutants_of(inspect.getsource(module)):
                with _in_place_of(module, mutant) as changed:
                    noticed = changed is None or not _all_hold(module, changed)
                yield Outcome(short(module.__name__), mutant.label, noticed)


def _files() -> Iterator[tuple[str, FieldRules]]:
    for group in GROUPS:
        if data := field_rules.field_rules(FOLDER / group):
            yield group, data


def _all_hold(module: types.ModuleType, changed: types.ModuleType) -> bool:
    """Whether all cases hold with a changed reader, or with changed conditions."""
    if module is field_rules:
        try:
            files = [(group, changed.field_rules(FOLDER / group)) for group in GROUPS]
            made = [rule for group, data in files if data for rule in data.made(group, CONDITIONS)]
        except Exception:
            return False
        known = {rule.id for group, data in _files() for rule in data.made(group, CONDITIONS)}
        return {rule.id for rule in made} == known and _hold(made)
    return all(_hold(data.made(group, changed.CONDITIONS)) for group, data in _files())


def _hold(changed: Iterator[Rule] | list[Rule]) -> bool:
    return all(case.holds(rule) for rule in changed for case in cases_of(rule))


@contextmanager
def _in_place_of(module: types.ModuleType, mutant: Mutant) -> Iterator[types.ModuleType | None]:
    """The changed module under the name of the real one, where its models look each other up."""
    made: types.ModuleType | None = types.ModuleType(module.__name__)
    sys.modules[module.__name__] = made
    try:
        try:
            exec(compile(mutant.tree, str(module.__file__), "exec"), vars(made))
        except Exception:
            made = None
        yield made
    finally:
        sys.modules[module.__name__] = module
