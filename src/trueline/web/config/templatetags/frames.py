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
