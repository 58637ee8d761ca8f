"""The statement closest to a question, and what its words decide."""

import pytest

from bot.framework.closest import closest
from bot.framework.judging import Verdict, judged
from tests.dialogs.asking import library

CLOSEST = [
    ("senior-technician", "safety", "who signs off risk assessments?", "Writes, reviews and authorises safety documentation."),
    ("senior-technician", "budget", "at what level do you hold a budget?", "May have oversight of local budgets."),
    ("senior-technician", "budget", "who sets the price of instrument time", "May develop charging models."),
    ("senior-technician", "budget", "who can buy gloves on their own", "Will buy standard consumables and equipment."),
    ("director-9", "safety", "who looks into accidents", "Investigates accidents and near misses."),
    ("junior-apprentice", "safety", "do grade 3s read risk assessments", "Understands risk assessments and keeps to safety guidance."),
]
JUDGED = [
    ("senior-technician", "safety", "does a 6 authorise safety documentation?", Verdict.YES),
    ("specialist-7", "budget", "do 7s manage a budget", Verdict.YES),
    ("senior-technician", "budget", "does a 6 do budgets", Verdict.SOMETHING),
    ("technician-5", "budget", "can a grade 5 buy gloves", Verdict.ALLOWED),
    ("technician-5", "budget", "does a grade 5 buy gloves", Verdict.MAY),
    ("technician-5", "budget", "is a 5 responsible for budgets", Verdict.OPEN),
    ("director-9", "budget", "is a 9 in charge of budgets", Verdict.SOMETHING),
    ("specialist-7", "knowledge", "must a 7 have NEBOSH", Verdict.OPTIONAL),
    ("specialist-7", "knowledge", "must a 7 have a PhD", Verdict.OTHERWISE),
    ("senior-technician", "teaching-delivery", "can a 6 mark student work", Verdict.NO),
    ("technician-4", "staff-management", "does a 4 manage equipment for staff", Verdict.OPEN),
    ("specialist-7", "research-delivery", "is a 7 expected to lead independent research", Verdict.MAY),
    ("technician-5", "safety", "does a 5 write safety documentation?", Verdict.LIMITED),
    ("technician-4", "staff-management", "does a 4 manage staff", Verdict.NO),
    ("senior-technician", "teaching-delivery", "do 6s do marking", Verdict.NO),
    ("technician-4", "budget", "should a 4 hold a budget", Verdict.NO),
    ("technician-5", "budget", "can a grade 5 buy gloves without asking", Verdict.OPEN),
    ("senior-technician", "safety", "does a 6 authorise risk assessments on their own", Verdict.OPEN),
    ("junior-apprentice", "safety", "do grade 3s do risk assessments", Verdict.OPEN),
    ("specialist-7", "teaching-research-support", "is a 7 supervised by project students", Verdict.OPEN),
    ("senior-technician", "safety", "does a 6 not authorise safety documentation", Verdict.OPEN),
    ("technician-5", "budget", "does a 5 fly drones", Verdict.OTHERWISE),
]


@pytest.mark.parametrize(("role", "competency", "question", "words"), CLOSEST)
def test_the_statement_that_says_so_comes_first(role: str, competency: str, question: str, words: str) -> None:
    framework = library().frameworks["lancaster"]
    assert closest(framework, framework.expectation(role, competency), question)[0].statement.text == words


@pytest.mark.parametrize(("role", "competency", "question", "verdict"), JUDGED)
def test_a_question_is_decided_only_by_words_that_carry_it(role: str, competency: str, question: str, verdict: Verdict) -> None:
    framework = library().frameworks["lancaster"]
    assert judged(framework, framework.expectation(role, competency), question).verdict is verdict
