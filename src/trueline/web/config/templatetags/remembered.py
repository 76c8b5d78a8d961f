"""Parts that stand on page after page, drawn once for each state that they show."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token
from django.urls import get_script_prefix
from django.utils.safestring import SafeString

from trueline.language import wording_key
from trueline.memory import Cache

register = Library()

_drawn: Cache[SafeString] = Cache(2_000_000)
_PLAIN = (str, int, tuple, type(None))


class RememberedNode(Node):
    """Kept by name, by the words in use, and by the values that it is said to depend on."""

    def __init__(self, nodelist: NodeList, name: str, shows: list[FilterExpression]) -> None:
        self.nodelist, self.name, self.shows = nodelist, name, shows

    def render(self, context: Context) -> SafeString:
        values = tuple(_plain(each.resolve(context, ignore_failures=True)) for each in self.shows)
        key = (self.name, get_script_prefix(), wording_key(), values)
        return _drawn.get(key, lambda: self.nodelist.render(context))


def _plain(value: Any) -> Hashable:
    """A value that holds on to no object of a request, such as its user."""
    return value if type(value) in _PLAIN else str(value)


@register.tag
def remembered(parser: Parser, token: Token) -> RememberedNode:
    """`{% remembered "name" a b.c %}…{% endremembered %}`: what is inside shows nothing but `a` and `b.c`.

    Nothing may stand inside that differs with each request, such as `{% csrf_token %}`.
    """
    words = token.split_contents()[1:]
    if not words or words[0][0] not in "\"'":
        raise TemplateSyntaxError("remembered takes a name in quotes, then what is shown inside")
    nodelist = parser.parse(("endremembered",))
    parser.delete_first_token()
    shows = [parser.compile_filter(word) for word in words[1:]]
    return RememberedNode(nodelist, words[0][1:-1], shows)
