"""Attributes of an element, all in one."""

from __future__ import annotations

from django import template
from django.forms.utils import flatatt

register = template.Library()
register.filter("attributes", flatatt)
