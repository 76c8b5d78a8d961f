"""Words that say nothing of what is looked for."""

SMALL = frozenset(
    """
    a about after again all also always am an and any are as at be because been but by can could did do does each every for from get gets getting go goes going got had has have
    how came come comes coming even i if in into is it its itself just keep keeps me my no not of off on only or our said say says should so some than that the
    their them then there they this to up us was we were what when where which who whose why
    will with would you your vs versus via per too much many may might must shall
    don doesn didn isn aren won can cannot t s ve re ll see sees seen give gives given gave take takes took nobody somebody someone
    anybody anyone everybody everyone one ones really very also yet still ever never during between out over under let lets principle principles
    """.split()  # noqa: SIM905
)

FOREIGN_SMALL = frozenset(
    """
    au aux avec ce ces comment dans des du en est et la le les leur leurs nos notre ou où par pour pourquoi quand que quel quelle quels qui sur un une
    al como con cual cuando de del el ellas ellos en es esta este la las lo los nuestra nuestro para por que quien se sobre su sus un una y
    في من على إلى عن ما هل كيف أين متى هو هي هذا هذه التي الذي
    """.split()  # noqa: SIM905
) - {"en", "on", "a", "me", "par", "as", "sur"}
"""Small words of French, Spanish and Arabic that English does not have."""
