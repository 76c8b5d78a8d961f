"""Measured again too early.

Why: Retention is measured 6 to 12 months after awareness work, at least 12 after training, and at
12 and 24 months for livelihoods (3 E4, 6 E4, 4 E4).

Example: “Follow-up after three months” for a training of judges; “score on the last day”, entered as
retention.

Resolve: Move the follow-up to the months that the toolkit names.
"""

from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.reading import Reading
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.retention import retention_of
from trueline.toolkit.wording import follow_up


@rule(sort="said-badly", severity="warning", remedy="modify", refs=("3 E4", "6 E4", "4 E4"))
def retention_too_early(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    toolkit = context.toolkit
    for indicator in design.indicators:
        category = retention_of(design, toolkit, indicator)
        months = indicator.follow_up_months
        times = category.follow_up if category else None
        if times and months and max(months) < times.earliest:
            yield Observation(
                path=f"indicators[{indicator.id}].follow_up_months",
                message=ngettext(
                    "{indicator} is measured again after {count} month, too early to show that a"
                    " change lasts.",
                    "{indicator} is measured again after {count} months, too early to show that a"
                    " change lasts.",
                    max(months),
                    indicator=quoted(indicator.name),
                ),
                next_step=gettext("Measure it again {when}.", when=follow_up(times)),
            )
        elif times and not months and (last_day := _last_day_words(context.reading, indicator)):
            yield Observation(
                path=f"indicators[{indicator.id}].follow_up_months",
                also_at=(f"indicators[{indicator.id}].statement",),
                message=gettext(
                    "{indicator} is entered as what lasts; by the words {words} it is measured when"
                    " the work ends.",
                    indicator=quoted(indicator.name),
                    words=quoted(last_day),
                ),
                next_step=gettext("Measure it again {when}.", when=follow_up(times)),
            )


def _last_day_words(reading: Reading[Design], indicator: Indicator) -> str:
    """The words that tell that something said to last is measured on the last day; "" without any."""
    if indicator.measures != "retention":
        return ""
    texts = [reading.words(text) for text in (indicator.statement, indicator.numerator)]
    if any(text_words.names("still-so") for text_words in texts):
        return ""
    return next(
        (
            text_words.quote(place.start, place.end)
            for text_words in texts
            for place in text_words.of("on-the-last-day")
        ),
        "",
    )
