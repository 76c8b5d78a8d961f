"""The interview about a design, in the toolkit's order."""

from django.utils.translation import gettext_lazy as _

from trueline.design import ActivityBase, Behaviour, Design, Indicator, Pattern, Result
from trueline.design.behaviour import Barrier, Displacement
from trueline.design.design import Capacity, ExternalFactor
from trueline.design.measurement import Evaluation
from trueline.design.pattern import Factor
from trueline.design.theory import Assumption
from trueline.web.documents.kind_pages import Screen

_PATTERN = {
    "title": _("Which pattern of trafficking is it? Name it in one line."),
    "recruitment": _("How are people recruited into it?"),
    "transport": _("How are they moved?"),
    "purpose": _("What are they exploited for?"),
    "control": _("What keeps them from leaving?"),
    "vulnerability": _("What makes people here more vulnerable to it?"),
    "distinguishes": _("What sets those trafficked apart from their neighbours?"),
}

SCREENS = (
    Screen(
        "summary",
        _("What does the programme do, and why?"),
        "",
        Design,
        ("summary",),
        in_list=False,
        asks="foundations.behaviour",
    ),
    Screen(
        "where", _("In which countries does it work?"), "", Design, ("countries",), in_list=False
    ),
    Screen(
        "when",
        _("When does it begin, and when does it end?"),
        "",
        Design,
        ("start", "end"),
        in_list=False,
    ),
    *(
        Screen(
            f"pattern-{name}",
            question,
            "patterns",
            Pattern,
            (name,),
            asks="mapping.trafficking-pattern",
        )
        for name, question in _PATTERN.items()
    ),
    Screen(
        "factor", _("What makes this pattern possible?"), "factors", Factor, ("statement", "kind")
    ),
    Screen(
        "factor-scope",
        _("Can the programme do something about that?"),
        "factors",
        Factor,
        ("in_scope", "changeable"),
        follows=True,
    ),
    Screen(
        "who", _("Whose behaviour is to change?"), "behaviours", Behaviour, ("actor_group", "who")
    ),
    Screen(
        "from-to",
        _("What do they do now, and what should they do?"),
        "behaviours",
        Behaviour,
        ("current", "desired"),
        follows=True,
    ),
    Screen(
        "less-trafficking",
        _("How would that reduce trafficking?"),
        "behaviours",
        Behaviour,
        ("reduces_trafficking",),
        follows=True,
        asks="foundations.behaviour",
    ),
    Screen(
        "barrier",
        _("What keeps them from doing so?"),
        "behaviours/barriers",
        Barrier,
        ("statement", "kind"),
        asks="foundations.barriers",
    ),
    Screen(
        "activity",
        _("What will the programme do about it?"),
        "activities",
        ActivityBase,
        ("kind", "title"),
        asks="foundations.barriers",
    ),
    Screen(
        "activity-what",
        _("What exactly happens there?"),
        "activities",
        ActivityBase,
        ("description",),
        follows=True,
        asks="mapping.realistic-impact",
    ),
    Screen(
        "activity-whom",
        _("With whom, and how many of them?"),
        "activities",
        ActivityBase,
        ("target_group", "people"),
        follows=True,
        asks="foundations.behaviour",
    ),
    Screen(
        "outcome",
        _("What will be different because of it?"),
        "results",
        Result,
        ("statement",),
        fixed=(("level", "outcome"),),
        asks="foundations.behaviour",
    ),
    Screen(
        "indicator",
        _("How would you know?"),
        "indicators",
        Indicator,
        ("statement",),
        fixed=(("measures", "behaviour"),),
        asks="foundations.learning",
    ),
    Screen(
        "indicator-how",
        _("How is that measured, and by whom?"),
        "indicators",
        Indicator,
        ("methods", "responsible"),
        fixed=(("measures", "behaviour"),),
        follows=True,
        asks="foundations.learning",
    ),
    Screen(
        "impact",
        _("And what would that change in trafficking itself?"),
        "results",
        Result,
        ("statement",),
        fixed=(("level", "impact"),),
        asks="mapping.realistic-impact",
    ),
    Screen(
        "assumption",
        _("What must be true for the first step of that to work?"),
        "links/assumptions",
        Assumption,
        ("statement", "verified"),
        asks="foundations.barriers",
        needs="outcome",
    ),
    Screen(
        "displacement",
        _("Could trafficking move to another place instead?"),
        "displacement",
        Displacement,
        ("likelihood", "reasoning"),
        fixed=(("kind", "place"),),
    ),
    Screen(
        "outside",
        _("What from outside could help or hinder?"),
        "external_factors",
        ExternalFactor,
        ("statement", "mitigation"),
    ),
    Screen(
        "capacity",
        _("What do you need for it that you may lack?"),
        "capacities",
        Capacity,
        ("need", "available", "gap_closed_by"),
    ),
    Screen(
        "learning",
        _("How will what you learn change the work?"),
        "evaluation",
        Evaluation,
        ("learning",),
        in_list=False,
    ),
)
