"""Designs that the tests of exports share: one that is sound, one that is hostile, one of 60 nodes."""

import random
from pathlib import Path

from trueline.design import Design, load_design

ROOT = Path(__file__).parents[2]
EVERY_FIELD = load_design(ROOT / "tests/design/golden/version-1.yaml").document

ARABIC = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645 (2027)!"
NAUGHTY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    '#import "x.typ": *',
    "#panic(1)",
    "$x^2$ *bold* _slanted_ @reference",
    '<script>alert(1)</script> & "quoted"',
    "]]> &amp;",
    "{{ braces }} {% percent %} \\u0041",
    "line one\nline two",
    ARABIC,
    "\u0928\u0947\u092a\u093e\u0932",
    "\U0001f600 face",
    "Unbroken" * 60,
    '`raw` ``` #eval("1")',
    "'apostrophe",
)
UNSEEN = "before\x01\x08after"


def hostile() -> Design:
    """Each naughty text in each place where an export shows one."""
    return Design.model_validate(
        {
            "title": NAUGHTY[0],
            "summary": "\n".join(NAUGHTY),
            "lead": NAUGHTY[3],
            "partners": [{"id": f"p{n}", "title": said} for n, said in enumerate(NAUGHTY)],
            "patterns": [{"id": "p", "title": UNSEEN, "control": NAUGHTY[4]}],
            "activities": [
                {"id": f"a{n}", "kind": "other", "title": said, "description": said}
                for n, said in enumerate(NAUGHTY)
            ],
            "results": [
                {"id": f"r{n}", "statement": said, "level": "outcome"}
                for n, said in enumerate(NAUGHTY)
            ],
            "links": [
                {
                    "id": f"l{n}",
                    "cause": f"a{n}",
                    "effect": f"r{n}",
                    "assumptions": [{"id": "x", "statement": said}],
                }
                for n, said in enumerate(NAUGHTY)
            ],
            "indicators": [
                {
                    "id": f"i{n}",
                    "statement": said,
                    "result": f"r{n}",
                    "unit": said[:500],
                    "baseline": {"text": said[:500]},
                    "targets": [{"due": "2028-12-31", "text": said[:500]}],
                }
                for n, said in enumerate(NAUGHTY)
            ],
            "answers": [{"question": NAUGHTY[6], "text": NAUGHTY[5]}],
            "next_steps": [{"id": "n", "step": NAUGHTY[0], "about": "][not an address"}],
        }
    )


def many_nodes(nodes: int = 60, seed: int = 3) -> Design:
    """A design of so many activities and results, with circles, long links and loops."""
    choice = random.Random(seed)
    words = ["people", "offices", "inspectors", "call", "papers", "refunds", "of", "and", "port"]

    def said(count: int) -> str:
        return " ".join(choice.choice(words) for _ in range(count)).capitalize()

    activities = [f"a{n}" for n in range(nodes // 3)]
    outputs = [f"o{n}" for n in range(nodes // 4)]
    outcomes = [f"c{n}" for n in range(nodes - len(activities) - len(outputs) - 3)]
    impacts = ["i0", "i1", "i2"]
    pairs = [(a, choice.choice(outputs)) for a in activities]
    pairs += [(o, choice.choice(outcomes)) for o in outputs]
    pairs += [(c, choice.choice(impacts)) for c in outcomes]
    pairs += [(activities[0], impacts[0]), (outcomes[0], outcomes[1]), (outcomes[1], outcomes[0])]
    pairs += [(outcomes[2], outcomes[2]), (impacts[0], outputs[0])]
    levels = {"o": "output", "c": "outcome", "i": "impact"}
    return Design.model_validate(
        {
            "title": "Many nodes",
            "activities": [{"id": a, "kind": "other", "title": said(6)} for a in activities],
            "results": [
                {"id": r, "statement": said(9), "level": levels[r[0]]}
                for r in (*outputs, *outcomes, *impacts)
            ],
            "links": [
                {
                    "id": f"l{n}",
                    "cause": cause,
                    "effect": effect,
                    "assumptions": [
                        {"id": f"x{m}", "statement": said(8)} for m in range(choice.randrange(4))
                    ],
                }
                for n, (cause, effect) in enumerate(pairs)
            ],
        }
    )
