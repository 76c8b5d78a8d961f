"""Two years of seven worked examples: what went well, what did not, and what nobody wrote down."""

from __future__ import annotations

from story import LATE, Story, Words, months, parts

NEPAL: tuple[Story | Words, ...] = (
    Story(
        "visits",
        months("2027-07", "2029-06"),
        *(190, 260),
        women=0.6,
        gaps={"2028-07": "The roads were under water; no circle met."},
        not_due=frozenset(["2028-07"]),
        silent=frozenset(["2028-02"]),
    ),
    Story(
        "quick-answers",
        months("2027-07", "2029-06"),
        *(34, 88),
        (36, 74),
        women=0.4,
        told={"2028-10": 41},
        notes={
            "2028-10": "Two of five answerers had left for Dashain; calls were called back late."
        },
    ),
    Story("knows-where", ["2027", "2028"], *(9, 31), (380, 400), women=0.5),
    Story(
        "checked-first",
        parts("Q", "2027-Q3", "2029-Q2"),
        *(7, 27),
        (210, 320),
        women=0.3,
        notes={"2028-Q2": LATE},
    ),
    Story(
        "papers",
        parts("H", "2027-H2", "2029-H1"),
        *(22, 51),
        (90, 140),
        once={"2027-09-30": ("baseline", 14, 118)},
    ),
    Story("receipts", parts("Q", "2027-Q2", "2029-Q2"), 3, 44, (130, 240)),
    Story(
        "true-receipts",
        ["2027", "2028"],
        28,
        33,
        (80, 110),
        once={"2027-05-31": ("baseline", 24, 96)},
    ),
    Story("fee-paid", ["2027", "2028"], 116000, 97000, asked=(140, 180)),
    Story("claims", parts("Q", "2027-Q4", "2029-Q2"), 11, 34, women=0.35),
    Story("calls-neighbours", parts("Q", "2027-Q2", "2029-Q2"), 1, 14),
)
"""Fewer pay too much, receipts still tell less than was paid, and next door the calls begin."""

GHANA: tuple[Story | Words, ...] = (
    Story("i-asked", parts("Q", "2027-Q3", "2029-Q2"), 160, 290, women=0.45),
    Story(
        "i-two-days",
        months("2027-06", "2029-06"),
        *(14, 63),
        (18, 41),
        women=0.45,
        gaps={"2028-01": "The boat was being repaired; visits were made and not dated."},
        silent=frozenset(["2027-12", "2029-03"]),
    ),
    Story("i-groups", ["2027", "2028"], 0, 0, told={"2027": 3, "2028": 4}),
    Story("i-missed", ["2027", "2028"], 90, 81, (74, 96), women=0.45),
    Story("i-plan", parts("H", "2027-H1", "2029-H1"), 27, 64, (30, 52), women=0.45),
    Story(
        "i-family",
        parts("H", "2027-H1", "2029-H1"),
        *(41, 58),
        (30, 52),
        women=0.45,
        told={"2028-H2": 36},
        notes={"2028-H2": "Foster families were full after September; the home took fourteen."},
    ),
    Story(
        "i-released",
        parts("H", "2028-H1", "2029-H1"),
        0,
        0,
        told={"2028-H1": 1, "2028-H2": 3, "2029-H1": 4},
    ),
    Story(
        "i-12",
        parts("H", "2027-H1", "2029-H1"),
        *(38, 47),
        (19, 38),
        women=0.45,
        gaps={"2027-H1": "Nobody had been home for a year."},
        not_due=frozenset(["2027-H1"]),
        once={"2027-04-01": ("baseline", 33, 48)},
    ),
    Words(
        "new-islands",
        {
            "2027-H2": "None that the buyers named.",
            "2028-H1": "Two, both further north; one had moved with its nets.",
            "2028-H2": "Three more in the north, outside the four districts.",
        },
    ),
    Words(
        "origins",
        {"2027": "Mostly the coast, as in 2026.", "2028": "A third from inland districts."},
    ),
    Story(
        "sleepers",
        parts("H", "2027-H2", "2029-H1"),
        *(118, 92),
        notes={"2028-H1": LATE},
        once={"2027-07-31": ("baseline", 126, 0)},
    ),
)
"""Calls are answered, and children turn up further north."""

