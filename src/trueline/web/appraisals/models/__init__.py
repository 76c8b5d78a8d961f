"""Rounds, proposals, readings and decisions as they are kept."""

from trueline.web.appraisals.models.deciding import Clarification, Condition, Decision
from trueline.web.appraisals.models.expertise import Expertise
from trueline.web.appraisals.models.opinions import Opinion
from trueline.web.appraisals.models.panel import Consensus, Remark
from trueline.web.appraisals.models.proposals import Check, Declaration, Proposal, ProposalFile
from trueline.web.appraisals.models.readings import Answer, Mark, Reading, Remedy, Verdict
from trueline.web.appraisals.models.rounds import Assessor, Criterion, Round, RoundQuestion
from trueline.web.appraisals.models.terms import LearnedTerm

__all__ = [
    "Answer",
    "Assessor",
    "Check",
    "Clarification",
    "Condition",
    "Consensus",
    "Criterion",
    "Decision",
    "Declaration",
    "Expertise",
    "LearnedTerm",
    "Mark",
    "Opinion",
    "Proposal",
    "ProposalFile",
    "Reading",
    "Remark",
    "Remedy",
    "Round",
    "RoundQuestion",
    "Verdict",
]
