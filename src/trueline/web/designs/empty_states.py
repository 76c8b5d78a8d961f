"""Empty lists: why they matter, and an example to begin from."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from trueline.web.documents.kind_pages import EmptyState

EMPTY_STATES: dict[str, EmptyState] = {
    "partners": EmptyState(
        _("Who brings what the lead organisation lacks."),
        _("Labour inspectorate, northern region: names the trainees and releases them."),
    ),
    "sources": EmptyState(
        _("Other entries can then name what they rest on, and readers can check it."),
        _("Exit survey of returning workers, 2025, 412 people at the airport."),
    ),
    "patterns": EmptyState(
        _(
            "Different patterns need different responses, so a design begins with one that it can"
            " describe."
        ),
        _(
            "Young men from two hill districts, recruited by a neighbour for a fee, work off the loan"
            " on building sites abroad."
        ),
    ),
    "factors": EmptyState(
        _(
            "What makes the pattern possible is what a programme can work on: not only what makes"
            " people vulnerable, but what lets traffickers act, earn, hide and go unpunished."
        ),
        _("Agencies may charge any fee, and nobody checks contracts against what was promised."),
    ),
    "strategies": EmptyState(
        _(
            "Lowering vulnerability alone has not been shown to reduce trafficking. Consider how the"
            " work of traffickers could become harder, riskier and less rewarding."
        ),
        _("Raise risk: inspectors and police share what they find on the same agencies."),
    ),
    "behaviours": EmptyState(
        _(
            "Nothing changes unless somebody does something differently. Name who, and from what to"
            " what."
        ),
        _(
            "Inspectors who close a visit with a form begin to ask workers about debts and passports,"
            " and refer those who want help."
        ),
    ),
    "activities": EmptyState(
        _(
            "Each kind of activity raises questions of its own. Choose the kind, and they come with"
            " it."
        ),
        _("Mentoring of 40 inspectors at work, for a year after their course."),
    ),
    "results": EmptyState(
        _(
            "What will be different because of the activities: what they deliver, what people then do,"
            " and less trafficking in the end."
        ),
        _("Inspectors refer workers in debt to the service centre (outcome)."),
    ),
    "links": EmptyState(
        _("Each step from one result to the next rests on something that has to be true."),
        _(
            "From “inspectors know the signs” to “inspectors refer”: only if referral does not add to"
            " their own work."
        ),
    ),
    "indicators": EmptyState(
        _(
            "How you would know. Begin with the results that matter most; few that are measured beat"
            " many that are not."
        ),
        _(
            "Share of inspections with signs of forced labour that led to a referral, every quarter."
        ),
    ),
    "displacement": EmptyState(
        _(
            "Trafficking that is driven out of one place may move to another. Looking at each way in"
            " turn takes ten minutes."
        ),
        _(
            "Another place, possible: agencies may recruit in the next district; the hotline asks"
            " callers where they come from."
        ),
    ),
    "external_factors": EmptyState(
        _("What others do, or fail to do, can carry the programme or stop it."),
        _("The country of destination may close its labour desk; then the embassy is asked first."),
    ),
    "capacities": EmptyState(
        _(
            "A gap that is named can be closed by a partner, a new member of staff or a budget line."
        ),
        _("Behavioural science: not in the team; a university joins from March."),
    ),
    "evaluation.studies": EmptyState(
        _("A baseline before the work begins cannot be made up for later."),
        _("Baseline, May 2027: practice of 60 inspectors, from their files and from interviews."),
    ),
    "next_steps": EmptyState(
        _(
            "What the team decided after reading the review, so that it is done and seen to be done."
        ),
        _("Ask three earlier trainees what kept them from referring: Samira, by 1 March."),
    ),
}
"""By the address of the list."""
