"""In a language in which every string of ours is altered, no plain word is left but content's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.examples.texts import text_of
from tests.review.cases import cases_of
from tests.review.seeded import examples
from trueline.design import Design
from trueline.document import Part
from trueline.document.fields import extra
from trueline.files.validation import models_in
from trueline.language import override
from trueline.language.pseudo import PSEUDO
from trueline.reports import ExportRequest, exports_of
from trueline.review import all_rules, review
from trueline.review.rule import RuleContext
from trueline.toolkit import Question, Term, Vocabulary, load_toolkit

WORD = re.compile(r"[A-Za-z]{2,}")
GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβξδεφγηιϕκλμνοπθρστυϖωχψζ")
NO_PROSE = re.compile(
    r"`[^`]*`|https?://\S+|(\w+\[[\w@.-]+\])(\.\w+)*|[\w-]+(\.[\w-]+)+|\[[\w@.-]+\]|[a-z]+-[a-z-]+"
)
"""Code, addresses of pages and of parts of a design, ids."""
NAMES = {"Trueline", "fn", "trueline", "Normal", "www"} | {"gone", "zzz"}
"""Names, and ids in cases of rules."""
IDS = {
    "question",
    "rule",
    "element",
    "about",
    "toolkit",
    "toolkit_id",
    "disaggregation",
    "language",
}
"""Fields whose texts are ids of something."""


def in_greek(model: type[Part], data: dict[str, Any]) -> dict[str, Any]:
    """The data of a document with what the team wrote in other letters."""
    made = dict(data)
    for name, value in data.items():
        info = model.model_fields[name]
        models = [inner for inner in models_in(info.annotation) if issubclass(inner, Part)]
        if models and isinstance(value, (list, tuple)):
            made[name] = [in_greek(_model(models, item), item) for item in value]
        elif models and isinstance(value, dict):
            made[name] = in_greek(models[0], value)
        elif not (name == "id" or name in IDS or extra(info, "refers") or extra(info, "words")):
            made[name] = _greek(value) if "Literal" not in repr(info.annotation) else value
    return made


def _model(models: list[type[Part]], item: dict[str, Any]) -> type[Part]:
    if len(models) == 1:
        return models[0]
    return next(m for m in models if repr(item.get("kind")) in repr(m.model_fields["kind"]))


def _greek(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_greek(one) for one in value]
    is_code = isinstance(value, str) and re.fullmatch(r"[A-Z]{2,3}", value)
    return value.lower().translate(GREEK) if isinstance(value, str) and not is_code else value


@cache
def words_of_the_toolkit() -> frozenset[str]:
    """Words by which findings and documents name questions, terms and lists of the toolkit."""
    texts: list[str] = []
    for node in load_toolkit():
        item = node.item
        if isinstance(item, Question):
            texts += [item.title, item.text, *(response.step for response in item.responses)]
        elif isinstance(item, (Term, Vocabulary)):
            texts += [getattr(item, "label", ""), getattr(item, "title", "")]
    return frozenset(word for text in texts for word in WORD.findall(text))


def plain_words(text: str, *, without: frozenset[str] = frozenset()) -> set[str]:
    """Words in plain letters, but for code and addresses, names, and what the toolkit says."""
    words = {word for word in WORD.findall(NO_PROSE.sub(" ", text)) if not word.isupper()}
    return words - NAMES - words_of_the_toolkit() - without


def greek(design: Design) -> Design:
    return Design.model_validate(in_greek(Design, design.model_dump()))


def said() -> Iterator[tuple[str, str]]:
    for name, design in examples().items():
        for finding in review(greek(design), load_toolkit()):
            yield f"{name}: {finding.rule}", f"{finding.message} {finding.next_step} {finding.why}"
    for rule in all_rules().values():
        yield rule.id, f"{rule.title} {rule.example} {rule.resolve}"
        for case in cases_of(rule):
            context = RuleContext(greek(case.design), load_toolkit())
            for finding in rule.findings(context):
                yield f"{rule.id}: {case.name}", f"{finding.message} {finding.next_step}"


@pytest.mark.slow
def test_no_finding_says_a_word_that_is_not_marked() -> None:
    with override(PSEUDO):
        left = {where: words for where, text in said() if (words := plain_words(text))}
    assert left == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", ["dossier.docx", "logframe.xlsx", "logframe.docx", "review.html"])
def test_no_export_says_a_word_that_is_not_marked(name: str) -> None:
    design = greek(examples()["justice-peru-mining"])
    with override(PSEUDO):
        made = exports_of("design")[name].make(ExportRequest(design, load_toolkit()))
    ids = frozenset(WORD.findall(" ".join(re.findall(r"'([a-z0-9-]+)'", repr(design)))))
    left = plain_words(text_of(name, made), without=ids | limits_of_the_toolkit())
    assert left == set()


@cache
def limits_of_the_toolkit() -> frozenset[str]:
    """Words of what categories do not show, which travel with each indicator."""
    toolkit = load_toolkit()
    texts = [f"{c.does_not_show} {c.cannot_stand_in_for}" for c in toolkit.categories()]
    texts += [f"{node.item.title}" for node in toolkit if hasattr(node.item, "title")]
    return frozenset(word for text in texts for word in WORD.findall(text))


def test_a_word_that_is_not_marked_is_noticed() -> None:
    assert plain_words("Šéť aside αβ `code` 6 Q8") == {"aside"}
