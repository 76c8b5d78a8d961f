"""A design goes out as a logframe in every layout, and comes back as it was."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from trueline.design import Design, Indicator, load_design
from trueline.exchange.logframe import begin, read_logframe
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit

EXPORTS = {name: one for name, one in exports_of("design").items() if name.startswith("logframe")}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
EVERY = {"indicators": ("statement", "result", "methods", "source", "targets", "baseline")}
MORE = {
    "eu": ("definition", "numerator", "denominator", "disaggregation"),
    "fcdo": ("definition", "numerator", "denominator", "disaggregation"),
    "usaid-pmp": (
        [
            "definition",
            "unit",
            "numerator",
            "denominator",
            "disaggregation",
            "frequency",
            "responsible",
        ]
    ),
    "usaid-pirs": (
        [
            "definition",
            "unit",
            "numerator",
            "denominator",
            "disaggregation",
            "frequency",
            "responsible",
            "limitations",
        ]
    ),
    "prm": ("definition", "numerator", "denominator", "disaggregation"),
    "iom": ("definition", "numerator", "denominator", "disaggregation"),
    "un": ["definition", "numerator", "denominator", "disaggregation", "frequency", "responsible"],
}
ACTIVITIES = {"eu": ("lead", "description", "budget"), "fcdo": ("start", "end", "budget")}


def sent(design: Design, name: str) -> bytes:
    return EXPORTS[name].make(ExportRequest(design, load_toolkit()))


def back(data: bytes, name: str) -> Design:
    return begin(read_logframe(data, name)).design


def shown(design: Design, name: str) -> dict:
    """What a layout has of a design, in values that can be compared."""
    layout = name.removeprefix("logframe-").rpartition(".")[0]
    if name == "logframe.docx":
        fields = ("statement", "result", "methods", "source", "frequency", "responsible")
    elif name == "logframe.xlsx":
        fields = tuple(type(design.indicators[0]).model_fields) if design.indicators else ()
    else:
        fields = (*EVERY["indicators"], *MORE[layout])
    own = ACTIVITIES.get(layout, ("lead", "start", "end", "budget"))
    return {
        "title": design.title,
        "results": [(r.id, r.level, r.statement) for r in design.results],
        "activities": [
            (a.id, a.kind, a.title, *(getattr(a, each) for each in own)) for a in design.activities
        ],
        "links": [
            (one.id, one.cause, one.effect, tuple((a.id, a.statement) for a in one.assumptions))
            for one in design.links
        ],
        "indicators": [
            (one.id, *(_value(one, field, whole="-" not in name) for field in fields))
            for one in design.indicators
        ],
    }


def _value(indicator, field: str, *, whole: bool):
    """A field; of baselines and targets only what donors' layouts have."""
    value = getattr(indicator, field)
    if whole or not value:
        return value
    if field == "baseline":
        return (value.value, value.text, value.measured)
    return tuple((t.due, t.value, t.text) for t in value) if field == "targets" else value


@pytest.mark.walk
@pytest.mark.slow
@pytest.mark.parametrize("name", EXPORTS)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_comes_back_from_every_layout(path, name):
    design = load_design(path).document
    assert shown(back(sent(design, name), name), name) == shown(design, name)


words = st.sampled_from(
    [
        "people",
        "inspectors",
        "refer",
        "cases",
        "Women",
        "formés",
        "años",
        "número",
        "الشرطة",
        "случаи",
        "人员",
        "40",
        "%",
        "a",
        "(new)",
        "e.g.",
        "of",
        "whom",
        "quarterly’s",
        "“quoted”",
        "3.5",
        "10/12",
        "and-or",
    ]
)
sentences = st.lists(words, min_size=2, max_size=9).map(lambda found: "Some " + " ".join(found))
days = st.dates(date(2024, 1, 1), date(2032, 12, 31))
numbers = st.decimals(Decimal(-999), Decimal(10**6), places=2, allow_nan=False)
baselines = st.fixed_dictionaries(
    {}, optional={"value": numbers, "text": sentences, "measured": days, "source": sentences}
)
targets = st.lists(
    st.fixed_dictionaries({"due": days}, optional={"value": numbers, "text": sentences}),
    max_size=4,
    unique_by=lambda target: target["due"],
)


