"""Exports of a design and of no other kind."""

from trueline.reports.design.exports.diagrams import DIAGRAMS
from trueline.reports.design.exports.dossiers import DOSSIERS
from trueline.reports.design.exports.evaluations import EVALUATIONS
from trueline.reports.design.exports.logframes import IN_LAYOUTS, LOGFRAMES

EXPORTS = (*DOSSIERS, *LOGFRAMES, *IN_LAYOUTS, *EVALUATIONS, *DIAGRAMS)
"""In the order in which they are offered."""
