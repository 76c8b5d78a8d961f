"""Mutants that make no difference to anybody, each with the reason."""

EQUIVALENT: dict[tuple[str, str], str] = {
    (
        "reading.says_nothing",
        "the condition is always True in: "
        "if _IN_BRACKETS.fullmatch(read.text) or read.may_name(*HOLLOW): return False",
    ): "a look that saves others: the text is read on, and told all the same",
    (
        "reading.says_nothing",
        "the condition is always False in: if _surely_says_something(read): "
        "return 'denial' if denies(read, asked=asked) else None",
    ): "a look that saves others: the text is read on, and told all the same",
    (
        "reading.says_nothing",
        "`>` becomes `>=` in: words > SHORT",
    ): "a look that saves others: a text of so many words is read on, and told all the same",
    (
        "reading.reader",
        "+1 is added in: 120",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "-1 is added in: 120",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "+1 is added in: 16000000",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "-1 is added in: 16000000",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "+1 is added in: 16384",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "-1 is added in: 16384",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "+1 is added in: 100",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "-1 is added in: 100",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "the condition is always True in: if len(text) <= SHORT: return _words_of_short(text, lexicon)",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "the condition is always False in: if len(text) <= SHORT: return _words_of_short(text, lexicon)",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "`<=` becomes `<` in: len(text) <= SHORT",
    ): "how much is remembered, and of what length, changes no reading",
    (
        "reading.reader",
        "`<=` becomes `>` in: len(text) <= SHORT",
    ): "how much is remembered, and of what length, changes no reading",
    ("reading.reader", "the value is turned in: False"): "how a reading is shown and compared",
    (
        "reading.reader",
        "the condition is always True in: if (words := self._words.get(text)) is None: words = self._words[text] = words_of(self.lex",
    ): "what was read before is read again, to the same end",
    (
        "reading.reader",
        "the condition is always True in: without_empty_texts(document, empty_texts.values()) if empty_texts else document",
    ): "without any, the document stays as it is",
    ("reading.policy", "+1 is added in: 1"): "in how many places is told of pasted texts alone",
    ("reading.policy", "-1 is added in: 1"): "in how many places is told of pasted texts alone",
    ("reading.emptying", "the text is another in: 'P'"): "what a type is called",
    (
        "design.empty_texts",
        "the value is turned in: True",
    ): "whether a text is prose is asked before, of those that the document holds",
    (
        "design.texts.contradicts_its_answer",
        "`if words.may_name(*SPOKEN_OF)` is left out in: for (text, words) in read",
    ): "a look that saves others: what may not be named is not found",
    (
        "design.conditions",
        "the text is another in: ' '",
    ): "what stands between two texts is no word",
    (
        "design.indicators.target_reached_on_a_weak_figure",
        "`target is not None` is left out in: "
        "target is not None and reason and _is_reached(figure.progress)",
    ): "what is reached has a target; the check is for the type checker",
    ("design.people", "+1 is added in: 0"): "three digits part thousands with one decimal too",
    (
        "design.people",
        "-1 is added in: 0",
    ): "three digits part thousands, whatever decimals there are",
    ("shared.logic.word_in_no_list", "+1 is added in: 70"): "likeness is no exact thing",
    ("shared.logic.word_in_no_list", "-1 is added in: 70"): "likeness is no exact thing",
    (
        "design.retention",
        "the condition is always True in: category if isinstance(category, Category) else None",
    ): "an id that ends in .retention belongs to a category; the check is for the type checker",
    ("field_rules", "the value is turned in: True"): "nothing tries to change what was read",
    ("field_rules", "`str` is left out in: (str, Callable[[Any, Any], bool])"): "a type",
    (
        "field_rules",
        "`Callable[[Any, Any], bool]` is left out in: (str, Callable[[Any, Any], bool])",
    ): "a type",
    ("field_rules", "`Any` is left out in: [Any, Any]"): "a type",
    ("plan.conditions", "`Plan` is left out in: [Plan, Part]"): "a type",
    ("plan.conditions", "`Part` is left out in: [Plan, Part]"): "a type",
    ("design.conditions", "`Design` is left out in: [Design, Element]"): "a type",
    ("design.conditions", "`Element` is left out in: [Design, Element]"): "a type",
    ("legal.conditions", "`LegalReview` is left out in: [LegalReview, Part]"): "a type",
    ("legal.conditions", "`Part` is left out in: [LegalReview, Part]"): "a type",
    ("legal.lines", "the text is another in: 'I'"): "what a type is called",
    ("legal.lines", "`str` is left out in: (str, tuple[str, ...], list[I])"): "a type",
    ("legal.lines", "`tuple[str, ...]` is left out in: (str, tuple[str, ...], list[I])"): "a type",
    ("legal.lines", "`list[I]` is left out in: (str, tuple[str, ...], list[I])"): "a type",
    ("legal.lines", "`str` is left out in: (str, ...)"): "a type",
    ("legal.lines", "`...` is left out in: (str, ...)"): "a type",
    (
        "design.conditions",
        "the condition is always True in: "
        "{*element.barriers} if isinstance(element, ActivityBase) else set()",
    ): "only activities are asked so far; the check is for the type checker",
    (
        "missing_fields",
        "`question` is left out in: question and answered(document, question, item)",
    ): "no question has no answer; the check is for the type checker",
    (
        "missing_fields",
        "`element.is_asked` is left out in: isinstance(element, Element) and element.is_asked",
    ): "no question that a rule looks for is answered for anything else",
}
