"""Words that people use for one thing, in several languages, and where they stand in a text.

A `Concept` is data of a pack; a `Lexicon` compiles many of them once and finds them in one pass.
The search of the toolkit reads its queries with it. Whatever else has to recognise the field's
words in somebody's text (a review, a claim, a passage) uses the same form and the same matcher.
"""

from trueline.lexicon.concept import LANGUAGES, Concept, Language
from trueline.lexicon.folding import Folded, fold
from trueline.lexicon.matcher import Lexicon, Match

__all__ = ["LANGUAGES", "Concept", "Folded", "Language", "Lexicon", "Match", "fold"]
