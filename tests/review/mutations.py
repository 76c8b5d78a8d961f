"""Change every condition of every rule, one at a time, and see whether its cases notice.

    python -m tests.review.mutations              all rules, and what they share
    python -m tests.review.mutations logic        those whose name holds “logic”, a rule's or a module's

A mutant that no case notices is either a case to be written or, where the change makes no
difference to anybody, an entry in `EQUIVALENT` with the reason.
"""

from __future__ import annotations

import ast
import inspect
import sys
import types
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from tests.review.cases import Case, cases_of
from tests.review.data_mutations import data_outcomes
from tests.review.mutants import Keep, Mutant, every, mutants_of
from tests.review.outcome import Outcome, is_called, short
from tests.review.reading_cases import ReadingCase, TwoPacks, reading_cases
from tests.review.text_cases import TextCase, text_cases
from trueline.kinds import KINDS
from trueline.memory import forget_all
from trueline.review import Rule, all_rules, field_rules, missing_fields, reading
from trueline.review.reading import Policy

AnyCase = Case | TextCase | ReadingCase | TwoPacks

ELSEWHERE = {
    f"trueline.review.rules.{kind.name}.{name}"
    for kind in KINDS
    for name in ("conditions", "reading")
}
"""Conditions are changed with the rules that are data; `test_policies` leaves out each name of how texts are read."""


