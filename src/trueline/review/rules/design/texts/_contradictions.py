"""Texts that speak against a yes or no.

Each entry: the kind of activity, the field, the values that the words speak against, the concept that
says otherwise, those that have to stand beside it (`also`) and must not (`without`), what explains it
(`unless`), whether it is a matter of rights, so that an empty field counts, and whether denials do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trueline.language import gettext_noop


@dataclass(frozen=True)
class Contradiction:
    """A field and the words that speak against what it says."""

    kind: str
    field: str
    values: tuple[Any, ...]
    concept: str
    reads_as: str
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unless: str = ""
    only_in: tuple[str, ...] = ()
    rights: bool = False
    even_denied: bool = False


STAYS_IN = gettext_noop("people can’t leave when they want, which is a question of their rights")

CONTRADICTIONS = (
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "locked-in",
        STAYS_IN,
        unless="comes-and-goes",
        rights=True,
    ),
    Contradiction(
        "support",
        "cooperation_required",
        (False, None),
        "help-on-condition",
        gettext_noop("help depends on cooperating with a case"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "return_only",
        (False, None),
        "only-return",
        gettext_noop("going back is all there is"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "children_status_required",
        (False, None),
        "status-of-victim",
        gettext_noop("a child must count as a victim of trafficking to be helped"),
        also=("child", "only-some"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "cooperation_required",
        (False, None),
        "status-of-victim",
        gettext_noop("help depends on being recognised as a victim first"),
        also=("only-some",),
        without=("child", "as-they-please"),
        rights=True,
    ),
    Contradiction(
        "support",
        "anonymous_feedback",
        (True,),
        "not-anonymous",
        gettext_noop("clients are known by what they say"),
    ),
    Contradiction(
        "support",
        "reflection_period",
        (True, None),
        "statement-at-once",
        gettext_noop("people are asked for a statement at once"),
        rights=True,
    ),
    Contradiction(
        "identification",
        "referral_depends_on_identifier",
        (False, None),
        "status-of-victim",
        gettext_noop("help depends on who identified a person"),
        also=("only-some",),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "identification", "hotline", (False,), "hotline-words", gettext_noop("there is a hotline")
    ),
    Contradiction(
        "support",
        "shelter",
        (False,),
        "offers-beds",
        gettext_noop("people are given a place to stay"),
        only_in=("title", "description", "standards"),
    ),
    Contradiction(
        "support",
        "children",
        (False,),
        "takes-in-children",
        gettext_noop("children are among the clients"),
    ),
    Contradiction(
        "plans", "budgeted", (True,), "unfunded", gettext_noop("there is no money for the plan")
    ),
    Contradiction(
        "plans",
        "owners_named",
        (True,),
        "nobody-in-charge",
        gettext_noop("nobody has been put in charge of the steps"),
    ),
    Contradiction(
        "legal",
        "assistance_unconditional",
        (True, None),
        "help-on-condition",
        gettext_noop("help depends on cooperating with a case"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "legal",
        "reflection_period",
        (True,),
        "statement-at-once",
        gettext_noop("people are asked for a statement at once"),
        rights=True,
    ),
    Contradiction(
        "legal",
        "return_mandatory",
        (False, None),
        "only-return",
        gettext_noop("people have to go back"),
        rights=True,
    ),
    Contradiction(
        "legal",
        "non_punishment",
        (True,),
        "victims-punished",
        gettext_noop("victims are punished for what they were made to do"),
        rights=True,
    ),
    Contradiction(
        "livelihoods",
        "credit",
        ("none",),
        "loan",
        gettext_noop("loans are given"),
        only_in=("title", "description"),
    ),
    Contradiction(
        "justice",
        "training",
        (False,),
        "training",
        gettext_noop("it is training"),
        only_in=("title",),
    ),
    Contradiction(
        "justice",
        "trains_trainers",
        (False,),
        "trains-trainers",
        gettext_noop("trainees are to train others"),
    ),
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "going-out",
        STAYS_IN,
        also=("gate-kept",),
        unless="comes-and-goes",
        without=("as-they-please",),
        even_denied=True,
        rights=True,
    ),
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "phones-and-papers",
        STAYS_IN,
        also=("put-away",),
        without=("own-place",),
        even_denied=True,
        rights=True,
    ),
    Contradiction("support", "free_to_leave", (True, None), "indoors", STAYS_IN, rights=True),
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "barred",
        STAYS_IN,
        unless="comes-and-goes",
        rights=True,
    ),
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "visits",
        STAYS_IN,
        also=("ruled-out",),
        without=("as-they-please", "in-the-night"),
        unless="comes-and-goes",
        even_denied=True,
        rights=True,
    ),
    Contradiction(
        "support",
        "free_to_leave",
        (True, None),
        "kept-until",
        STAYS_IN,
        unless="comes-and-goes",
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "cooperation_required",
        (False, None),
        "with-the-case",
        gettext_noop("help depends on cooperating with a case"),
        also=("help-given", "only-once"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "cooperation_required",
        (False, None),
        "with-the-case",
        gettext_noop("help depends on cooperating with a case"),
        also=("loses-it",),
        without=("as-they-please",),
        even_denied=True,
        rights=True,
    ),
    Contradiction(
        "support",
        "return_only",
        (False, None),
        "going-home",
        gettext_noop("going back is all there is"),
        also=("everybody-of-them",),
        without=("as-they-please", "comes-and-goes"),
        rights=True,
    ),
    Contradiction(
        "support",
        "cooperation_required",
        (False, None),
        "with-the-case",
        gettext_noop("help depends on cooperating with a case"),
        also=("only-once",),
        without=("as-they-please",),
        only_in=("target_group",),
        rights=True,
    ),
    Contradiction(
        "support",
        "return_only",
        (False, None),
        "staying",
        gettext_noop("going back is all there is"),
        also=("not-offered",),
        without=("as-they-please",),
        even_denied=True,
        rights=True,
    ),
    Contradiction(
        "support",
        "children_status_required",
        (False, None),
        "paper-of-status",
        gettext_noop("a child must count as a victim of trafficking to be helped"),
        also=("child", "actor-justice", "only-some"),
        without=("as-they-please",),
        even_denied=True,
        rights=True,
    ),
    *(
        Contradiction(
            "support",
            "children_status_required",
            (False, None),
            "paper-of-status",
            gettext_noop("a child must count as a victim of trafficking to be helped"),
            also=("child", other),
            without=("as-they-please",),
            only_in=("target_group",),
            rights=True,
        )
        for other in ("actor-justice", "client")
    ),
    Contradiction(
        "support",
        "children_status_required",
        (False, None),
        "paper-of-status",
        gettext_noop("a child must count as a victim of trafficking to be helped"),
        also=("child", "actor-justice", "once-it-is", "is-admitted"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "return_only",
        (False, None),
        "goes-back",
        gettext_noop("going back is all there is"),
        without=("as-they-please",),
        unless="another-way",
        only_in=("options",),
        rights=True,
    ),
    Contradiction(
        "support",
        "anonymous_feedback",
        (True,),
        "known-to-staff",
        gettext_noop("clients are known by what they say"),
        also=("feedback-given",),
        without=("as-they-please",),
    ),
    Contradiction(
        "support",
        "reflection_period",
        (True,),
        "straight-away",
        gettext_noop("people are asked for a statement at once"),
        also=("account-taken",),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "support",
        "reflection_period",
        (True, None),
        "straight-away",
        gettext_noop("people are asked for a statement at once"),
        also=("gives-a-statement", "actor-justice"),
        without=("as-they-please",),
        rights=True,
    ),
    Contradiction(
        "legal",
        "non_punishment",
        (True,),
        "punished",
        gettext_noop("victims are punished for what they were made to do"),
        also=("without-papers",),
        without=("as-they-please",),
        rights=True,
    ),
    *(
        Contradiction(
            "support",
            "free_to_leave",
            (True, None),
            concept,
            STAYS_IN,
            also=("supervised",),
            without=("as-they-please", "own-place", "in-the-night"),
            unless="comes-and-goes",
            rights=True,
        )
        for concept in ("going-out", "visits", "front-door")
    ),
)
