"""The national plan of action: one typed document, held against section 9 of the toolkit."""

from trueline.plan.activity import Activity, Indicator, Objective, Pattern
from trueline.plan.grounds import EarlierPlan, Evidence, Monitoring, Risk
from trueline.plan.kind import PLAN
from trueline.plan.people import Body, Funding, Stakeholder
from trueline.plan.plan import Plan

__all__ = [
    "PLAN",
    "Activity",
    "Body",
    "EarlierPlan",
    "Evidence",
    "Funding",
    "Indicator",
    "Monitoring",
    "Objective",
    "Pattern",
    "Plan",
    "Risk",
    "Stakeholder",
]