class BrokenCases(Exception):
    """Cases that do not hold of the rules as they are, so that nothing can be told by them."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("These cases don't hold, with nothing changed:\n" + "\n".join(names))


def broken_cases(rules: Iterable[Rule]) -> list[str]:
    """Names of the cases that do not hold of their rules, or of how a document is read."""
    of_rules = [
        f"{rule.id}: {case.name}"
        for rule in rules
        for case in cases_of(rule)
        if not case.holds(rule)
    ]
    return of_rules + [f"reading: {case.name}" for case in reading_cases() if not case.holds()]


def is_of_reading(module: str) -> bool:
    """Whether a module tells what a text says: wordings and documents as they are read try it too."""
    return module.startswith("reading.") or module == "design.hollow"


def shared() -> tuple[types.ModuleType, ...]:
    """Modules that several rules build on: their mutants have to be noticed by any of these rules."""
    rules = {sys.modules[rule.check.__module__] for rule in all_rules().values()}
    names = [name for name in sys.modules if name.startswith("trueline.review.rules.")]
    modules = [sys.modules[name] for name in sorted({*names} - ELSEWHERE)]
    others = [m for m in modules if m not in rules and not hasattr(m, "__path__")]
    read = [m for name, m in sys.modules.items() if name.startswith(reading.__name__ + ".")]
    return (missing_fields, *read, *others)


def outcomes(only: str = "", keep: Keep = every) -> Iterator[Outcome]:
    """Every mutant of what is called by `only` and whose label is kept, tried.

    Raises BrokenCases where a case does not hold before anything is changed: it would notice all.
    """
    if broken := broken_cases(all_rules().values()):
        raise BrokenCases(broken)
    for rule in all_rules().values():
        module = sys.modules[rule.check.__module__]
        if is_called(module.__name__, only) and module is not field_rules:
            for mutant in mutants_of(inspect.getsource(module), keep):
                noticed = _rule_notices(rule, module, mutant)
                yield Outcome(short(module.__name__), mutant.label, noticed)
    for module in shared():
        if is_called(module.__name__, only):
            yield from _shared_outcomes(module, keep)
    yield from data_outcomes(only, keep)


def _rule_notices(rule: Rule, module: types.ModuleType, mutant: Mutant) -> bool:
    made = _made(module, mutant)
    changed = made and next((v for v in made.values() if isinstance(v, Rule)), None)
    return changed is None or not all(case.holds(changed) for case in cases_of(rule))


def _shared_outcomes(module: types.ModuleType, keep: Keep) -> Iterator[Outcome]:
    users = _users(module)
    read_by_all = any(_policies(users))
    rules = [
        rule
        for rule in all_rules().values()
        if read_by_all or sys.modules[rule.check.__module__] in users
    ]
    waiting: list[tuple[Rule | None, AnyCase]] = [
        (rule, case) for rule in rules for case in cases_of(rule)
    ]
    if is_of_reading(short(module.__name__)):
        waiting = [*((None, case) for case in (*text_cases(), *reading_cases())), *waiting]
    for mutant in mutants_of(inspect.getsource(module), keep):
        made = _made(module, mutant)
        noticed = made is None
        if made is not None:
            with _in_place_of(module, made, users):
                noticed = _one_notices(waiting)
        yield Outcome(short(module.__name__), mutant.label, noticed)


def _policies(users: list[types.ModuleType]) -> list[Policy]:
    """The policies by which these modules have a document read, before any rule sees it."""
    return [value for user in users for value in vars(user).values() if isinstance(value, Policy)]


def _one_notices(waiting: list[tuple[Rule | None, AnyCase]]) -> bool:
    """Whether a case of these no longer holds. It is tried first the next time: it often notices more."""
    for number, (rule, case) in enumerate(waiting):
        if not case.holds(rule):
            waiting.insert(0, waiting.pop(number))
            return True
    return False


def _users(module: types.ModuleType) -> list[types.ModuleType]:
    """A module, and those that use what it makes at first or second hand."""
    others = [m for name, m in sys.modules.items() if name.startswith("trueline.review.")]
    found = [module]
    for used in found:
        made = _own(used)
        found += [m for m in others if m not in found and _holds(m, made)]
    return found


def _holds(user: types.ModuleType, made: dict[str, object]) -> bool:
    """Whether a module holds one of these functions or constants of another."""
    return any(name in made and value is made[name] for name, value in vars(user).items())


def _own(module: types.ModuleType) -> dict[str, object]:
    """The functions that a module makes, and its constants, by name."""
    names = _assigned(module)
    return {
        name: value
        for name, value in vars(module).items()
        if name in names or _is_function_of(value, module)
    }


def _is_function_of(value: object, module: types.ModuleType) -> bool:
    """Whether a module makes it, with or without a cache before it."""
    return inspect.isfunction(inspect.unwrap(value)) and value.__module__ == module.__name__


@cache
def _assigned(module: types.ModuleType) -> frozenset[str]:
    """The names that a module assigns at its top."""
    return frozenset(
        name.id
        for node in ast.parse(inspect.getsource(module)).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for name in ast.walk(node)
        if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
    )


class _in_place_of:
    """While it lasts, what a mutant makes stands where that of the module stood.

    What was remembered of texts is forgotten: it would answer for the mutant.
    """

    def __init__(
        self, module: types.ModuleType, made: dict[str, object], users: list[types.ModuleType]
    ) -> None:
        own = _own(module)
        self.swaps: list[tuple[object, str, object, object]] = [
            (user, name, value, made[name])
            for user in users
            for name, value in vars(user).items()
            if name in own and value is own[name] and name in made
        ]
        for policy in _policies(users):
            finder = policy.other_empty_texts
            if finder.__name__ in made and own.get(finder.__name__) is finder:
                self.swaps.append((policy, "other_empty_texts", finder, made[finder.__name__]))

    def __enter__(self) -> None:
        for user, name, _, other in self.swaps:
            object.__setattr__(user, name, other)
        forget_all()

    def __exit__(self, *_: object) -> None:
        for user, name, value, _ in self.swaps:
            object.__setattr__(user, name, value)
        forget_all()


def _made(module: types.ModuleType, mutant: Mutant) -> dict[str, object] | None:
    """What the changed module holds, or None where it does not even load."""
    names: dict[str, object] = {"__name__": module.__name__, "__file__": module.__file__}
    try:
        exec(compile(mutant.tree, str(module.__file__), "exec"), names)
    except Exception:
        return None
    return names


def main(only: str = "") -> int:
    """Print what was not noticed; the exit code is 1 where there was any, 2 where a case is broken."""
    try:
        found = list(outcomes(only))
    except BrokenCases as broken:
        print(broken)
        return 2
    unnoticed = [o for o in found if not o.noticed and not o.is_equivalent]
    for outcome in unnoticed:
        print(f"{outcome.module}: {outcome.label}")
    excused = sum(1 for o in found if not o.noticed and o.is_equivalent)
    print(
        f"{len(found)} mutants of {len({o.module for o in found})} modules: "
        f"{len(found) - len(unnoticed) - excused} noticed, {excused} make no difference, "
        f"{len(unnoticed)} not noticed"
    )
    return 1 if unnoticed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main(*sys.argv[1:2]))
