"""The items of the checklists of section 5, by the last part of their ids in the toolkit.

Legal reviews have a line for each; a programme that works on the law names those that it works on.
"""

from typing import Literal

TreatyItem = Literal[
    "convention-organized-crime",
    "tip-protocol",
    "rights-of-the-child",
    "sale-of-children",
    "cedaw",
    "migrant-workers",
    "convention-corruption",
    "forced-labour-29",
    "forced-labour-protocol",
    "forced-labour-105",
    "child-labour-182",
    "domestic-workers-189",
    "refugees-convention-1951",
    "refugees-protocol-1967",
    "economic-social-cultural-rights",
    "civil-political-rights",
]
"""The fifteen instruments of 5 E1, of which the two on refugees are two treaties."""

ConductItem = Literal[
    "crime-trafficking",
    "crime-slavery",
    "crime-forced-labour",
    "crime-exploitative-labour",
    "crime-child-labour",
    "crime-child-sexual-exploitation",
    "crime-debt-bondage",
    "crime-forced-marriage",
    "crime-sexual-exploitation",
]
PowerItem = Literal[
    "predicate-offence", "asset-recovery", "mutual-legal-assistance-law", "jurisdiction"
]
RightItem = Literal[
    "right-protection",
    "right-non-punishment",
    "right-reflection-period",
    "right-shelter",
    "right-assistance",
    "right-child-measures",
    "right-children-equal",
    "right-alternatives-to-return",
]
RemedyItem = Literal[
    "right-legal-advice", "right-information", "right-privacy-in-proceedings", "right-remedies"
]
AgreementItem = Literal[
    "agreement-mutual-legal-assistance",
    "agreement-extradition",
    "agreement-information",
    "agreement-joint-teams",
    "agreement-safe-return",
    "labour-migration",
    "marriage-migration",
]
"""The five kinds of 5 E7, the agreements of 5 Q7 and those of its footnote."""

FrameworkItem = Literal["rights-at-work", "labour-coverage", "recruitment-agencies"]

LegalItem = Literal[
    TreatyItem, ConductItem, PowerItem, RightItem, RemedyItem, AgreementItem, FrameworkItem
]
"""All of them."""
