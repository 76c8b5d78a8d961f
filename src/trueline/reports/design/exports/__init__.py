"""What can be made of a design and of no other kind."""

from trueline.reports.design.exports.diagrams import DIAGRAMS
from trueline.reports.design.exports.dossiers import DOSSIERS
from trueline.reports.design.exports.logframes import LOGFRAMES

EXPORTS = (*DOSSIERS, *LOGFRAMES, *DIAGRAMS)
"""In the order in which they are offered."""
