"""A small framework with one of everything: roles on two paths, a no, a blank, a doubt, a reference, a grid, a guide."""

from pathlib import Path

from bot.framework.model import (
    CareerPath,
    Competency,
    Criterion,
    Development,
    Expectation,
    Framework,
    Grade,
    Grid,
    GridRow,
    Library,
    Opportunity,
    Place,
    Progression,
    Role,
    Scale,
    Statement,
    Strand,
    Topic,
)
from bot.framework.wanted import read_wanted

LANGUAGE = Path(__file__).parents[2] / "knowledge" / "language" / "en"
DOCUMENT = "The Guide"
SAYING = Strand("saying", "Saying")
DOING = Strand("doing", "Doing")
PLACE = Place(DOCUMENT, "Figure 1")


def _role(id_: str, grade: int, path: str, title: str) -> Role:
    return Role(id_, grade, path, title, (title,), (), Place(DOCUMENT, "Figure 1", column=f"Grade {grade}, {title}"))


ROLES = {
    role.id: role
    for role in (
        _role("helper", 1, "technical", "Helper"),
        _role("maker", 2, "technical", "Maker"),
        _role("expert", 3, "specialist", "Expert"),
        _role("leader", 3, "manager", "Leader"),
    )
}


def said(strand: Strand, text: str, role: str, row: str) -> Statement:
    """A statement at its place."""
    return Statement(strand, text, role, Place(DOCUMENT, "Figure 1", row, ROLES[role].place.column))


def cell(role: str, competency: str, *statements: Statement, kind: str = "stated", **more: object) -> Expectation:
    """A cell at its place."""
    row = {"talking": "Talking", "mending": "Mending"}[competency]
    return Expectation(role, competency, kind, statements, place=Place(DOCUMENT, "Figure 1", row, ROLES[role].place.column), **more)  # type: ignore[arg-type]


_HELPER_SAYS = said(SAYING, "Says what is asked.", "helper", "Talking")
_MAKER_SAYS = said(SAYING, "Says what is planned.", "maker", "Talking")
_MAKER_DOES = said(DOING, "Does as agreed.", "maker", "Talking")
_EXPERT_MENDS = said(DOING, "Mends *anything*, and says _how_.", "expert", "Mending")

TALKING = Competency(
    id="talking",
    order=1,
    name="Talking to people",
    short="Talking",
    about="Talking.",
    names={"matrix": "Talking to people"},
    aliases=("talk",),
    hints=(),
    asked_as=(),
    strands=(SAYING, DOING),
    expectations={
        "helper": cell("helper", "talking", _HELPER_SAYS),
        "maker": cell("maker", "talking", _MAKER_SAYS, _MAKER_DOES),
        "expert": cell(
            "expert",
            "talking",
            _MAKER_SAYS,
            _MAKER_DOES,
            said(DOING, "Does more.", "expert", "Talking"),
            same_as=("maker",),
            notes=("A doubt.",),
        ),
        "leader": cell("leader", "talking", kind="blank"),
    },
    place=Place(DOCUMENT, "Figure 1", "Talking"),
)
MENDING = Competency(
    id="mending",
    order=2,
    name="Mending things",
    short="Mending",
    about="Mending.",
    names={"matrix": "Mending things"},
    aliases=("mend",),
    hints=(),
    asked_as=(),
    strands=(DOING,),
    expectations={
        "helper": cell("helper", "mending", kind="not_expected"),
        "maker": cell("maker", "mending", kind="not_expected", same_as=("helper",)),
        "expert": cell("expert", "mending", _EXPERT_MENDS),
        "leader": cell("leader", "mending", kind="unclear", notes=("The source says “as leader” of the leader.",)),
    },
    place=Place(DOCUMENT, "Figure 1", "Mending"),
)

SMALL = Framework(
    id="small",
    name="Small Framework",
    institution="A University",
    document=DOCUMENT,
    version="1",
    wording="own",
    competency_word="competency",
    competencies_word="competencies",
    grades={1: Grade(1), 2: Grade(2), 3: Grade(3)},
    paths={id_: CareerPath(id_, id_.capitalize()) for id_ in ("technical", "specialist", "manager")},
    paths_in_source=True,
    roles=ROLES,
    competencies={"talking": TALKING, "mending": MENDING},
    ambiguities=(),
    notes={},
    role_specific_points=2,
    topics={
        "first": Topic("first", "The first topic", ("It begins.", "It goes on."), (), ("where does it begin",), "second", PLACE),
        "second": Topic("second", "The second topic", ("It ends.",), (), ("where does it end",), None, PLACE),
    },
    grid=Grid((GridRow("talk", "Talk", ("talking",)),), Scale(1, 10, 0.5, {1: "Low.", 10: "High."}), {"mending": "No row."}, PLACE),
    development=Development(
        {"course": Opportunity("course", "ABC course", "course", "Talking in public.", ())},
        {"talk": ("course",)},
        ("Nobody knows what ABC is.",),
        PLACE,
    ),
    progressions=(
        Progression(1, 2, (Criterion("shows", "Shows it.", ("talking",)),), (Criterion("asked", "Is asked."),), "A note.", PLACE),
    ),
    wanted=read_wanted(LANGUAGE / "wanted.yaml"),
)
LIBRARY = Library({"small": SMALL}, {})
