"""What is said in the Excel file of a team's figures."""

from collections.abc import Sequence

from bot.framework.model import Role
from bot.phrases.en.names import capital, counted, role

TITLE = "Figures of a team"
SHEET_AREAS, SHEET_SERVED = "Needs and strengths", "What serves several"
DATE, GROUP, ROLES = "Date", "Group", "Roles"
AREA, MARKED, AVERAGE, NEEDING, STRONG = "Area", "People who gave a mark", "Average mark", "People who need it", "People strong in it"
OPPORTUNITY, PEOPLE, IN_AREAS = "Opportunity", "People it serves", "In these areas"
LEFT_OUT = "too few"
NONE_SERVES = "No opportunity serves three people or more."
TOO_FEW = "People whose marks were made with another framework are left out, as they are fewer than three."


def group(people: int, *, everybody: bool) -> str:
    """Whom the figures are of."""
    return f"{counted(people, 'person', 'people')}, {'everybody who shared' if everybody else 'a group that was chosen'}"


def roles(of: Sequence[Role]) -> str:
    """The roles in the group."""
    return "; ".join(capital(role(each)) for each in of)


def rules(fewest: int) -> str:
    """What is left out, and why."""
    return (
        f"No names and no single marks. “{LEFT_OUT}”: the figure is of fewer than {fewest} people. "
        "Set beside figures of another group, this could tell of single people: pass on one such file only."
    )


def own_role(below: float) -> str:
    """How the marks are to be read."""
    need = f"A need: a mark under {below:g}, or chosen as a priority."
    return f"Marks are people’s own, each against their own role. {need} Averages are to the half point."