MOLDOVA: tuple[Story | Words, ...] = (
    Story("i-plan", parts("H", "2027-H1", "2028-H2"), 51, 74, (38, 56), women=0.7),
    Story(
        "i-joint",
        parts("H", "2027-H1", "2028-H2"),
        *(48, 66),
        (38, 56),
        women=0.7,
        once={"2027-03-01": ("baseline", 41, 44)},
    ),
    Story("i-home", ["2027", "2028"], 49, 57, (34, 48), women=0.7),
    Story("i-child", parts("H", "2027-H1", "2028-H2"), 46, 55, (21, 33)),
    Story("claims-filed", parts("H", "2027-H1", "2028-H2"), 15, 27, (38, 56), women=0.7),
    Story(
        "i-received",
        parts("H", "2027-H1", "2028-H2"),
        *(9, 12),
        (38, 56),
        notes={"2028-H1": "Three judgements were won; nobody has been paid."},
    ),
    Story(
        "i-work",
        ["2027", "2028"],
        *(37, 35),
        (26, 34),
        women=0.7,
        notes={"2028": "Eleven could not be reached; four had left the country."},
    ),
    Story("i-changes", ["2027", "2028"], 0, 0, told={"2027": 3, "2028": 5}),
    Story("i-anon", ["2027", "2028"], 33, 58, (41, 52), women=0.7),
    Story(
        "i-self",
        parts("H", "2027-H1", "2028-H2"),
        *(20, 29),
        (22, 39),
        gaps={"2027-H2": "The form of the second half-year did not ask who had sent them."},
    ),
    Story(
        "i-6",
        parts("H", "2027-H1", "2028-H2"),
        *(40, 52),
        (24, 33),
        gaps={"2027-H1": "Nobody had left six months before."},
        not_due=frozenset(["2027-H1"]),
        silent=frozenset(["2028-H1"]),
        once={"2027-03-01": ("baseline", 38, 29)},
    ),
    Story("new-clients-same", parts("H", "2027-H1", "2028-H2"), 12, 13, notes={"2028-H1": LATE}),
)
"""Plans are made together, claims are won, and work after a year has not grown."""

TUNISIA: tuple[Story | Words, ...] = (
    Story("i-income", ["2027", "2028"], 96, 121, asked=(150, 180)),
    Story("i-debt", ["2028", "2029"], 0, 0, told={"2028": 301, "2029": 244}),
    Story(
        "i-seats",
        months("2027-09", "2029-08"),
        *(90, 360),
        gaps={
            **dict.fromkeys(("2028-07", "2028-08", "2029-07", "2029-08"), "School is closed."),
            "2029-02": "The contract of the bus ran out; nobody counted who walked.",
        },
        not_due=frozenset(["2028-07", "2028-08", "2029-07", "2029-08"]),
    ),
    Story("i-know", ["2027", "2028"], 26, 49, (170, 180)),
    Story("i-school", ["2027", "2028"], 63, 72, (640, 660), notes={"2028": LATE}),
    Story(
        "i-hired",
        parts("H", "2028-H1", "2029-H1"),
        0,
        0,
        told={"2028-H1": 11, "2028-H2": 24, "2029-H1": 38},
    ),
    Story("empty-seats-ghardimaou", ["2027", "2028"], 0, 0, told={"2027": 35, "2028": 61}),
    Story(
        "summer-away",
        ["2027", "2028"],
        *(0, 0),
        told={"2027": 288, "2028": 279},
        once={"2027-09-30": ("baseline", 291, 0)},
    ),
    Story("ads-seen", parts("Q", "2027-Q3", "2029-Q2"), 58, 39, silent=frozenset(["2028-Q3"])),
)
"""Girls stay in school in the 31 hamlets, and seats grow empty in the next valley."""

PERU: tuple[Story | Words, ...] = (
    Story(
        "i-trained",
        parts("H", "2027-H1", "2028-H2"),
        *(0, 0),
        told=dict(zip(parts("H", "2027-H1", "2028-H2"), (19, 31, 44, 52), strict=True)),
    ),
    Story(
        "i-post",
        parts("H", "2027-H1", "2028-H2"),
        *(0, 0),
        told=dict(zip(parts("H", "2027-H1", "2028-H2"), (8, 17, 26, 21), strict=True)),
        notes={"2028-H2": "Nine were moved to other courts when the new council took over."},
    ),
    Story(
        "i-money", parts("Q", "2027-Q2", "2028-Q4"), 5, 36, (24, 38), silent=frozenset(["2028-Q1"])
    ),
    Story(
        "i-watch",
        parts("Q", "2027-Q2", "2028-Q4"),
        *(13, 55),
        (11, 22),
        gaps={"2027-Q4": "No operation took place: the river could not be passed."},
        not_due=frozenset(["2027-Q4"]),
        notes={"2028-Q3": LATE},
    ),
    Story(
        "i-sites",
        parts("H", "2027-H1", "2028-H2"),
        *(0, 0),
        told=dict(zip(parts("H", "2027-H1", "2028-H2"), (0, 3, 4, 7), strict=True)),
    ),
    Story("chain", ["2027", "2028"], 15, 31, (23, 31)),
    Story("i-testimony", ["2027", "2028"], 84, 71, (19, 26)),
    Story(
        "i-treated",
        ["2027", "2028"],
        *(0, 0),
        gaps=dict.fromkeys(
            ("2027", "2028"), "Nobody was asked: the five steps had not been agreed."
        ),
    ),
    Story("new-camps", parts("Q", "2027-Q1", "2028-Q4"), 17, 26),
    Words(
        "origin",
        {"2027": "Cusco and Puno, as before.", "2028": "More from across the border in the east."},
    ),
)
"""Files grow better, those who were trained are moved, and camps move on."""

