"""What is said to the servers, over and over."""

from tests.benchmarks.traffic import Talk

ECHO = Talk(("hello",), ("whats expected at gr 7 for money?",))
GRADES = Talk(
    ("I'm a grade 5 technician",),
    ("whats expected at gr 7 for money?", "and at 8?", "what about health and safety?", "teamwork for a senior technician"),
)
PROFILE = Talk((), ("I'm a grade 5 technician", "I'm a grade 6 technician"))
SCORES = Talk(
    ("I'm a grade 5 technician", "start a self-assessment", "begin", "7, because I run the booking rota"),
    ("change service delivery to 8", "change service delivery to 7"),
)
