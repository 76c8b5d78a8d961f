"""The logframe in the layouts that donors ask for, as workbook and as Word file.

A new layout is a function from `Texts` to `Laid`, joined to `LAYOUTS` here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from trueline.language import gettext_noop
from trueline.reports.design.layouts.eu import eu
from trueline.reports.design.layouts.fcdo import fcdo
from trueline.reports.design.layouts.matrices import iom, un
from trueline.reports.design.layouts.model import Laid
from trueline.reports.design.layouts.prm import prm
from trueline.reports.design.layouts.texts import Texts
from trueline.reports.design.layouts.usaid import pirs, pmp


@dataclass(frozen=True)
class Layout:
    """A layout: what it is called, and how a design is laid out in it."""

    title: str
    make: Callable[[Texts], Laid]


LAYOUTS: Mapping[str, Layout] = MappingProxyType(
    {
        "eu": Layout(gettext_noop("Logframe of the EU (Annex C)"), eu),
        "fcdo": Layout(gettext_noop("Results framework of the FCDO"), fcdo),
        "usaid-pmp": Layout(gettext_noop("Performance management plan of USAID"), pmp),
        "usaid-pirs": Layout(gettext_noop("Indicator reference sheets of USAID"), pirs),
        "prm": Layout(gettext_noop("Monitoring table of PRM"), prm),
        "iom": Layout(gettext_noop("Results matrix of the IOM"), iom),
        "un": Layout(gettext_noop("Results framework of the UN"), un),
    }
)
