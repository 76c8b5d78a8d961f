"""The fields of a design, as their declarations tell of them."""

from __future__ import annotations

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trueline.design import Design
from trueline.document.fields import Part, extra
from trueline.files.validation import models_in
from trueline.reports.pages.markdown import MADE, plain, table
from trueline.reports.starting.help import words_of

ABOUT = """\
A design is one YAML or JSON file. Everything may be left out except what is marked as needed: a draft
always loads. `trueline new FILE` writes a file with all of this in it, and
[design.schema.json](design.schema.json) tells the same to editors and programs.
"""


def fields_page() -> str:
    """The page on the fields of a design."""
    lines = [MADE, "# What a design holds\n", ABOUT]
    for model in _models(Design):
        lines += [f'<a id="{_anchor(model)}"></a>\n', f"## {_title(model)}\n"]
        lines += [f"{plain((model.__doc__ or '').split(chr(10))[0])}\n"]
        rows = (_row(name, info) for name, info in model.model_fields.items())
        lines += table(("name", "field", "what it is"), rows)
    return "\n".join(lines)


def _models(root: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and all that it holds, each once, in the order in which they are met."""
    found: dict[type[BaseModel], None] = {root: None}
    for info in root.model_fields.values():
        for model in models_in(info.annotation):
            if issubclass(model, Part):
                found.update(dict.fromkeys(_models(model)))
    return list(found)


def _title(model: type[BaseModel]) -> str:
    kind = model.model_fields.get("kind")
    words = words_of(kind) if kind else ()
    noun = getattr(model, "noun", "") or model.__name__
    return f"{noun}: {words[0]}" if len(words) == 1 else noun


def _anchor(model: type[BaseModel]) -> str:
    return model.__name__.lower()


def _row(name: str, info: FieldInfo) -> tuple[str, str, str]:
    needed = " Needed." if info.is_required() else ""
    return (
        f"`{name}`",
        plain(info.title or name),
        plain(info.description or "") + needed + _form(info),
    )


def _form(info: FieldInfo) -> str:
    words = words_of(info)
    inner = [f"[{_title(m)}](#{_anchor(m)})" for m in models_in(info.annotation)]
    said = [
        f"One of {', '.join(f'`{word}`' for word in words)}." if len(words) > 1 else "",
        f"Ids from {' or '.join(f'`{n}`' for n in refers.split())}."
        if (refers := str(extra(info, "refers") or ""))
        else "",
        f"See {', '.join(inner)}." if inner else "",
        f"Answers `{asks}`." if (asks := extra(info, "asks")) else "",
    ]
    return "".join(f" {part}" for part in said if part)
