"""Whether a text names one body that answers for something, several, or nobody in particular."""

import re

NOBODY = re.compile(
    r"^\W*(the\s+)?((all|relevant|various|concerned|competent|several|line|other)\s+)+(\w+\s+)?"
    r"(ministries|bodies|agencies|institutions|stakeholders|actors|authorities|partners|parties)\b"
    r"|^\W*(tous|toutes|divers(es)?|plusieurs)\s+(les\s+)?\w+"
    r"|^\W*(les\s+)?(ministères|autorités|organismes|acteurs|institutions)\s+(concernée?s|compétente?s)"
    r"|^\W*(todos|todas|varios|varias|diversos|diversas)\s+(los\s+|las\s+)?\w+"
    r"|^\W*(ministerios|autoridades|organismos|actores|instituciones)\s+(pertinentes|competentes)",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\w\s*[/;+&]\s*\w"
    r"|\b(and|et|y)\s+((the|le|la|les|el|los|las)\s+|l’|l')?"
    r"(minist|police|immigration|labour insp|ngo|ong|unodc|iom|ilo|unhcr|unicef)",
    re.IGNORECASE,
)


def names_nobody(lead: str) -> bool:
    """Whether a responsible body is nobody in particular, such as “relevant ministries”."""
    return bool(NOBODY.search(lead))


def names_several(lead: str) -> bool:
    """Whether it reads like more than one body, such as “MoJ / MoI”."""
    return not names_nobody(lead) and bool(SEVERAL.search(lead))


def names_one(lead: str) -> bool:
    """Whether it names one body that answers for it."""
    return bool(lead) and not names_nobody(lead) and not names_several(lead)
