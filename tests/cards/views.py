"""Views with every element that a card can have, drawn in test_views.py."""

from bot.cards.payloads import Move
from bot.cards.view import (
    Bar,
    Button,
    Chart,
    Choice,
    Day,
    Entry,
    Line,
    Progress,
    Row,
    Section,
    Table,
    View,
)

MARKS = tuple((f"{half / 2:g}", f"{half / 2:g}") for half in range(2, 21))
SAVE = Move("walk", "save", "r1", "mending", 3, "n1")
OWN_WORDS = "I taught two *apprentices*\n& <b>mended</b> {{ it }}"

VIEWS: dict[str, View] = {
    "a form": View(
        "Mending",
        "One mark for how competent and how confident you are.",
        progress=Progress(3, 10, "Row 3 of 10"),
        sections=(Section("At grade 3", (Line("Mends what breaks."),)),),
        fields=(
            Choice("mark", "Your mark, 1 to 10", MARKS, "", hint="Choose a mark"),
            Entry("evidence", "What do you do that shows it?", OWN_WORDS, hint="I run the booking rota", long=True),
            Choice("kept", "From your log", (("e1", "Two apprentices, trained"), ("e2", "The induction")), "e2", many=True),
        ),
        buttons=(Button("Save and next", SAVE), Button("Back", Move("walk", "back", "r1"), alone=True)),
        refresh=Move("walk", "show", "r1"),
        source="In our words, from The Guide.",
    ),
    "a form about a day": View(
        "By when?",
        fields=(
            Day("by", "By when?", "2027-03-31"),
            Day("from", "From when, if you know"),
            Entry("what", "What", error="Say what it is about."),
        ),
        buttons=(Button("Save", SAVE),),
    ),
    "a chart": View(
        "Where you stand",
        chart=Chart(
            "Your marks",
            (Bar("Talking", 5.5), Bar("Mending", 10.0, "10, last time 9"), Bar("Planning", 0.0, "not marked")),
            10.0,
            ("Row", "Your mark"),
        ),
        rows_heading="Change a row",
        rows=(Row("Talking", Move("walk", "open", "r1", "talking"), "5.5"),),
    ),
    "tables": View(
        "What changed",
        tables=(
            Table(("Row", "Now", "Before"), (("Talking and listening", "5.5", "5"), ("Mending", "8", "")), "Since 3 March 2026"),
            Table(("Objective", "Activity", "Support", "By when"), ((OWN_WORDS, "A course", "", "31 March 2027"),), "Your plan"),
        ),
    ),
    "all done": View("Mending", progress=Progress(10, 10, "All 10 rows")),
    "not begun": View("Mending", progress=Progress(0, 10, "None of 10 rows yet")),
}
