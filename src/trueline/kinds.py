"""Every kind of document there is: the one place that imports them all.

To add a kind, declare a `Kind` in a package of its own, register it there, and name it here.
"""

from trueline.design.kind import DESIGN
from trueline.document.kind import kind_named
from trueline.legal.kind import LEGAL
from trueline.plan.kind import PLAN

KINDS = tuple(kind_named(name) for name in (DESIGN.name, LEGAL.name, PLAN.name))
