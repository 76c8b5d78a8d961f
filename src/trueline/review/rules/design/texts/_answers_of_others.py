"""Which words speak against the answers of laws, plans, courses, hotlines, loans and campaigns."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.review.rules.design.texts._contradictions import (
    AT_ONCE,
    ON_A_CASE,
    ON_CONDITION,
    PLEASE,
    Answer,
    Clue,
)

OTHERS = (
    Answer(
        "identification",
        "referral_depends_on_identifier",
        (False, None),
        gettext_noop("help depends on who identified a person"),
        (
            Clue("status-of-victim", also=("only-some",), without=PLEASE),
            Clue("whoever-identified", also=("help-given",), without=PLEASE, even_denied=True),
        ),
        rights=True,
    ),
    Answer(
        "identification",
        "hotline",
        (False,),
        gettext_noop("there is a hotline"),
        (Clue("hotline-words"),),
    ),
    Answer(
        "plans",
        "budgeted",
        (True,),
        gettext_noop("there is no money for the plan"),
        (Clue("unfunded"),),
    ),
    Answer(
        "plans",
        "owners_named",
        (True,),
        gettext_noop("nobody has been put in charge of the steps"),
        (Clue("nobody-in-charge"),),
    ),
    Answer(
        "plans",
        "indicators_set",
        (True,),
        gettext_noop("what is to be measured has yet to be said"),
        (Clue("targets-to-come"),),
    ),
    Answer("legal", "assistance_unconditional", (True, None), ON_A_CASE, ON_CONDITION, rights=True),
    Answer(
        "legal",
        "reflection_period",
        (True,),
        AT_ONCE,
        (
            Clue("statement-at-once"),
            Clue("straight-away", also=(("gives-a-statement", "removal"),), without=PLEASE),
        ),
        rights=True,
    ),
    Answer(
        "legal",
        "return_mandatory",
        (False, None),
        gettext_noop("people have to go back"),
        (Clue("only-return"), Clue("removal", also=("has-to-go",), without=PLEASE)),
        rights=True,
    ),
    Answer(
        "legal",
        "non_punishment",
        (True,),
        gettext_noop("victims are punished for what they were made to do"),
        (Clue("victims-punished"), Clue("punished", also=("without-papers",), without=PLEASE)),
        rights=True,
    ),
    Answer(
        "legal",
        "companies_liable",
        (True,),
        gettext_noop("no company can be held to account"),
        (Clue("people-alone-liable", even_denied=True),),
    ),
    Answer(
        "legal",
        "asset_recovery",
        (True,),
        gettext_noop("what was earned is not taken"),
        (Clue("proceeds-kept", even_denied=True),),
    ),
    Answer(
        "livelihoods",
        "credit",
        ("none",),
        gettext_noop("loans are given"),
        (Clue("loan", only_in=("title", "description")),),
    ),
    Answer(
        "justice",
        "aims_at",
        ("organisers", "networks"),
        gettext_noop("those are arrested who are replaced within days"),
        (Clue("low-in-the-chain", also=("makes-arrests",), unless="chain-level"),),
    ),
    Answer(
        "justice",
        "training",
        (False,),
        gettext_noop("it is training"),
        (Clue("training", only_in=("title",)),),
    ),
    Answer(
        "justice",
        "trains_trainers",
        (False,),
        gettext_noop("trainees are to train others"),
        (Clue("trains-trainers"),),
    ),
    Answer(
        "awareness",
        "promotes_regular_migration",
        (True,),
        gettext_noop("people are told to stay where they are"),
        (Clue("told-to-stay"),),
    ),
)
