"""The fields of each kind of document, from their declarations."""

from __future__ import annotations

from typing import Any

from trueline.document import Kind
from trueline.document.field_spec import FieldSpec, field_specs
from trueline.document.fields import Part
from trueline.files.annotations import models_in
from trueline.reports.pages.markdown import MADE, plain, table

ABOUT = """\
Each is one YAML or JSON file. Everything may be left out except what is marked as needed: a draft
always loads. `trueline new FILE --document {name}` writes a file with all of this in it, and
[{name}.schema.json]({name}.schema.json) tells the same to editors and programs.
"""


def fields_page(kind: Kind[Any]) -> str:
    """The page on the fields of a kind of document."""
    about = ABOUT.format(name=kind.name)
    lines = [MADE, f"# What {kind.labels.plural.lower()} hold\n", about]
    for model in _models(kind.model):
        lines += [f'<a id="{_anchor(model)}"></a>\n', f"## {_title(model)}\n"]
        lines += [f"{plain((model.__doc__ or '').split(chr(10))[0])}\n"]
        rows = (_row(model, spec) for spec in field_specs(model).values())
        lines += table(("name", "field", "what it is"), rows)
    return "\n".join(lines)


def _models(root: type[Part]) -> list[type[Part]]:
    """The model and all that it holds, each once, in the order in which they are met."""
    models: dict[type[Part], None] = {root: None}
    for info in root.model_fields.values():
        for model in models_in(info.annotation):
            if issubclass(model, Part):
                models.update(dict.fromkeys(_models(model)))
    return list(models)


def _title(model: type[Part]) -> str:
    kind = field_specs(model).get("kind")
    words = kind.choices if kind else ()
    noun = getattr(model, "noun", "") or model.__name__
    return f"{noun}: {words[0]}" if len(words) == 1 else noun


def _anchor(model: type[Part]) -> str:
    return model.__name__.lower()


def _row(model: type[Part], spec: FieldSpec) -> tuple[str, str, str]:
    needed = " Needed." if spec.required else ""
    return (f"`{spec.name}`", plain(spec.title), plain(spec.help) + needed + _form(model, spec))


def _form(model: type[Part], spec: FieldSpec) -> str:
    annotation = model.model_fields[spec.name].annotation
    parts = (each for each in models_in(annotation) if issubclass(each, Part))
    inner = [f"[{_title(each)}](#{_anchor(each)})" for each in parts]
    choices = ", ".join(f"`{word}`" for word in spec.choices)
    lists = " or ".join(f"`{name}`" for name in spec.refers)
    phrases = [
        f"One of {choices}." if len(spec.choices) > 1 else "",
        f"Ids from {lists}." if lists else "",
        f"See {', '.join(inner)}." if inner else "",
        f"Answers `{spec.asks}`." if spec.asks else "",
    ]
    return "".join(f" {part}" for part in phrases if part)
