"""Every pattern of the package: those in its source, those it holds, those of its data."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import pkgutil
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any

import re2

import trueline
from trueline.cli.usage_errors import shapes
from trueline.lexicon import Expression, Lexicon
from trueline.lexicon.expression import readable
from trueline.toolkit import load_toolkit

METHODS = frozenset(["search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"])
HOLDERS = (re.Pattern, re2._Regexp, Expression, Lexicon)
ENGINES = {"re": re, "re2": re2}
COMPILE_WHAT_THEY_ARE_GIVEN = (
    "trueline.cli.usage_errors",
    "trueline.lexicon.expression",
    "trueline.lexicon.matcher",
)
"""Their patterns are met where they are held: as shapes of sentences, expressions and lexicons."""


@dataclass
class Looked:
    """A pattern, where it was met, and by which methods it is used."""

    pattern: Any
    where: str
    methods: set[str] = field(default_factory=set)

    @property
    def source(self) -> str:
        match self.pattern:
            case Expression(alternatives=source):
                return source
            case Lexicon(concepts=concepts):
                terms = (
                    term for each in concepts for terms in each.terms.values() for term in terms
                )
                return "|".join(map(re.escape, terms))
        source = self.pattern.pattern
        return source.decode("latin-1") if isinstance(source, bytes) else source

    def ways(self) -> Iterator[Callable[[str], object]]:
        """What reads a text with it, to the end."""
        if isinstance(self.pattern, Expression):
            yield lambda text: sum(1 for _ in self.pattern.places(readable(text)))
            return
        if isinstance(self.pattern, Lexicon):
            yield self.pattern.find
            return
        methods = self.methods or {"search", "finditer"}
        for method in sorted(methods & {"match", "search", "fullmatch"}):
            yield partial(self._read, method)
        if methods - {"match", "search", "fullmatch"}:
            yield lambda text: sum(1 for _ in self._read("finditer", text))

    def _read(self, method: str, text: str) -> Any:
        of_bytes = isinstance(self.pattern.pattern, bytes)
        return getattr(self.pattern, method)(text.encode("latin-1") if of_bytes else text)


def patterns() -> list[Looked]:
    """Each pattern once, in the order of the modules."""
    uses = dict[str, set[str]]()
    found = dict[Any, Looked]()
    seen = dict[int, Any]()
    for name in _modules():
        module = importlib.import_module(name)
        tree = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
        for called, method in _methods_called(tree):
            uses.setdefault(called, set()).add(method)
        written = [] if name in COMPILE_WHAT_THEY_ARE_GIVEN else _written(tree, module)
        for pattern, methods, line in written:
            _add(found, pattern, f"{name}:{line}", methods)
        for attribute, pattern in _held(name, vars(module), seen):
            _add(found, pattern, f"{name}.{attribute}", {f"={attribute}"})
    toolkit = load_toolkit()
    held = (toolkit, Lexicon(toolkit.lexicon), toolkit.reading)
    for attribute, pattern in _held("toolkit", held, seen):
        _add(found, pattern, f"the toolkit's {attribute}", {f"={attribute}"})
    for shape, _ in shapes():
        _add(found, shape, "a shape of a sentence of typer's", {"match"})
    for looked in found.values():
        names = {method[1:] for method in looked.methods if method[0] == "="}
        looked.methods = (looked.methods & METHODS).union(*(uses.get(n, set()) for n in names))
    return list(found.values())


def _add(found: dict[Any, Looked], pattern: Any, where: str, methods: set[str]) -> Looked:
    looked = found.setdefault(pattern, Looked(pattern, where))
    looked.methods |= methods
    return looked


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(trueline.__path__, "trueline."):
        if not module.name.endswith("__main__"):  # what is run as it is imported
            yield module.name


def _methods_called(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The last name of what a method of patterns is called on: `WORD` in `words.WORD.match(x)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            match node.value:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield name, node.attr


def _written(tree: ast.AST, module: types.ModuleType) -> Iterator[tuple[Any, set[str], int]]:
    """What the source compiles, or gives to a function of the engine at once."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=engine), attr=method)) if (
                engine in ENGINES and method in METHODS | {"compile"}
            ):
                flags = node.args[1:] if method == "compile" else []
                flags += [each.value for each in node.keywords if each.arg == "flags"]
                values = [_value(part, module) for part in (node.args[0], *flags)]
                names = _names_given(tree, node) if method == "compile" else {method}
                yield ENGINES[engine].compile(*values), names, node.lineno
            case ast.Call(func=ast.Attribute(attr="RegexField" | "RegexValidator")):
                yield re.compile(_value(node.args[0], module)), {"search"}, node.lineno


def _names_given(tree: ast.AST, call: ast.Call) -> set[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and node.value is call:
            return {f"={target.id}" for target in node.targets if isinstance(target, ast.Name)}
    return set()


def _value(node: ast.expr, module: types.ModuleType) -> Any:
    """What a piece of source stands for; a hole in a text is filled with a name."""
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "Amina" for part in node.values)
        return "".join(map(str, parts))
    known = {**vars(module), "mark": "[,;]", "letters": "አማ"}
    return eval(compile(ast.Expression(node), str(module.__file__), "eval"), known)


def _held(name: str, value: Any, seen: dict[int, Any]) -> Iterator[tuple[str, Any]]:
    """Patterns in a value and in all that it holds, with the name of the nearest attribute.

    What was seen is kept, so that nothing else gets its number meanwhile.
    """
    if isinstance(value, HOLDERS):
        yield name, value
    elif id(value) not in seen:
        seen[id(value)] = value
        for inner, each in _inside(name, value):
            yield from _held(inner, each, seen)


def _inside(name: str, value: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(value, Mapping):
        return [(str(key), each) for key, each in value.items()]
    if isinstance(value, list | tuple | set | frozenset):
        return [(name, each) for each in value]
    if isinstance(value, types.ModuleType | types.FunctionType) or not _is_ours(value):
        return []
    slots = [each.name for each in dataclasses.fields(value)] if is_dataclass(value) else []
    own = {**getattr(value, "__dict__", {}), **{each: getattr(value, each, None) for each in slots}}
    return list(own.items())


def _is_ours(value: Any) -> bool:
    kind = value if isinstance(value, type) else type(value)
    return str(getattr(kind, "__module__", "")).startswith("trueline")
