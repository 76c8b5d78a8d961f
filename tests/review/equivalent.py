"""Mutants that make no difference to anybody, each with the reason."""

EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "retention",
        "the condition is always True in: category if isinstance(category, Category) else None",
    ): "an id that ends in .retention belongs to a category; the check is for the type checker",
    ("field_rules", "the value is turned in: True"): "nothing tries to change what was read",
    ("field_rules", "`str` is left out in: (str, str)"): "a type",
    ("conditions", "`Design` is left out in: [Design, Element]"): "a type",
    ("conditions", "`Element` is left out in: [Design, Element]"): "a type",
    (
        "conditions",
        "the condition is always True in: "
        "{*element.barriers} if isinstance(element, ActivityBase) else set()",
    ): "only activities are asked so far; the check is for the type checker",
    (
        "missing_fields",
        "the condition is always True in: "
        "element.id if isinstance(element, ActivityBase) else None",
    ): "other elements have no questions of their own; the check is for the type checker",
}
