"""HTML that need not be made twice: what a revision says never changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from django.utils.safestring import SafeString

MOST_KEPT = 96

_kept: OrderedDict[Hashable, SafeString] = OrderedDict()
"""The one not asked for longest goes first."""


def kept_html(key: tuple[Hashable, ...], make: Callable[[], SafeString]) -> SafeString:
    """What was made for this key, or is made now.

    The key has to name everything that the HTML depends on: the design, its revision, the language,
    what the visitor may do, and the day where the review is in it.
    """
    html = _kept.pop(key, None)
    if html is None:
        html = make()
    _kept[key] = html
    while len(_kept) > MOST_KEPT:
        _kept.popitem(last=False)
    return html
