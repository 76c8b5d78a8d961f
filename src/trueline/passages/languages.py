"""In which language a text is written, by its commonest words."""

from __future__ import annotations

import re

from trueline.memory import remembered

COVERED = ("en", "fr", "es")
"""Languages whose passages are looked for by what the questions mean."""

_COMMON = {
    "en": "the of and to in is that for are with as was by on be have this were from has not will who"
    " which their they or at an before into other only so than then these those when where whom",
    "fr": "le la les de à des et du en un une est que pour dans qui sur par au aux sont avec ont ce cette l"
    " d qu ne pas se ses leur leurs ils elles plus ou selon entre sans mais chaque chez n s peuvent"
    " doivent comme ainsi après avant",
    "es": "el la los las de y en un una es que para por con del se al como son su sus más fue han no lo"
    " o ni hay cada sobre entre sin pero muy ya muchas muchos esta este estos estas quienes cuando"
    " donde según hasta desde también casos",
    "pt": "o os as e em um uma não para por com do da dos das ao à se mais são foi pelo pela como",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es",
    "it": "il di e la che per un una del della dei delle con non sono nel alla gli anche più come",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er om ook als bij door naar",
    "id": "yang dan di dari untuk dengan pada dalam ini itu tidak oleh atau akan telah sebagai",
}
_LETTERS = {"es": "ñ¿¡áíóú", "fr": "çœèêùâîô’«", "pt": "ãõ", "de": "äöß"}
"""Letters and signs that one language has and its neighbours hardly; they settle what words leave open."""
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("km", re.compile(r"[\u1780-\u17ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
)
TOLD_APART = (*_COMMON, *(language for language, _script in _SCRIPTS))
"""Languages that a text can be told to be written in."""
_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_language)


@remembered(20_000)
def language_of(text: str) -> str:
    """The code of the language of a text, "" where it can't be told."""
    signs_in_all = sum(sign.isalpha() for sign in text)
    for language, signs in _SCRIPTS:
        if signs_in_all and len(signs.findall(text)) * 2 > signs_in_all:
            return language
    counts: dict[str, float] = dict.fromkeys(_COMMON, 0.0)
    for word in _WORD.findall(text.lower()):
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += 1
    for language, letters in _LETTERS.items():
        counts[language] += 0.5 * any(letter in text.lower() for letter in letters)
    in_order = sorted(counts.items(), key=lambda each: -each[1])[:2]
    if in_order[0][1] < 1 or in_order[0][1] == in_order[1][1]:
        return ""
    return in_order[0][0]
