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
from tests.review.mutants import Keep, Mutant, every, mutants_of
from tests.review.outcome import Outcome, is_called, short
from trueline.document.kind import module_of
from trueline.kinds import KINDS
from trueline.review import Rule, all_rules, field_rules, groups_of, rules
from trueline.review.field_rules import FieldRules

ROOT = Path(rules.__path__[0])
CONDITIONS = {
    kind.name: module
    for kind in KINDS
    if (module := module_of(kind.name, "review.rules.{kind}.conditions"))
}
"""The modules of conditions, by kind; a kind does without where no rule names any."""


def conditions_of(kind: str) -> field_rules.Conditions:
    """What the rules of a kind name by `only`."""
    return CONDITIONS[kind].CONDITIONS if kind in CONDITIONS else {}


def data_outcomes(only: str = "", keep: Keep = every) -> Iterator[Outcome]:
    """Mutants of every entry, then of the code that all entries share."""
    for kind, group, data in _files():
        known = conditions_of(kind)
        for entry in data.rules:
            rule = all_rules()[f"{group}.{entry.rule}"]
            if is_called(rule.id, only):
                for label, changed in data_mutants(data, entry, known):
                    if not keep(label):
                        continue
                    yield Outcome(rule.id, label, not _hold(changed.rules_of_group(group, known)))
    for module in (field_rules, *CONDITIONS.values()):
        if is_called(module.__name__, only):
            for mutant in mutants_of(inspect.getsource(module), keep):
                with _in_place_of(module, mutant) as changed:
                    noticed = changed is None or not _all_hold(module, changed)
                yield Outcome(short(module.__name__), mutant.label, noticed)


def _files() -> Iterator[tuple[str, str, FieldRules]]:
    """Each file there is: of which kind and group, and what it holds."""
    for kind in KINDS:
        for group in groups_of(kind.name):
            if data := field_rules.field_rules(ROOT / kind.name / group):
                yield kind.name, group, data


def _all_hold(module: types.ModuleType, changed: types.ModuleType) -> bool:
    """Whether all cases hold with a changed reader, or with changed conditions."""
    if module is field_rules:
        try:
            files = [
                (kind, group, changed.field_rules(ROOT / kind / group))
                for kind in (kind.name for kind in KINDS)
                for group in groups_of(kind)
            ]
            made = [
                rule
                for kind, group, data in files
                if data
                for rule in data.rules_of_group(group, conditions_of(kind))
            ]
        except Exception:
            return False
        return {rule.id for rule in made} == _known() and _hold(made)
    (of,) = (kind for kind, conditions in CONDITIONS.items() if conditions is module)
    return all(
        _hold(data.rules_of_group(group, changed.CONDITIONS))
        for kind, group, data in _files()
        if kind == of
    )


def _known() -> set[str]:
    return {f"{group}.{entry.rule}" for _, group, data in _files() for entry in data.rules}


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