MALAWI: tuple[Story | Words, ...] = (
    Story("i-owners", ["2027", "2028"], 64, 88, (52, 52)),
    Story("i-measurable", ["2027", "2028"], 58, 83, (12, 12)),
    Story("i-budgeted", ["2027", "2028"], 26, 41, (52, 52)),
    Story("i-report", ["2027", "2028"], 0, 0, (1, 1), told={"2027": 0, "2028": 0}),
    Story("i-districts", ["2028"], 0, 0, told={"2028": 4}),
    Story(
        "i-done",
        parts("Q", "2027-Q1", "2028-Q4"),
        *(33, 49),
        (14, 23),
        silent=frozenset(["2027-Q3"]),
        notes={"2028-Q1": LATE},
        gaps={"2028-Q3": "The desk was empty; what was done is not known."},
    ),
    Story("i-changed", ["2027", "2028"], 0, 0, told={"2027": 0, "2028": 2}),
    Story("i-on-plan", ["2027", "2028"], 24, 37, (820, 900)),
    Story("i-visits", ["2028"], 0, 0, told={"2028": 71}),
    Story(
        "found-on-farms",
        ["2027", "2028"],
        *(0, 66),
        (60, 75),
        gaps={"2027": "No farm was visited before the season of 2028."},
        not_due=frozenset(["2027"]),
        once={"2028-06-30": ("baseline", 69, 58)},
    ),
    Words(
        "origins",
        {"2027": "Not asked.", "2028": "Thyolo and Mulanje first; one in ten from Mozambique."},
    ),
)
"""Bodies are named, money lags, and the report to parliament did not come."""

INDONESIA: tuple[Story | Words, ...] = (
    Story(
        "i-covered",
        ["2027", "2028"],
        *(0, 0),
        (1, 1),
        told={"2027": 0, "2028": 0},
        once={"2026-11-30": ("baseline", 0, 1)},
    ),
    Story(
        "i-guideline",
        ["2027", "2028"],
        *(0, 0),
        (1, 1),
        told={"2027": 0, "2028": 100},
        once={"2027-02-01": ("baseline", 0, 1)},
    ),
    Story(
        "i-answers", parts("H", "2028-H1", "2028-H2"), *(16, 34), (19, 31), notes={"2028-H2": LATE}
    ),
    Story(
        "i-register",
        parts("H", "2027-H1", "2028-H2"),
        0,
        61,
        (70, 96),
        silent=frozenset(["2028-H1"]),
    ),
    Story(
        "i-money",
        parts("H", "2027-H1", "2028-H2"),
        *(82, 66),
        (118, 150),
        gaps={"2027-H2": "The desk at the harbour was closed for four months."},
    ),
    Story(
        "i-charged",
        ["2027", "2028"],
        *(21, 29),
        (14, 22),
        gaps={"2027": "No case on an agency was decided in the year."},
        not_due=frozenset(["2027"]),
    ),
    Story("new-branches", parts("H", "2027-H1", "2028-H2"), 9, 15),
    Story("wrong-papers", parts("H", "2027-H1", "2028-H2"), 36, 58),
)
"""Fewer pay a deposit, agencies open elsewhere, and papers name other work."""

TWO_YEARS = {
    "awareness-nepal-gulf": NEPAL,
    "identification-ghana-volta": GHANA,
    "support-moldova-return": MOLDOVA,
    "livelihoods-tunisia-fernana": TUNISIA,
    "justice-peru-mining": PERU,
    "plans-malawi-npa": MALAWI,
    "legal-indonesia-fishers": INDONESIA,
}
