"""Words of the interface for what the toolkit says in codes."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "about": _("About the toolkit"),
    "section": _("Section"),
    "lesson": _("Lesson"),
    "question": _("Question"),
    "category": _("Indicator category"),
    "indicator": _("Indicator"),
    "point": _("Point"),
    "figure": _("Figure"),
    "evidence": _("Evidence"),
    "guide": _("Guide"),
    "resource": _("Further reading"),
    "topic": _("Topic"),
    "vocabulary": _("List of terms"),
    "term": _("Term"),
}

DIRECTIONS = {
    "limited-evidence": _("Limited evidence"),
    "no-verified-example": _("No verified example"),
    "not-supported": _("Not routinely supported"),
    "gap": _("A gap"),
    "challenge": _("A challenge"),
    "finding": _("A finding"),
    "recommendation": _("A recommendation"),
    "premise": _("A starting point"),
}

PROXY = {
    "never": _("Never stands in for what lies beyond it."),
    "never-what": _("Never stands in for what lies beyond it:"),
    "if-verified": _(
        "Stands in for impact only where the link to less trafficking is robust enough, for example"
        " because it rests on verified assumptions."
    ),
    "is-impact": _("Measures impact on trafficking itself."),
}

ANCHORS = {
    "start": _("after start-up"),
    "end": _("after the activity ends"),
    "exit": _("after people leave the programme"),
}
"""From when the months of a follow-up are counted."""

LEVELS = {
    "activity": _("Activity"),
    "output": _("Output"),
    "outcome": _("Outcome"),
    "impact": _("Impact"),
}

MEASURES = {
    "count": _("Count"),
    "proportion": _("Proportion"),
    "change": _("Change"),
    "scale": _("Scale"),
    "yes-no": _("Yes or no"),
    "checklist": _("Checklist"),
    "qualitative": _("Qualitative"),
}

MEASURED = {
    "baseline": _("Baseline data"),
    "reach": _("Reach"),
    "satisfaction": _("Satisfaction"),
    "learning": _("Knowledge, attitudes, skills, intentions"),
    "livelihoods": _("Livelihoods"),
    "retention": _("Retention"),
    "behaviour": _("Behaviour"),
    "impact": _("Impact on trafficking"),
    "law": _("The text of a law"),
    "identification": _("Identification"),
    "services": _("Services"),
    "reintegration": _("Reintegration"),
    "feedback": _("Feedback"),
    "plan": _("The text of a plan"),
}
"""What a category measures."""

BETTER = {"up": _("Up"), "down": _("Down"), "none": _("Neither")}

STANCES = {
    "addressed": _("Addressed"),
    "partly": _("Partly"),
    "not-addressed": _("Not addressed"),
    "not-known": _("Not known"),
    "not-relevant": _("Not relevant"),
}

REMEDIES = {
    "modify": _("Modify"),
    "add": _("Add"),
    "generate": _("Find out first"),
    "reconsider": _("Reconsider"),
}

SEVERITIES = {"error": _("Error"), "warning": _("Warning"), "note": _("Note")}

SURVEY_TYPES = {
    "yes-no": _("yes or no"),
    "choose-one": _("choose one"),
    "choose-many": _("choose any number"),
    "number": _("a number"),
    "scale": _("a scale"),
    "text": _("in words"),
}

GROUPS = {
    "foundations": _("Foundations"),
    "mapping": _("Pattern and factors"),
    "awareness": _("Awareness"),
    "livelihoods": _("Livelihoods"),
    "legal": _("Legal framework"),
    "justice": _("Criminal justice"),
    "identification": _("Identification"),
    "support": _("Support"),
    "plans": _("National plans"),
    "logic": _("Theory of change"),
    "indicators": _("Indicators"),
    "answers": _("Answers to questions"),
}
"""Groups of rules, in the order in which a review is read."""
