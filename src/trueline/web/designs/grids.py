"""The columns that the tables of a design's lists begin with; others can be chosen."""

GRIDS: dict[str, tuple[str, ...]] = {
    "indicators": (
        "statement",
        "result",
        "measures",
        "unit",
        "direction",
        "baseline.value",
        "baseline.measured",
        "targets.0.due",
        "targets.0.value",
        "targets.1.due",
        "targets.1.value",
        "source",
        "frequency",
        "responsible",
    ),
    "indicators.targets": ("due", "value", "text", "rationale"),
    "results": ("statement", "level", "change", "behaviour"),
    "activities": ("kind", "title", "people", "lead", "start", "end", "budget"),
    "budget_lines": ("title", "year", "amount", "funder"),
    "activities.budget_lines": ("title", "year", "amount", "funder"),
    "partners": ("title", "role"),
    "sources": ("title", "author", "year", "kind", "url"),
    "behaviours": ("actor_group", "who", "current", "desired"),
}
