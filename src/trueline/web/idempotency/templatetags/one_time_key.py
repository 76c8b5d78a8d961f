"""Puts the one-time key beside the token against forgery, so that every form has it by itself."""

from __future__ import annotations

from django.template import Context, Library
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from trueline.web.idempotency.keys import FIELD, key_for

register = Library()


class FormKeysNode(CsrfTokenNode):
    def render(self, context: Context) -> SafeString:
        token: SafeString = super().render(context)
        request = context.get("request")
        if not token or request is None or not hasattr(request, "user"):
            return token
        return token + format_html(
            '<input type="hidden" name="{}" value="{}">', FIELD, key_for(request)
        )


@register.tag
def csrf_token(parser: Parser, token: Token) -> FormKeysNode:
    """`{% csrf_token %}`, as in any Django form, with the key after it."""
    return FormKeysNode()
