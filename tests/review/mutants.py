"""Small changes to a piece of Python that a test ought to notice.

>>> [mutant.label for mutant in mutants_of("def f(a): return a > 1 and a")]
['`and` becomes `or` in: a > 1 and a', ...]
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

OTHER_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER_NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}
OTHER_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
}
WORDS = {"message", "next_step"}
"""Arguments that hold what is said, not when."""


@dataclass(frozen=True)
class Mutant:
    """A changed module, and what was changed in words."""

    label: str
    tree: ast.Module


Keep = Callable[[str], bool]
"""Which mutants are made, told by their labels."""


def every(label: str) -> bool:
    """Keeps each mutant."""
    return True


def mutants_of(source: str, keep: Keep = every) -> Iterator[Mutant]:
    """Every small change to the functions and constants of a module, one at a time.

    Of those whose label `keep` says no to, none is made.
    """
    tree = ast.parse(source)
    for position, node in enumerate(_that_decide(tree)):
        for words, change in _changes(node):
            label = f"{words} in: {_shown(node)}"
            if not keep(label):
                continue
            changed = ast.parse(source)  # much quicker than a copy
            place = next(islice(_that_decide(changed), position, None))
            change(place)
            ast.fix_missing_locations(place)
            yield Mutant(label, changed)


def _that_decide(tree: ast.AST) -> Iterator[ast.AST]:
    """Nodes that decide when a rule fires: neither its words, its decorator nor annotations."""
    for name, value in ast.iter_fields(tree):
        if name in ("decorator_list", "annotation", "returns", "args") and not _is_call(tree):
            continue
        if isinstance(tree, ast.keyword) and tree.arg in WORDS:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _says_only(child):
                yield child
                yield from _that_decide(child)


def _says_only(node: ast.AST) -> bool:
    """Imports, those for the type checker too, docstrings, and types made of texts."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Name) and node.value.id == "Literal"
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.Import | ast.ImportFrom)


def _is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call)


Change = tuple[str, Callable[[Any], object]]


def _changes(node: ast.AST) -> Iterator[Change]:
    """What can be changed about one node, and how."""
    for kind, changes in CHANGES:
        if isinstance(node, kind):
            yield from changes(node)


def _of_comparison(node: ast.Compare) -> Iterator[Change]:
    for number, operator in enumerate(node.ops):
        for other in OTHER_COMPARISONS[type(operator)]:
            yield f"`{_name(operator)}` becomes `{_name(other())}`", _set_operator(number, other)


def _set_operator(number: int, other: type[ast.cmpop]) -> Callable[[ast.AST], None]:
    def change(node: ast.AST) -> None:
        assert isinstance(node, ast.Compare)
        node.ops[number] = other()

    return change


def _of_bool_op(node: ast.BoolOp) -> Iterator[Change]:
    here = "and" if isinstance(node.op, ast.And) else "or"
    there = "or" if here == "and" else "and"
    other = ast.Or if here == "and" else ast.And
    yield f"`{here}` becomes `{there}`", lambda found: setattr(found, "op", other())
    for number, value in enumerate(node.values):
        if isinstance(value, ast.Constant) and value.value == "":
            continue  # an id that is not given, looked for as an empty one: for the type checker
        yield f"`{_shown(value)}` is left out", lambda found, n=number: _leave_out(found, n)


def _leave_out(node: ast.BoolOp, number: int) -> None:
    """Of two values the other is left alone: an `and` of one is no Python."""
    node.values.pop(number)
    if len(node.values) == 1:
        _become(node, node.values[0])


def _of_not(node: ast.UnaryOp) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield "`not` is left out", lambda found: _become(found, found.operand)


def _of_condition(node: ast.If | ast.IfExp | ast.While) -> Iterator[Change]:
    for value in (True, False):
        yield (
            f"the condition is always {value}",
            lambda found, v=value: setattr(found, "test", ast.Constant(v)),
        )


def _of_comprehension(node: ast.comprehension) -> Iterator[Change]:
    for number, condition in enumerate(node.ifs):
        yield f"`if {_shown(condition)}` is left out", lambda found, n=number: found.ifs.pop(n)


def _of_constant(node: ast.Constant) -> Iterator[Change]:
    if isinstance(node.value, bool):
        yield "the value is turned", lambda found: setattr(found, "value", not found.value)
    elif isinstance(node.value, int):
        for step in (1, -1):
            yield (
                f"{step:+} is added",
                lambda found, s=step: setattr(found, "value", found.value + s),
            )
    elif isinstance(node.value, str) and node.value:
        yield "the text is another", lambda found: setattr(found, "value", "another")


def _of_call(node: ast.Call) -> Iterator[Change]:
    if isinstance(node.func, ast.Name) and node.func.id in OTHER_NAMES:
        other = OTHER_NAMES[node.func.id]
        yield f"`{node.func.id}` becomes `{other}`", lambda found: setattr(found.func, "id", other)


def _of_operator(node: ast.BinOp) -> Iterator[Change]:
    if other := OTHER_OPERATORS.get(type(node.op)):
        yield "the operator is another", lambda found: setattr(found, "op", other())


def _of_collection(node: ast.Tuple | ast.List | ast.Set) -> Iterator[Change]:
    if len(node.elts) > 1 and isinstance(
        node.ctx if hasattr(node, "ctx") else ast.Load(), ast.Load
    ):
        for number, item in enumerate(node.elts):
            yield f"`{_shown(item)}` is left out", lambda found, n=number: found.elts.pop(n)


def _of_dictionary(node: ast.Dict) -> Iterator[Change]:
    for number, key in enumerate(node.keys):
        if key is not None:
            yield f"`{_shown(key)}` is left out", lambda found, n=number: _drop_key(found, n)


def _of_leaving(node: ast.Continue | ast.Break | ast.Return) -> Iterator[Change]:
    if not isinstance(node, ast.Return) or node.value is None:
        yield "it goes on instead", lambda found: _become(found, ast.Pass())


def _become(node: ast.AST, other: ast.AST) -> None:
    """Make one node into another, where it stands."""
    node.__class__ = other.__class__
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)


def _drop_key(node: ast.AST, number: int) -> None:
    assert isinstance(node, ast.Dict)
    node.keys.pop(number)
    node.values.pop(number)


CHANGES: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[Change]]], ...] = (
    (ast.Compare, _of_comparison),
    (ast.BoolOp, _of_bool_op),
    (ast.UnaryOp, _of_not),
    ((ast.If, ast.IfExp, ast.While), _of_condition),
    (ast.comprehension, _of_comprehension),
    (ast.Constant, _of_constant),
    (ast.Call, _of_call),
    (ast.BinOp, _of_operator),
    ((ast.Tuple, ast.List, ast.Set), _of_collection),
    (ast.Dict, _of_dictionary),
    ((ast.Continue, ast.Break, ast.Return), _of_leaving),
)


def _name(operator: ast.cmpop) -> str:
    return ast.unparse(ast.Compare(ast.Name("x"), [operator], [ast.Name("x")])).strip("x ").strip()


def _shown(node: ast.AST) -> str:
    if isinstance(node, ast.comprehension):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
    text = ast.unparse(node)
    return " ".join(text.split())[:90]