@st.composite
def plausible(draw) -> Design:
    """Designs as people write them, of any size and with any field of their indicators."""
    levels = st.sampled_from(["impact", "outcome", "output", None])
    results = [
        {"id": f"r{n}", "statement": text, "level": draw(levels)}
        for n, text in enumerate(draw(st.lists(sentences, min_size=1, max_size=5)))
    ]
    activities = [
        {"id": f"a{n}", "kind": "other", "title": text, "lead": draw(st.just("") | sentences)}
        for n, text in enumerate(draw(st.lists(sentences, max_size=3)))
    ]
    ids = [one["id"] for one in results]
    links = [
        {
            "id": f"l{n}",
            "cause": draw(st.sampled_from([*ids, *(one["id"] for one in activities)])),
            "effect": draw(st.sampled_from(ids)),
            "assumptions": [
                {"id": f"s{k}", "statement": text}
                for k, text in enumerate(draw(st.lists(sentences, max_size=2)))
            ],
        }
        for n in range(draw(st.integers(0, 4)))
    ]
    optional = {
        "definition": sentences,
        "numerator": sentences,
        "denominator": sentences,
        "unit": st.sampled_from(["people", "per cent", "EUR", "%"]),
        "source": sentences,
        "responsible": sentences,
        "limitations": sentences,
        "frequency": st.sampled_from(["quarterly", "yearly", "continuous"]),
        "methods": st.lists(sentences, max_size=2),
        "disaggregation": st.just(["sex", "age-band"]),
        "baseline": baselines,
        "targets": targets,
    }
    indicators = [
        {
            "id": f"i{n}",
            "statement": text,
            "result": draw(st.sampled_from([*ids, None])),
            **draw(st.fixed_dictionaries({}, optional=optional)),
        }
        for n, text in enumerate(draw(st.lists(sentences, max_size=5)))
    ]
    return Design.model_validate(
        {
            "title": draw(sentences),
            "results": results,
            "activities": activities,
            "links": links,
            "indicators": indicators,
        }
    )


@pytest.fixture(autouse=True, scope="module")
def _same_designs_each_time() -> Iterator[None]:
    """Numbers and days that stand in whatever modules this process has loaded are not drawn."""
    patch = pytest.MonkeyPatch()
    none = providers.Constants()
    patch.setattr(providers, "_get_local_constants", lambda: none)
    patch.setattr(providers, "CONSTANTS_CACHE", type(providers.CONSTANTS_CACHE)(1024))
    yield
    patch.undo()


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(plausible(), st.sampled_from(sorted(EXPORTS)))
def test_any_design_comes_back_from_any_layout(design, name):
    assert shown(back(sent(design, name), name), name) == shown(design, name)


@pytest.fixture(scope="module")
def justice() -> Design:
    return load_design(next(path for path in EXAMPLES if "justice" in path.stem)).document


def test_what_was_changed_in_excel_is_read_and_the_rest_stays(justice):
    book = openpyxl.load_workbook(io.BytesIO(sent(justice, "logframe-eu.xlsx")))
    sheet = book.worksheets[0]
    first = next(cell for row in sheet for cell in row if cell.value == "15 per cent (2027-02-28)")
    first.value = "18 per cent (2027)"
    out = io.BytesIO()
    book.save(out)
    design = back(out.getvalue(), "a.xlsx")
    before = {one.id: one for one in justice.indicators}
    changed = [one for one in design.indicators if one.baseline != _plain(before[one.id])]
    assert [one.baseline.value for one in changed] == [18]
    assert [one.id for one in design.links] == [one.id for one in justice.links]


def _plain(indicator):
    baseline = indicator.baseline
    return baseline.model_copy(update={"source": ""}) if baseline else None


def test_without_the_key_codes_and_words_still_tell_what_is_what(justice):
    book = openpyxl.load_workbook(io.BytesIO(sent(justice, "logframe-un.xlsx")))
    del book["_trueline"]
    out = io.BytesIO()
    book.save(out)
    design = back(out.getvalue(), "a.xlsx")
    assert [r.statement for r in design.results] == [
        r.statement for r in sorted(justice.results, key=_rank)
    ]
    values = {one.statement: one.baseline.value for one in design.indicators if one.baseline}
    expected = {one.statement: one.baseline.value for one in justice.indicators if one.baseline}
    assert values == expected


def _rank(result) -> int:
    return ["impact", "outcome", "output"].index(result.level)


def test_the_key_is_out_of_sight(justice):
    book = openpyxl.load_workbook(io.BytesIO(sent(justice, "logframe-eu.xlsx")))
    assert book["_trueline"].sheet_state == "veryHidden"
    document = docx.Document(io.BytesIO(sent(justice, "logframe-eu.docx")))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "urn:trueline" not in text
    assert any("customXml" in part.partname for part in document.part.package.iter_parts())


def test_each_field_of_an_indicator_has_a_column_in_the_workbook(justice):
    book = openpyxl.load_workbook(io.BytesIO(sent(justice, "logframe.xlsx")))
    heads = {cell.value for cell in book["Indicator sheets"][3]}
    titles = {Indicator.field_title(name) for name in Indicator.model_fields.keys() - {"id"}}
    assert titles - heads == {Indicator.field_title("baseline")}, "which has four columns"


@pytest.mark.parametrize("name", ["logframe-eu.xlsx", "logframe-iom.xlsx", "logframe-un.docx"])
def test_a_text_that_names_a_column_is_no_heading(name):
    """“Training on indicators” is an activity, and a row of what is tracked is no second indicator."""
    design = Design.model_validate(
        {
            "title": "Cards",
            "results": [{"id": "r", "statement": "Police use cards"}],
            "activities": [
                {"id": "a", "kind": "other", "title": "Training on indicators of trafficking"}
            ],
            "indicators": [
                {"id": "i", "statement": "Activity cases of the unit", "unit": "people"},
                {"id": "j", "statement": "Police use the card", "result": "r"},
                {"id": "k", "statement": "Police use the card"},
            ],
        }
    )
    assert shown(back(sent(design, name), name), name) == shown(design, name)
