"""Rules that hold between the entries of a pack, beyond the shape of each.

Each check yields problems that name file and line. They run over the files of one pack and
everything in the packs before it, so that an organisation's pack meets the same demands as the
source's.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.files import Problem, SourceFile
from trueline.language import gettext, joined
from trueline.toolkit.measuring import Category, Indicator
from trueline.toolkit.names import names_in
from trueline.toolkit.packfile import PackFile

Files = list[tuple[SourceFile, PackFile]]


@dataclass(frozen=True)
class KnownNames:
    """Names that packs read earlier have given, by kind."""

    names: dict[str, frozenset[str]]

    def __getitem__(self, kind: str) -> frozenset[str]:
        return self.names.get(kind, frozenset())


def check(files: Files, other_names: KnownNames, *, extra: bool) -> Iterator[Problem]:
    """Every problem between the entries of `files`, given the names (`other_names`) of other packs."""
    yield from _placing(files, other_names, extra=extra)
    yield from _duplicates(files, other_names)
    yield from _links(files, other_names)
    yield from _unused_evidence(files)
    yield from _measuring(files)


def _placing(files: Files, other_names: KnownNames, *, extra: bool) -> Iterator[Problem]:
    pack_id = next((content.pack.id for _, content in files if content.pack), "")
    for source, content in files:
        if content.section and content.for_section:
            yield source.problem(
                ("for_section",),
                gettext(
                    "A file has either `section` (a new one) or `for_section` (an existing one)."
                ),
                gettext("Remove one of the two."),
            )
        if (content.lessons or content.questions or content.categories) and not (
            content.section or content.for_section
        ):
            yield source.problem(
                (),
                gettext("Lessons, questions and categories need a section."),
                gettext("Add `for_section:` with the section they belong to, such as `awareness`."),
            )
        prefix = pack_id if extra else content.section.id if content.section else None
        for name in names_in(content):
            if name.full and prefix and not name.id.startswith(f"{prefix}."):
                yield source.problem(
                    (*name.path, "id"),
                    gettext(
                        "The id `{id}` should begin with `{prefix}.`.", id=name.id, prefix=prefix
                    ),
                    gettext(
                        "For example `{prefix}.{name}`.",
                        prefix=prefix,
                        name=name.id.split(".", 1)[-1],
                    ),
                )


def _duplicates(files: Files, other_names: KnownNames) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for source, content in files:
        names = sorted(names_in(content), key=lambda name: source.place((*name.path, "id")))
        for name in names:
            group = "entry" if name.full else name.kind
            place = (*name.path, "id")
            earlier = first.get((group, name.id))
            if name.id in other_names[group]:
                yield source.problem(
                    place,
                    gettext(
                        "The id `{id}` belongs to the toolkit, which is never replaced.", id=name.id
                    ),
                    gettext("Choose another id for your own entry."),
                )
            elif earlier:
                message = gettext(
                    "The id `{id}` is used already, in {earlier}.", id=name.id, earlier=earlier
                )
                yield source.problem(place, message, gettext("Give each entry an id of its own."))
            else:
                line, _ = source.place(place)
                first[group, name.id] = f"{source.name}:{line}"


def _links(files: Files, other_names: KnownNames) -> Iterator[Problem]:
    here: dict[str, set[str]] = {}
    for _, content in files:
        for name in names_in(content):
            here.setdefault(name.kind, set()).add(name.id)
    for source, content in files:
        for name in names_in(content):
            for field, kinds, index, target in name.links:
                options = set().union(
                    *(here.get(kind, set()) | other_names[kind] for kind in kinds)
                )
                if target not in options:
                    path = (*name.path, field) if index is None else (*name.path, field, index)
                    wanted = joined(kinds, "or")
                    yield source.problem(
                        path,
                        gettext(
                            "`{id}` links to `{target}`, but there is no such {wanted}.",
                            id=name.id,
                            target=target,
                            wanted=wanted,
                        ),
                        _nearest(target, options),
                    )
        if content.for_section and content.for_section not in here.get("section", set()).union(
            other_names["section"]
        ):
            yield source.problem(
                ("for_section",),
                gettext("There is no section `{for_section}`.", for_section=content.for_section),
                _nearest(content.for_section, set(other_names["section"])),
            )


def _unused_evidence(files: Files) -> Iterator[Problem]:
    cited = {
        target
        for _, content in files
        for name in names_in(content)
        for field, _, _, target in name.links
        if field.endswith("evidence")
    }
    for source, content in files:
        for number, item in enumerate(content.evidence):
            if item.id not in cited:
                yield source.problem(
                    ("evidence", number, "id"),
                    gettext("Nothing cites the evidence `{id}`.", id=item.id),
                    gettext(
                        "Name it in `evidence:` of the lesson, question or indicator it belongs to."
                    ),
                )


def _measuring(files: Files) -> Iterator[Problem]:
    for source, content in files:
        for number, category in enumerate(content.categories):
            yield from _proxy_claim(source, ("categories", number), category)
            for at, indicator in enumerate(category.indicators):
                yield from _formula(source, ("categories", number, "indicators", at), indicator)
        for number, added in enumerate(content.indicators):
            yield from _formula(source, ("indicators", number, "indicator"), added.indicator)


def _proxy_claim(
    source: SourceFile, path: tuple[str | int, ...], category: Category
) -> Iterator[Problem]:
    right = {"impact": "is-impact", "behaviour": "if-verified"}.get(category.measures, "never")
    if category.stands_in not in (right, "never") or (
        category.measures == "impact" and category.stands_in != "is-impact"
    ):
        yield source.problem(
            (*path, "stands_in"),
            gettext(
                "A category that measures {measures} can't stand in for impact as `{stands_in}`.",
                measures=category.measures,
                stands_in=category.stands_in,
            ),
            gettext("Write `stands_in: {right}`.", right=right),
        )


def _formula(
    source: SourceFile, path: tuple[str | int, ...], indicator: Indicator
) -> Iterator[Problem]:
    if indicator.measure == "proportion" and not (indicator.numerator and indicator.denominator):
        yield source.problem(
            path,
            gettext("`{id}` is a proportion without numerator or denominator.", id=indicator.id),
            gettext("Add both: what is counted, and out of what."),
        )


def _nearest(word: str, options: set[str]) -> str:
    near = difflib.get_close_matches(word, sorted(options), n=1, cutoff=0.6)
    return (
        gettext("Did you mean `{word}`?", word=near[0])
        if near
        else gettext("Check its spelling, or remove the link.")
    )
