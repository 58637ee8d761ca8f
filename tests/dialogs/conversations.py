"""Conversations through every dialog, step by step: for what must be true wherever somebody has got to."""

from collections.abc import Mapping

from tests.dialogs import beginnings as by
from tests.dialogs.holding import Talk

FIVE = "I'm a grade 5 technician"
TALKS: Mapping[str, Talk] = {
    "the assessment": Talk(by.nobody_yet, (
        FIVE, "start a self-assessment", "begin", "7, because I run the booking rota", "5 and a half", "skip", "back", "6",
        "what does grade 6 say here?", "[assessment.return]", "later", "continue my assessment", "8", "because I trained two people", "9",
        "change service delivery to 6", "rows", "[Add the row] name=Bench work", "rows", "[Carry on]", "rows", "finish",
        "[Add evidence]", "[assessment.save_evidence]", "[Save priorities] priorities=teamwork", "[See the result]",
    )),
    "the result": Talk(by.high_marks, ("what did I score?", "change budgets to 8", "I sat on the budget panel", "delete it", "no")),
    "assessments": Talk(by.technician, (
        "start a new self-assessment", "[Begin]", "7", "rows", "[Finish now]", "my earlier assessments", "[assessment.show]", "[Delete it]",
        "[Keep it]", "[Delete it]", "[Yes, delete it]", "[Undo]", "my earlier assessments", "delete it", "no",
    )),
    "the plan": Talk(by.nobody_yet, (
        FIVE, "add to my plan", "Run the induction", "lead it twice with a colleague", "new starters work safely alone",
        "time from my manager", "end of March", "yes", "my plan", "done with the induction", "I learnt to plan ahead",
    )),
    "the plan, by presses": Talk(by.technician, (
        "[Save priorities] priorities=budget,safety", "[plan.from_priority]", "[plan.take]", "start my plan", "[Budget Management]",
        "my own words",
        "Run the consumables budget", "[plan.answer]", "[Skip]", "[Back]", "[Skip]", "[Skip]", "31 March or 30 April", "[plan.keep_date]",
        "[It’s done]", "[Save] learnt=To ask early", "[Change it]", "[Save] activity=Watch it", "my plan", "[plan.begin]", "[Use a form]",
        "add to my plan", "in my own words",
        "later",
    )),
    "the plan, changed": Talk(by.seeded, (
        "my plan", "change the date of the first one", "31 May", "yes", "change the objective of the first one", "Run the stores alone",
        "my plan", "1", "put it off by a month", "no", "drop it", "undo",
    )),
    "evidence": Talk(by.nobody_yet, (
        FIVE, "log evidence: I trained two apprentices on the mill", "1", "my evidence", "change it to I trained three apprentices",
        "delete that", "undo", "log some evidence", "I wrote the laser procedure", "[evidence.tag]", "my evidence",
    )),
    "the dossier": Talk(by.nobody_yet, (
        FIVE, "log evidence for safety: I wrote the laser procedure", "start my dossier", "begin", "I ran the stores audit", "[Keep it]",
        "my dossier", "[Carry on with 1]", "next", "[dossier.attach]", "[dossier.detach]", "attach the laser one", "note: ask Jo", "skip",
        "my dossier", "criterion 2",
    )),
    "the grading": Talk(by.nobody_yet, (
        "what grade is this: supervises two technicians; manages a budget of 20k; plans work a year ahead", "A", "A",
        "[See the lines]", "[Back to the grading]", "[Why this grade]", "delete it", "no", "write the job description",
    )),
    "the grading, on a form": Talk(by.seeded, (
        "what grade is this job?", "Orders all the gloves\nPlans the work of others", "change the lines", "my gradings", "1",
    )),
    "the job description": Talk(by.nobody_yet, (
        "new vacancy", "specialist technician grade 7 in research", "title is Laser Technician, department Physics", "next",
        "add a task: keeps the laser log", "undo", "next", "tasks", "[Go through them]", "next", "progression", "overview",
        "my job descriptions", "open 1",
    )),
    "the job description, to its end": Talk(by.manager, (
        "job description for grade 5", "[Next] title=Digital native technician", "duties", "[Next] duties=Young and dynamic", "person",
        "progression", "checks",
        "[It is finished]", "my job descriptions", "copy it", "delete it", "undo", "regrade it to grade 6", "[vacancy.move]",
    )),
    "succession": Talk(by.manager, (
        "my critical roles", "add a critical role", "technical manager because only one person knows the cryostats, within two years",
        "remove it", "no", "remove it", "yes", "[Add a critical role]",
        "[Save] role=senior-technician; reason=Nobody else runs the cryostat; horizon=year",
        "[Alex Marsh]", "my critical roles", "add lab manager as a critical role", "the only one who knows the safety case", "[Change it]",
    )),
    "a critical role in words": Talk(by.manager, (
        "add lab manager as a critical role", "the only one who knows the safety case", "in about two years", "[Remove it]",
        "[Yes, remove it]",
    )),
    "a team": Talk(by.manager, (
        "how is my team doing", "[team.marks]", "next", "my team", "[team.needs]", "[team.area]", "what are the gaps in my team?",
        "my team", "[Alex Marsh]", "next",
    )),
    "my data": Talk(by.nobody_yet, (
        FIVE, "log evidence: I trained two apprentices on the mill", "what do you hold on me?", "[Change it]", "delete my evidence", "no",
        "delete my evidence", "yes", "forget me", "yes",
    )),
    "my details": Talk(by.seeded, (
        "what do you hold on me?", "change my details", "delete my evidence and my plan", "[my_data.erase]", "forget me", "no",
    )),
    "reminders": Talk(by.nobody_yet, (FIVE, "remind me about my plan", "stop reminders", "reminders")),
    "a reminder": Talk(by.reminded, ("[Tomorrow]", "[Next week]", "stop reminders")),
    "sharing": Talk(by.nobody_yet, (FIVE, "start a self-assessment", "begin", "7", "later", "share my assessment", "never mind")),
    "a share": Talk(by.owner_of_a_share, ("what do I share?", "[share.one]", "[Take it back]", "[Share it again]", "share my assessment")),
    "a code": Talk(by.technician, (
        "share my assessment", "[Not in the list: make a code] until=28", "[Make the code]", "what do I share?", "[share.one]",
    )),
    "a code that was claimed": Talk(by.with_code, ("what do I share?", "[share.one]", "[share.confirm]")),
    "rating": Talk(by.viewer_of_a_share, (
        "look at it", "[Rate the rows]", "7, because the rota ran", "[Back]", "skip", "what is expected at grade 6 for budgets?",
        "[review.row]", "later", "[Carry on]", "8", "all rows", "send my ratings",
    )),
    "an agreement": Talk(by.owner_of_a_review, (
        *by.AGREE, "see both sides", "[What we agree]", "our agenda", "@sam", "our agenda",
    )),
    "both sides": Talk(by.reviewer, ("see both sides", "our agenda", "[What we agree]")),
    "one's own side": Talk(by.waited_for, ("see both sides", "[Send my scores]")),
    "meeting again": Talk(by.reminded_of_a_meeting, (
        "[review.meet]", "[Save for both] learnt=To ask early; support=Time", "[What we agree]",
    )),
    "what waits": Talk(by.seeded, ("what do I need to do?", "go back", "thanks")),
}  # fmt: skip
"""Each by what it is about: the questions of every dialog, in words and by presses."""
