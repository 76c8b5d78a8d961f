"""Words that documents and the toolkit hold in place of sentences, as types; `terms` has their labels."""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "note"]
Remedy = Literal["modify", "add", "generate", "reconsider"]
"""The four consequences that an answer or a finding can have (how to use the toolkit, ref 0 I)."""

Sort = Literal["cannot-be", "said-badly", "not-said"]
"""What a finding rests on. `cannot-be`: numbers, dates, references or steps that can't all be true;
`said-badly`: what is written says nothing, something else, or something that the field has learned
not to rely on; `not-said`: what is empty or missing."""

Stance = Literal["addressed", "partly", "not-addressed", "not-known", "not-relevant"]
Level = Literal["activity", "output", "outcome", "impact"]
ActivityKind = Literal[
    "awareness", "livelihoods", "legal", "justice", "identification", "support", "plans"
]
"""The seven kinds of activity, which are the seven sections of the toolkit's part II."""

Measures = Literal[
    "baseline",
    "reach",
    "satisfaction",
    "learning",
    "livelihoods",
    "retention",
    "behaviour",
    "impact",
    "law",
    "identification",
    "services",
    "reintegration",
    "feedback",
    "plan",
]
"""What an indicator measures and a result changes, across sections. `learning` is change in
knowledge, attitudes, skills or intentions; `law` and `plan` are checks of a text; `identification`
and `services` count work done for victims; `reintegration` is how they fare later; `feedback` is
what clients say."""

Applies = Literal[
    "awareness",
    "livelihoods",
    "legal",
    "justice",
    "identification",
    "support",
    "plans",
    "programme",
]
"""What a question is asked of: a kind of activity, or the programme as a whole."""

Direction = Literal[
    "limited-evidence",
    "no-verified-example",
    "not-supported",
    "gap",
    "challenge",
    "finding",
    "recommendation",
    "premise",
]
"""What a lesson reports, in a label of ours that is never stronger than the source.
`limited-evidence`: there is little, or none that is strong; `no-verified-example`: none was found
that anybody verified; `not-supported`: an assumption that research does not routinely support;
`gap`: something that practice commonly leaves out or does not reach; `challenge`: something that
makes the work hard; `finding`: what data, research or experience suggest; `recommendation`: what
the source says would help or is important; `premise`: something that the source starts from."""

StandsIn = Literal["never", "if-verified", "is-impact"]
"""Whether a category may be used as a proxy for impact on trafficking: never, only where the
link rests on verified assumptions, or because it measures that impact itself."""

Anchor = Literal["start", "end", "exit"]
"""From when months are counted: `start` of what is followed (a start-up, for example), `end` of
the activity or training, `exit` of people from the programme."""

SurveyType = Literal["yes-no", "choose-one", "choose-many", "number", "scale", "text"]
Likelihood = Literal["unlikely", "possible", "likely", "not-known"]
Strength = Literal["none", "weak", "moderate", "strong"]
Measure = Literal["count", "proportion", "change", "scale", "yes-no", "checklist", "qualitative"]
Better = Literal["up", "down", "none"]
OverPeriods = Literal["sum", "last", "highest", "mean"]
"""How figures of several periods make one. `sum`: what each period adds. `last`: a running total or
a standing, of which the latest holds. `mean` of counts is theirs; shares and means are always put
together by what was counted, never as a mean of percentages."""

OverPlaces = Literal["sum", "highest", "mean"]
