"""Whom an awareness activity speaks to."""

from trueline.design import Awareness, Design


def consumers_asked(design: Design, activity: Awareness) -> bool:
    """Whether it works on what keeps consumers from acting, or consumers are the only group."""
    behaviours = design.behaviours
    touched = [
        b for b in behaviours if {barrier.id for barrier in b.barriers} & {*activity.barriers}
    ]
    groups = {behaviour.actor_group for behaviour in touched or behaviours}
    return groups == {"consumers"}
