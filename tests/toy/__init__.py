"""A kind of document as small as one can be: what CONTRIBUTING says of adding a kind, followed.

Everything that Trueline does with documents it has to do with this one too, by its registration
alone.
"""

from tests.toy.kind import TOY, Block, Toy

__all__ = ["TOY", "Block", "Toy"]
