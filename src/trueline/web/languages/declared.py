"""Strings that stand in no template and in no call: they are declared with what they name.

Titles and helps of each kind's fields, the words of its lists, the nouns of its elements, the
terms of the vocabulary that forms offer, and the names of the files that can be made. A new field
turns up here by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trueline.document import Element, Kind, Part
from trueline.document.field_spec import form_fields
from trueline.document.fields import extra, models_below, sections_of
from trueline.kinds import KINDS
from trueline.reports import exports_of
from trueline.reports.values import COUNTRIES, NAMED_BY_THE_UN, word_label
from trueline.review import all_rules, rules
from trueline.review.field_rules import FILE, field_rules
from trueline.toolkit import load_toolkit
from trueline.web.languages.sources import MarkedString


def declared_strings() -> set[str]:
    """Every one of them, as it stands in English."""
    toolkit = load_toolkit("en")
    strings = {each.title for each in toolkit.vocabularies}
    strings |= {
        area.label for area in toolkit.terms(COUNTRIES) if area.id.upper() in NAMED_BY_THE_UN
    }
    strings |= {text for kind in KINDS for text in _of_kind(kind)}
    for model in (model for kind in KINDS for model in models_below(kind.model)):
        strings |= {*_of_fields(model), *_terms(_vocabularies(model))}
        strings |= set(sections_of(model).values())
        if issubclass(model, Element):
            strings.add(model.noun)
    return {text for text in strings if re.search(r"[^\W\d]", text)}


def rule_strings() -> Iterator[MarkedString]:
    """The texts about each rule, and those of rules that are data."""
    for rule in all_rules().values():
        about = rule.about
        for text in (about.title, about.why, about.example, about.resolve):
            yield MarkedString(text, on_pages=False)
    for path in sorted(Path(rules.__path__[0]).rglob(FILE)):
        data = field_rules(path.parent)
        for entry in data.rules if data else ():
            for case in filter(None, (entry, entry.otherwise)):
                yield MarkedString(case.message, plural=case.of_several, on_pages=False)
                yield MarkedString(case.next_step, on_pages=False)


def _of_kind(kind: Kind[Any]) -> Iterator[str]:
    yield from vars(kind.labels).values()
    for step in kind.steps:
        yield from (step.title, step.about)
    for export in exports_of(kind.name).values():
        yield from (export.title, export.about)


def _of_fields(model: type[Part]) -> Iterator[str]:
    for info in model.model_fields.values():
        yield info.title or ""
        yield info.description or ""
    for spec in form_fields(model).values():
        yield from (word_label(word, spec, load_toolkit("en")) for word in spec.choices)


def _vocabularies(model: type[Part]) -> set[str]:
    names = {extra(info, "words") for info in model.model_fields.values()}
    return {str(words) for words in names if words} - {COUNTRIES}


def _terms(vocabularies: set[str]) -> Iterator[str]:
    toolkit = load_toolkit("en")
    for vocabulary in vocabularies:
        if vocabulary in toolkit:
            yield from (term.label for term in toolkit.terms(vocabulary))
