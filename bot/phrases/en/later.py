"""What is said of conversations that the assistant cannot hold yet, and what it can give instead."""

TITLES = {
    "team_overview": "Your team",
}
INSTEAD = {
    "team_overview": "Each person’s scores and plan are their own; you see what they share with you.",
}
LATER = {
    "team_overview": "I can’t show a team yet; that comes later.",
}
SHARED_WITH_ME = "What is shared with me"
MEANWHILE = "Meanwhile you can ask:"
