"""Every kind of document there is: the one place that imports them all.

To add a kind, declare a `Kind` in a package of its own and name it here.
"""

from trueline.design.kind import DESIGN
from trueline.document.kind import register

KINDS = (DESIGN,)

for kind in KINDS:
    register(kind)
