"""Mutants that make no difference to anybody, each with the reason."""

EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "retention",
        "the condition is always True in: category if isinstance(category, Category) else None",
    ): "an id that ends in .retention belongs to a category; the check is for the type checker",
    ("unsaid", "the text is another in: 'A'"): "the name of a type variable",
}
