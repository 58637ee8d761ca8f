"""What is said to somebody who is not well."""

TITLE = "You don’t have to face this alone"
SUPPORT = (
    "I’m sorry. That sounds very hard. I’m only an assistant, so I can’t help with this as a person can. Please talk to somebody you trust."
)
IN_DANGER = "I’m very sorry that it has come to this. Please don’t stay alone with it."
TURN_TO = "People you can turn to"
PEOPLE = (
    "Your line manager, or another manager if it is about yours.",
    "HR.",
    "Your union.",
    "Staff counselling.",
)
EMERGENCY = "If you or somebody else is in danger, call the emergency services: 999 or 112."
EMERGENCY_NOW = "If anybody is in danger now, call the emergency services: 999 or 112."
NOT_KEPT = "I keep nothing of what you wrote, and tell nobody. The message itself stays in this chat, where you can delete it."
