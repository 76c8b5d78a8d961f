"""Which words speak against the answers of support, and of what else helps people."""

from __future__ import annotations

from trueline.language import gettext_noop
from trueline.review.rules.design.texts._contradictions import Answer, Clue

PLEASE = ("as-they-please",)
CASE = ("with-the-case", "deals-with-justice")
HELD = ("phones-and-papers", "papers-and-phones")
STAYS_IN = gettext_noop("people can’t leave when they want, which is a question of their rights")
ON_A_CASE = gettext_noop("help depends on cooperating with a case")
AT_ONCE = gettext_noop("people are asked for a statement at once")
STATUS = gettext_noop("a child must count as a victim of trafficking to be helped")


def _on_leave(concept: str, *also: str) -> Clue:
    """Words that tell of leave to be asked for, where nothing says that nobody has to ask."""
    return Clue(
        concept, also=also, without=("no-leave-needed",), unless="comes-and-goes", even_denied=True
    )


ON_CONDITION = (
    Clue("help-on-condition", without=PLEASE),
    Clue(
        "deals-with-justice",
        beside=("on-condition",),
        also=("help-given",),
        without=PLEASE,
        even_denied=True,
    ),
    *(Clue(case, beside=("client-must",), without=PLEASE) for case in CASE),
    *(
        Clue(case, beside=("unwilling",), also=("sent-on",), without=PLEASE, even_denied=True)
        for case in CASE
    ),
    Clue("before-help", also=(CASE,), without=PLEASE),
)
"""Help waits for something that is to be done for a case."""

SUPPORT = (
    Answer(
        "support",
        "free_to_leave",
        (True, None),
        STAYS_IN,
        (
            Clue("locked-in", unless="comes-and-goes"),
            Clue(
                "going-out",
                also=("gate-kept",),
                unless="comes-and-goes",
                without=PLEASE,
                even_denied=True,
            ),
            Clue("phones-and-papers", also=("put-away",), without=("own-place",), even_denied=True),
            Clue("indoors"),
            Clue("barred", unless="comes-and-goes"),
            Clue(
                "visits",
                also=("ruled-out",),
                without=("as-they-please", "in-the-night"),
                unless="comes-and-goes",
                even_denied=True,
            ),
            Clue("kept-until", unless="comes-and-goes", without=PLEASE),
            *(
                Clue(
                    concept,
                    also=("supervised",),
                    without=("as-they-please", "own-place", "in-the-night"),
                    unless="comes-and-goes",
                )
                for concept in ("going-out", "visits", "front-door")
            ),
            _on_leave("goes-about", "others-decide"),
            _on_leave("goes-about", "comes-late", "penalty"),
            _on_leave("comes-late", "penalty", "house-people"),
            _on_leave("nobody-goes"),
            _on_leave("stays-put", "till-then"),
            _on_leave("in-touch", "watched-over"),
            _on_leave("in-touch", "others-decide"),
            Clue(
                "papers-and-phones",
                also=("given-back",),
                without=("own-place", "no-leave-needed"),
                even_denied=True,
            ),
        ),
        rights=True,
    ),
    Answer(
        "support",
        "cooperation_required",
        (False, None),
        ON_A_CASE,
        (
            *ON_CONDITION,
            Clue("with-the-case", also=("help-given", "only-once"), without=PLEASE),
            Clue("with-the-case", also=("loses-it",), without=PLEASE, even_denied=True),
            Clue("with-the-case", also=("only-once",), without=PLEASE, only_in=("target_group",)),
        ),
        rights=True,
    ),
    Answer(
        "support",
        "cooperation_required",
        (False, None),
        gettext_noop("help depends on being recognised as a victim first"),
        (Clue("status-of-victim", also=("only-some",), without=("child", "as-they-please")),),
        rights=True,
    ),
    Answer(
        "support",
        "return_only",
        (False, None),
        gettext_noop("going back is all there is"),
        (
            Clue("only-return", without=PLEASE),
            Clue(
                "going-home",
                also=("everybody-of-them",),
                without=("as-they-please", "comes-and-goes"),
            ),
            Clue("staying", also=("not-offered",), without=PLEASE, even_denied=True),
            Clue("goes-back", without=PLEASE, unless="another-way", only_in=("options",)),
            Clue("ends-at-home", without=PLEASE),
        ),
        rights=True,
    ),
    Answer(
        "support",
        "children_status_required",
        (False, None),
        STATUS,
        (
            Clue("status-of-victim", also=("child", "only-some"), without=PLEASE),
            Clue(
                "paper-of-status",
                also=("child", "actor-justice", "only-some"),
                without=PLEASE,
                even_denied=True,
            ),
            *(
                Clue(
                    "paper-of-status",
                    also=("child", beside),
                    without=PLEASE,
                    only_in=("target_group",),
                )
                for beside in ("actor-justice", "client")
            ),
            Clue(
                "paper-of-status",
                also=("child", "actor-justice", "once-it-is", "is-admitted"),
                without=PLEASE,
            ),
            Clue(
                "found-a-victim",
                also=("child", ("on-condition", "sent-on", "before-help")),
                without=PLEASE,
                even_denied=True,
            ),
        ),
        rights=True,
    ),
    Answer(
        "support",
        "anonymous_feedback",
        (True,),
        gettext_noop("clients are known by what they say"),
        (
            Clue("not-anonymous"),
            Clue("known-to-staff", also=("feedback-given",), without=PLEASE),
            Clue("bears-a-name", also=("feedback-given",)),
        ),
    ),
    Answer(
        "support",
        "reflection_period",
        (True, None),
        AT_ONCE,
        (
            Clue("statement-at-once"),
            Clue("straight-away", also=("gives-a-statement", "actor-justice"), without=PLEASE),
            Clue("straight-away", also=("deals-with-justice",), without=PLEASE),
        ),
        rights=True,
    ),
    Answer(
        "support",
        "reflection_period",
        (True,),
        AT_ONCE,
        (Clue("straight-away", also=("account-taken",), without=PLEASE),),
        rights=True,
    ),
    Answer(
        "support",
        "shelter",
        (False,),
        gettext_noop("people are given a place to stay"),
        (Clue("offers-beds", only_in=("title", "description", "standards")),),
    ),
    Answer(
        "support",
        "children",
        (False,),
        gettext_noop("children are among the clients"),
        (Clue("takes-in-children"),),
    ),
)
