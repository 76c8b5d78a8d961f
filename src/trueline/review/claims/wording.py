"""Sentences on what figures show and do not show, and what can honestly be written of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from trueline.design.figure_wording import baseline_in_words, figure_in_words, rounded
from trueline.design.paired_test_wording import paired_test_details, paired_test_summary
from trueline.design.paired_tests import PairedTest
from trueline.design.sharing import to_share
from trueline.language import day, gettext, joined, lower_first, number, quoted
from trueline.language.terms import MEASURES, STATE
from trueline.measures.changes import Loss, counted, share_interval
from trueline.measures.readings import Reading, Scale, Share
from trueline.measures.suppression import THRESHOLD, is_small
from trueline.review.claims.evidence import Evidence, highest
from trueline.review.claims.support import OF_CHANGE, Support

MOST_BY_CHANCE = 5000
"""Above this, chance explains less than whom one asked, and how."""


def figure_line(evidence: Evidence) -> str:
    """A figure and what became of it: from where it came, how far it moved, or why it is silent."""
    if evidence.tested is not None:
        return _test_line(evidence, evidence.tested)
    figure = evidence.figure
    words = figure_in_words(figure.to_date, figure.indicator.unit)
    if evidence.again is not None:
        words = gettext("{day}, again: {figure}", day=day(evidence.again.end), figure=words)
    match evidence.support:
        case Support.MISSING if not figure.by_period:
            return gettext("Nothing due yet")
        case Support.MISSING | Support.NOT_APPLICABLE:
            return STATE.label(evidence.support)
        case Support.SUPPRESSED | Support.COUNTED:
            sentence = words
        case Support.NOBODY:
            sentence = gettext("{figure}: none", figure=words)
        case Support.CANNOT_BE:
            sentence = gettext("{figure}: it can’t be right, and shows nothing", figure=words)
        case Support.LEVEL:
            sentence = _without_change(evidence, words)
        case Support.UNCHANGED:
            sentence = gettext("{figure}; as before", figure=words)
        case Support.COULD_BE_CHANCE:
            size = _moved(evidence, words)
            sentence = gettext("{size}, by no more than chance might among so few", size=size)
        case _:
            sentence = _moved(evidence, words)
    if evidence.is_carried_forward:
        sentence = gettext(
            "{figure} (a place did not report; its last figure stands in)", figure=sentence
        )
    return sentence


def _test_line(evidence: Evidence, tested: PairedTest) -> str:
    sentence = paired_test_summary(tested)
    if evidence.support is Support.COULD_BE_CHANCE:
        return f"{sentence} {gettext('Chance might do as much among so few.')}"
    if evidence.support is Support.WORSE:
        return f"{sentence} {gettext('That is the wrong way.')}"
    return sentence


def figure_details(evidence: Evidence) -> Iterator[str]:
    """How sure the figure is, what was kept of a gain, and who was not asked again."""
    if evidence.tested is not None:
        yield from paired_test_details(evidence.tested)
        return
    if evidence.is_outweighed:
        yield gettext(
            "The newest test of the same people shows no such change, and counts for more."
        )
    reading = evidence.figure.to_date.reading
    if interval := evidence.interval:
        yield gettext(
            "If those asked were drawn by chance, the change lies between {low} and {high} points.",
            low=_points(interval.low),
            high=_points(interval.high),
        )
    elif evidence.measures in OF_CHANGE and _is_a_sample(reading):
        share = share_interval(reading)
        assert share is not None  # since it was counted
        yield gettext(
            "If those asked were drawn by chance, the share lies between {low} and {high} %.",
            low=_points(share.low),
            high=_points(share.high),
        )
    yield from _change_kept(evidence)
    if (loss := evidence.loss) is not None:
        yield from _lost_to_follow_up(loss)


def _is_a_sample(reading: Reading | None) -> bool:
    """Whether so few were counted that chance may weigh."""
    size = counted(reading)
    return size is not None and size[1] <= MOST_BY_CHANCE


def _points(share: float) -> str:
    return number(rounded(Fraction(share) * 100))


def _change_kept(evidence: Evidence) -> Iterator[str]:
    """The part of a gain that remains at the follow-up."""
    gained, remains = evidence.gained, evidence.change
    if not gained or remains is None or evidence.indicator.direction not in ("up", "down"):
        return
    if (gained > 0) != (evidence.indicator.direction == "up"):
        return
    sizes = {
        "gained": number(abs(rounded(gained))),
        "remains": number(rounded(remains if gained > 0 else -remains)),
    }
    if abs(remains) >= abs(gained) and (remains > 0) == (gained > 0):
        yield gettext("The change had been {gained} before; it is {remains} now.", **sizes)
    else:
        yield gettext("Of a change of {gained} before, {remains} remains.", **sizes)


def _lost_to_follow_up(loss: Loss) -> Iterator[str]:
    lost = f"<{THRESHOLD}" if is_small(loss.lost) else number(loss.lost)
    yield (
        gettext(
            "Of {first} who were asked before, {lost} were not asked again ({share} %).",
            first=number(loss.first),
            lost=lost,
            share=_points(loss.share),
        )
        if loss.lost
        else gettext("All who were asked before were asked again.")
    )
    if loss.lost and loss.bounds:
        low, high = loss.bounds
        yield gettext(
            "Whatever became of these, the share of all lies between {low} and {high} %.",
            low=_points(low),
            high=_points(high),
        )


def _without_change(evidence: Evidence, words: str) -> str:
    """A figure that no change can be told of: nothing to compare, or no better way."""
    baseline = evidence.indicator.baseline
    if evidence.figure.value is None:
        return words
    if evidence.change is not None:
        return gettext(
            "{figure}; {before}: {size}; which way is better isn’t said",
            figure=words,
            before=lower_first(baseline_in_words(baseline)),
            size=size_of(evidence) if evidence.change else gettext("no change"),
        )
    if baseline is not None and baseline.text:
        before = lower_first(baseline_in_words(baseline))
        return gettext("{figure}; {before}", figure=words, before=before)
    return gettext("{figure}; what it was before isn’t known", figure=words)


def size_of(evidence: Evidence) -> str:
    """How large the change is: in points where it is one of per cent."""
    change = evidence.change
    if change is None:
        return ""
    size = number(abs(rounded(change)))
    if isinstance(evidence.figure.to_date.reading, Share | Scale):
        size = gettext("{size} points", size=size)
    up = gettext("{size} more", size=size)
    return up if change > 0 else gettext("{size} less", size=size)


def _moved(evidence: Evidence, words: str) -> str:
    size = size_of(evidence)
    if not size:
        return words
    before = lower_first(baseline_in_words(evidence.indicator.baseline))
    is_better = evidence.support is not Support.WORSE
    way = gettext("the better way") if is_better else gettext("the wrong way")
    return gettext(
        "{figure}; {before}: {size}, {way}", figure=words, before=before, size=size, way=way
    )


def shows(evidence: Evidence) -> str:
    """A sentence on what such a figure shows and does not show, with its place in the toolkit."""
    category = evidence.category
    if category is None:
        return ""
    ref = category.ref
    if "does_not_show" not in category.source_gives:
        ref = gettext("{ref}; what it does not show: ours", ref=ref)
    return gettext(
        "This shows {shows} It does not show {does_not_show} ({ref})",
        shows=lower_first(category.shows),
        does_not_show=lower_first(category.does_not_show),
        ref=ref,
    )


def honest_sentence(evidence: Iterable[Evidence], *, claimed: str) -> str:
    """Words to put in place of a claim to one category that the figures do not support."""
    everything = list(evidence)
    return " ".join([_measured(highest(everything)), _not_shown(everything, claimed)])


def honest_about_cause(evidence: Evidence) -> str:
    """Words for where trafficking was measured to change, and no cause was."""
    return " ".join(
        [
            _measured(evidence),
            gettext("The figures show that it changed; they do not show what changed it."),
        ]
    )


def _measured(best: Evidence | None) -> str:
    """The highest figure that is supported, as it may leave: reports are written for others."""
    if best is None:
        return gettext("What changed has not been shown by any figure so far.")
    if best.tested is not None:
        name = quoted(best.indicator.name)
        return gettext(
            "{name}: {test}", name=name, test=paired_test_summary(best.tested.to_share())
        )
    (shareable,) = to_share([best.figure])
    figure = figure_in_words(shareable.to_date, best.indicator.unit)
    name = quoted(best.indicator.name)
    if best.support is Support.CHANGED and shareable.change is not None:
        return gettext(
            "{name}: {figure} to date, {size} than before the work.",
            name=name,
            figure=figure,
            size=size_of(best),
        )
    return gettext("{name}: {figure} to date.", name=name, figure=figure)


def _not_shown(evidence: Iterable[Evidence], claimed: str) -> str:
    """A sentence on the claim itself: not measured, silent, or measured to be otherwise."""
    own = [item for item in evidence if item.measures == claimed]
    what = {
        "learning": gettext("Whether people know more"),
        "behaviour": gettext("Whether people act differently"),
        "impact": gettext("Whether trafficking changed"),
    }.get(claimed, MEASURES.label(claimed))
    if not own:
        return gettext("{what} was not measured.", what=what)
    names = joined([quoted(item.indicator.name) for item in own[:2]])
    if any(item.support in (Support.WORSE, Support.UNCHANGED, Support.NOBODY) for item in own):
        return gettext("What was measured of it, {names}, did not improve.", names=names)
    if any(item.support is Support.COULD_BE_CHANCE for item in own):
        return gettext("What was measured of it, {names}, could be chance.", names=names)
    return gettext("{what} can’t be told yet from {names}.", what=what, names=names)
