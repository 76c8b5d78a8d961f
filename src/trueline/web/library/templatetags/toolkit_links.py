"""Links into the toolkit, for pages of any app."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from trueline.toolkit import Evidence, Node
from trueline.toolkit.entries import Work
from trueline.toolkit.wording import title_of, work_line
from trueline.web.library.citing import Cited, cited, spelt_out
from trueline.web.library.edition import toolkit_in_use
from trueline.web.library.places import address_of, anchor

register = template.Library()


@register.filter
def refs(places: Iterable[str]) -> SafeString:
    """Places of the source, such as ("3 Q6", "fn 9"), as links to what stands there, in words as well."""
    links = ((_link(place),) for place in cited(toolkit_in_use(), places))
    return format_html_join("; ", "{}", links)


def _link(place: Cited) -> str:
    words = spelt_out(place.ref)
    label = format_html("<bdi>{}</bdi> ({})", place.ref, words) if words else place.ref
    if not place.address:
        return label
    return format_html('<a href="{}" title="{}">{}</a>', place.address, place.title, label)


@register.filter(name="spelt_out")
def spelt_out_(ref: str) -> str:
    """A code such as "3 Q4" in words, where it is one."""
    return spelt_out(ref)


@register.filter
def shown_at(id: str) -> str:
    """The address of a thing of the toolkit; "" where this edition has none of that id."""
    toolkit = toolkit_in_use()
    return address_of(toolkit, id) if id in toolkit else ""


@register.filter
def anchor_of(id: str) -> str:
    """The id of the element that shows a thing."""
    return anchor(id)


@register.filter
def node_of(id: str) -> Node | None:
    """The thing of this id with its place in the toolkit."""
    toolkit = toolkit_in_use()
    return toolkit.node(id) if id in toolkit else None


@register.filter
def node_title(thing: Node | str) -> str:
    """The title of a thing in lists, given the thing or its id."""
    node = node_of(thing) if isinstance(thing, str) else thing
    return title_of(node) if node else str(thing)


@register.filter
def notes(evidence: Iterable[str]) -> list[Evidence]:
    """The footnotes of these ids."""
    toolkit = toolkit_in_use()
    nodes = (toolkit.get(id) for id in evidence)
    return [item for item in nodes if isinstance(item, Evidence)]


@register.filter
def publication(work: Work) -> SafeString:
    """A publication in one line; its address is a link where it is one of the web's."""
    line = work_line(work)
    if not work.url or not work.url.startswith(("https://", "http://")):
        return format_html("{}", line)
    text = line.removesuffix(work.url).strip()
    return format_html('{} <a href="{}" rel="noreferrer">{}</a>', text, work.url, work.url)
