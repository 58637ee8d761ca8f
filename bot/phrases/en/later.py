"""What is said of conversations that the assistant cannot hold yet, and what it can give instead."""

TITLES = {
    "team_overview": "Your team",
    "share": "Sharing",
}
INSTEAD = {
    "team_overview": "Each person’s scores and plan are their own, and I show them to nobody else.",
    "share": "I have shown nothing of yours to anybody. You can take a file away and hand it on yourself.",
}
LATER = {
    "team_overview": "I can’t show a team yet; that comes later.",
    "share": "I can’t share anything yet; that comes later.",
}
TAKE_AWAY = "Take a file away"
MEANWHILE = "Meanwhile you can ask:"
