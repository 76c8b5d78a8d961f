"""Words that speak against a yes or no, and which of them do against the answers of support."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trueline.language import gettext_noop


@dataclass(frozen=True)
class Clue:
    """Words that say otherwise.

    Beside `concept` have to stand those of `also` in its sentence and those of `beside` in its clause,
    of each group one; none of `without` may stand in the sentence. What `unless` names anywhere in
    the text explains it. `only_in`: fields where it counts. `even_denied`: whether a denial before it
    counts too.
    """

    concept: str
    also: tuple[str | tuple[str, ...], ...] = ()
    beside: tuple[str | tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    unless: str = ""
    only_in: tuple[str, ...] = ()
    even_denied: bool = False


@dataclass(frozen=True)
class Answer:
    """An answer of a kind of activity, and the words that speak against some values of it.

    `reads_as` says what the words come to. `rights`: people's rights hang on it, and an answer that is
    not given counts.
    """

    kind: str
    field: str
    values: tuple[Any, ...]
    reads_as: str
    clues: tuple[Clue, ...]
    rights: bool = False


PLEASE = ("as-they-please",)
CASE = ("with-the-case", "deals-with-justice")
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
    Clue("deals-with-justice", beside=("on-condition",), also=("help-given",), without=PLEASE),
    *(Clue(case, beside=("client-must",), without=PLEASE) for case in CASE),
    *(
        Clue(case, beside=("unwilling",), also=("sent-on",), without=PLEASE, even_denied=True)
        for case in CASE
    ),
    Clue("before-help", also=(CASE,), without=PLEASE),
    Clue("case-over", also=("sent-on",), without=PLEASE),
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
            Clue("indoors", unless="comes-and-goes"),
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
            _on_leave("comes-late", "penalty", "house-people"),
            _on_leave("nobody-goes"),
            _on_leave("home-by"),
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
                also=("child", ("on-condition", "sent-on")),
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
