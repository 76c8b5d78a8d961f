"""Words that are looked for in what people write, and where they stand in it.

A `Concept` is data of a pack: words that people use for one thing, in several languages; a
`Lexicon` compiles many of them once and finds them in one pass. The search of the toolkit reads its
queries with it. An `Expression` holds words that one rule looks for in one language. Whatever has
to recognise words in somebody's text (a review, a claim, a passage) uses one of these: their time
grows with the text and no faster.
"""

from trueline.lexicon.compiled import CompiledTerms, compile_terms
from trueline.lexicon.concept import LANGUAGES, Concept, Language
from trueline.lexicon.expression import Expression
from trueline.lexicon.folding import Folded, fold
from trueline.lexicon.matcher import Lexicon, Match, Occurrence, WordsRead
from trueline.lexicon.pairing import follows
from trueline.lexicon.sentences import Sentence, sentences

__all__ = [
    "LANGUAGES",
    "CompiledTerms",
    "Concept",
    "Expression",
    "Folded",
    "Language",
    "Lexicon",
    "Match",
    "Occurrence",
    "Sentence",
    "WordsRead",
    "compile_terms",
    "fold",
    "follows",
    "sentences",
]
