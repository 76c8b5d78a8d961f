"""Findings and rules cite places of the source, such as "3 Q6"; here they become links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trueline.toolkit import Node, Toolkit
from trueline.toolkit.wording import title_of
from trueline.web.library.places import address_of

WIDEST_FIRST = (
    "about",
    "section",
    "lesson",
    "question",
    "category",
    "indicator",
    "evidence",
    "resource",
    "point",
    "figure",
    "vocabulary",
    "term",
)
"""The thing that a reader most likely means, of several at one place, comes first."""


@dataclass(frozen=True)
class Cited:
    """A place of the source: what stands there, and where it is shown. No address: not found."""

    ref: str
    title: str = ""
    address: str = ""


_CODE = re.compile(r"(?<!\d)(\d+) ([LQE])([\d.]+)")


def spelt_out(ref: str) -> str:
    """A code such as "3 Q4" or "fn 9" in words, "" where nothing is to be explained."""
    kind, _space, number = ref.partition(" ")
    if kind == "fn":
        return _("footnote %(number)s") % {"number": number}
    code = _CODE.fullmatch(ref)
    if code is None:
        return ""
    sentences = {
        "L": _("section %(section)s, lesson %(number)s"),
        "Q": _("section %(section)s, question %(number)s"),
        "E": _("section %(section)s, indicator %(number)s"),
    }
    return sentences[code[2]] % {"section": code[1], "number": code[3]}


def cited(toolkit: Toolkit, refs: Iterable[str]) -> list[Cited]:
    """Each ref with what stands there; one that leads nowhere is kept, without a link."""
    return [_cited(toolkit, ref) for ref in refs]


def _cited(toolkit: Toolkit, ref: str) -> Cited:
    node = node_at(toolkit, ref)
    return Cited(ref, title_of(node), address_of(toolkit, node.id)) if node else Cited(ref)


def node_at(toolkit: Toolkit, ref: str) -> Node | None:
    """The node that a reader looks for at a place of the source; None where there is none."""
    nodes = [*toolkit.at(ref), *toolkit.at(ref.removesuffix(" I"))]
    return min(nodes, key=lambda node: WIDEST_FIRST.index(node.kind), default=None)
