"""A frame around what a page may leave empty."""

from __future__ import annotations

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString, mark_safe

register = Library()


class FrameNode(Node):
    """Django cannot ask whether a block is empty; so the frame is drawn after its inside."""

    def __init__(self, nodelist: NodeList, template: FilterExpression) -> None:
        self.nodelist = nodelist
        self.template = template

    def render(self, context: Context) -> SafeString:
        inside = self.nodelist.render(context)
        if not inside.strip():
            return mark_safe("")
        frame = context.template.engine.get_template(self.template.resolve(context))
        with context.push(inside=inside):
            return frame.render(context)


@register.tag
def framed(parser: Parser, token: Token) -> FrameNode:
    """`{% framed "frame.html" %}…{% endframed %}`: the frame shows `{{ inside }}`; no inside, no frame."""
    words = token.split_contents()
    if len(words) != 2:
        raise TemplateSyntaxError("framed takes the name of a template, and nothing else")
    nodelist = parser.parse(("endframed",))
    parser.delete_first_token()
    return FrameNode(nodelist, parser.compile_filter(words[1]))


class AheadNode(Node):
    """Rendered before what stands above it on the page, which can then tell what is in it."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> SafeString:
        context[self.name] = self.nodelist.render(context)
        return mark_safe("")


@register.tag
def ahead(parser: Parser, token: Token) -> AheadNode:
    """`{% ahead as main %}…{% endahead %}`: rendered here, to be put in place by `{{ main }}`."""
    words = token.split_contents()
    if len(words) != 3 or words[1] != "as":
        raise TemplateSyntaxError("ahead is written {% ahead as name %}")
    nodelist = parser.parse(("endahead",))
    parser.delete_first_token()
    return AheadNode(nodelist, words[2])
