"""What is known of the toolkit's questions: complete, compiled, and each told from the others."""

import pytest

from trueline.passages.languages import language_of
from trueline.passages.scoring import Scorer
from trueline.passages.signs import Signs
from trueline.reports.passages import toolkit_questions
from trueline.toolkit import load_toolkit

QUESTIONS = toolkit_questions(load_toolkit()).questions

HELD_OUT = {
    "foundations.displacement": "Once the airport is watched, the gangs will use the sea route instead.",
    "foundations.expertise": "Neither of the two implementing agencies has staff with experience of shelters.",
    "foundations.learning": "An outside team will measure the indicators at the beginning and a year after the close.",
    "foundations.external-factors": "If the conflict spreads, the eastern sites could be cut off and work delayed.",
    "mapping.trafficking-pattern": "Boys are recruited in the hills by relatives and made to work in carpet sheds without pay.",
    "mapping.end-tolerance": "Village elders and priests question the custom of giving a niece as a maid.",
    "mapping.raise-effort": "The state suspended the licences of nine recruitment agencies that forged contracts.",
    "awareness.target-group": "The radio spots are aimed at women aged 18 to 35 who queue for exit papers.",
    "awareness.trusted-sources": "Farm workers listen to the nurse and to migrants who returned, hardly to officials.",
    "awareness.existing-awareness": "Of 300 people surveyed, most had heard of trafficking but few knew the hotline.",
    "awareness.segments": "The film exists in five local languages and in a version for people who do not read.",
    "livelihoods.other-reasons": "Half of the girls left to escape a forced marriage and not for money.",
    "livelihoods.reachable": "The small loans raised the earnings of borrowers by a fifth within a year.",
    "legal.definition": "Article 7 defines trafficking in persons by act, means and purpose.",
    "legal.proceeds": "Courts may freeze and confiscate the assets of convicted recruiters.",
    "legal.labour-agreements": "A memorandum of understanding with the Gulf state sets a model contract.",
    "legal.companies": "Importers have to publish what they do about forced labour in their supply chains.",
    "legal.treatment": "Foreign survivors have a right to a recovery period and a temporary residence permit.",
    "justice.past-cases": "Last year the courts convicted 14 traffickers and sentenced them to prison.",
    "justice.mentoring": "For a year a senior investigator coaches each graduate on the job.",
    "justice.selection": "Candidates are vetted for abuses and picked by written criteria.",
    "justice.fit-with-other-training": "The judicial academy takes the module into its own curriculum.",
    "identification.opportunities": "Nurses in antenatal clinics are well placed to notice women who are held.",
    "identification.referral-mechanism": "A national referral mechanism links police, hospitals and eight shelters.",
    "identification.data": "The ministry does not publish statistics on how many victims were identified.",
    "identification.missed": "Case reviews showed that a teacher could have noticed the child a year earlier.",
    "support.building-blocks": "Two shelters house women and children and offer medical and psychological care.",
    "support.checks-and-balances": "Every shelter is inspected each year, and residents may complain in confidence.",
    "support.own-needs": "Clients write a personal plan with their case worker and may change it.",
    "support.reintegration-options": "Survivors who do not wish to return get help to find a flat and a job here.",
    "plans.oversight": "A steering committee of eight ministries meets each quarter to follow the plan.",
    "plans.budget": "A third of the plan’s cost is funded by the state, the rest is hoped for from donors.",
    "plans.structure": "The plan rests on prevention, protection, prosecution and partnership.",
    "plans.earlier-plans": "The former national action plan ended in 2019 and was not evaluated.",
}
"""A sentence for some of the questions that none of the files holds."""


@pytest.fixture(scope="module")
def scorer():
    return Scorer(QUESTIONS)


def rank(scorer: Scorer, sentence: str, question: str) -> int:
    """How many other questions a sentence scores better for."""
    (scores,) = scorer.score([sentence])
    own = [each.id for each in QUESTIONS].index(question)
    return int((scores > scores[own]).sum())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_each_is_known_in_three_languages(question):
    assert {language_of(text) for text in question.guidance} == {"en", "fr", "es"}
    assert {"en", "fr", "es"} <= {language_of(text) for text in question.examples}
    assert len(question.signs) >= 4
    own = Signs([sign.find for sign in question.signs])
    signed = [bool(list(own.in_sentence(example))) for example in question.examples]
    assert sum(signed) >= 2


def test_no_sign_matches_nothing(scorer):
    signs = Signs([s.find for q in QUESTIONS for s in (*q.signs, *q.against)])
    assert list(signs.in_sentence("")) == []
    assert list(signs.in_sentence("-")) == []


def test_examples_are_told_apart(scorer):
    ranks = [rank(scorer, each, q.id) for q in QUESTIONS for each in q.examples]
    assert sum(each == 0 for each in ranks) >= 0.85 * len(ranks)
    assert sum(each < 3 for each in ranks) >= 0.98 * len(ranks)


def test_sentences_that_nobody_wrote_for_it_are_told_apart(scorer):
    ranks = [rank(scorer, sentence, question) for question, sentence in HELD_OUT.items()]
    assert sum(each < 3 for each in ranks) >= 0.75 * len(ranks)
