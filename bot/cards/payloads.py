"""What a button carries: packed here, and read back here with every field checked against the frameworks."""

from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.framework.model import Framework, Library
from bot.understanding.reading import Intent, Reading

_LONGEST_LIST = 40
_LONGEST_TEXT = 300
_LONGEST_ID = 100
_LONGEST_FIELD = 100_000  # longer than any field takes, so that the dialog can say so and lose nothing
_FURTHEST = 1_000
_LARGEST_NUMBER = 10**15  # beyond it a number no longer keeps each of its digits
_MOST_SAVES = 1_000_000


@dataclass(frozen=True, slots=True)
class Ask:
    """A question. `start` is None for the short answer, else the place from which the long one is shown."""

    reading: Reading
    start: int | None = None


@dataclass(frozen=True, slots=True)
class SetProfile:
    """What a person says of themselves: a framework with a grade, a role, a path or an aimed-at role of it. None leaves what is held."""

    framework: str
    grade: int | None = None
    role: str | None = None
    path: str | None = None
    aim: str | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """The form about a person, drawn for the framework `of`. What was not sent is None, what is to be cleared is NOT_SAID.

    `place` is a role, or a grade in digits.
    """

    of: str
    framework: str | None = None
    place: str | None = None
    path: str | None = None
    aim: str | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Clear everything that is held about the person; without `sure`, ask first."""

    sure: bool = False


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave everything as it is."""


@dataclass(frozen=True, slots=True)
class Career:
    """Where a role can lead, or, as a `map`, every role with this one marked on it."""

    framework: str
    role: str | None = None
    map: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """A move in a dialog that works on records. The verb is `dialog.move`.

    `record` is the record's id, `row` a part of it, `version` the one that the card shows, `nonce` the mark of this one button of this one
    card. `given` is what the fields of the form hold, by their ids, as text.
    """

    dialog: str
    move: str
    record: str = ""
    row: str = ""
    version: int = 0
    nonce: str = ""
    given: tuple[tuple[str, str], ...] = ()

    @property
    def verb(self) -> str:
        """The name under which the dialog's move is known."""
        return f"{self.dialog}.{self.move}"

    def field(self, id_: str) -> str:
        """What a field holds, without the space around it; empty where it holds nothing, or was not on the form."""
        return dict(self.given).get(id_, "").strip()


NOT_SAID = "-"
Payload = Ask | SetProfile | Details | Forget | Keep | Career | Move
VERBS = frozenset({"ask", "profile", "details", "forget", "keep", "career"})


_OF_MOVE = ("record", "row", "version", "nonce")


class PayloadError(Exception):
    """A button carried something that no button of ours carries, or that the frameworks no longer have."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(f"The button's {field} is not known: {value!r:.80}")
        self.field = field
        self.value = value


def pack(payload: Payload) -> tuple[str, dict[str, Any]]:
    """The verb and the data of a button; nothing empty is carried, nor need the grades be where roles are."""
    match payload:
        case Ask(reading, start):
            slots = {name: value for name, value in reading.as_json().items() if value not in ([], False, "")}
            slots |= {"said": reading.said[:_LONGEST_TEXT]} if reading.said else {}
            return "ask", {"reading": slots} | ({} if start is None else {"start": start})
        case SetProfile() | Details():
            verb = "profile" if isinstance(payload, SetProfile) else "details"
            return verb, {name: value for name, value in asdict(payload).items() if value is not None}
        case Forget(sure):
            return "forget", {"sure": True} if sure else {}
        case Keep():
            return "keep", {}
        case Career(framework, role, whole):
            return "career", {"framework": framework} | ({"role": role} if role else {}) | ({"map": True} if whole else {})
        case Move():
            held = {name: getattr(payload, name) for name in _OF_MOVE if getattr(payload, name)}
            return payload.verb, held | dict(payload.given)


def unpack(verb: str, data: Mapping[str, Any], library: Library) -> Payload:
    """Read a press back. Raises PayloadError for a field that is missing, of the wrong kind or unknown to the framework."""
    named = verb or data.get("verb")
    return _move(named, data) if isinstance(named, str) and "." in named else _question(named, data, library)


def _question(verb: object, data: Mapping[str, Any], library: Library) -> Payload:
    match verb:
        case "ask":
            return Ask(_reading(data.get("reading"), library), _start(data.get("start")))
        case "profile":
            return _profile(data, library)
        case "details":
            return _details(data, library)
        case "forget":
            return Forget(_flag("sure", data.get("sure", False)))
        case "keep":
            return Keep()
        case "career":
            return _career(data, library)
        case unknown:
            raise PayloadError("verb", unknown)


def _reading(given: object, library: Library) -> Reading:
    if not isinstance(given, Mapping):
        raise PayloadError("reading", given)
    framework = _framework(given.get("framework"), library)
    topics = {topic for each in library.frameworks.values() for topic in each.topics}
    opportunities = {o for each in library.frameworks.values() if each.development for o in each.development.opportunities}
    roles = _ids("roles", given.get("roles", []), framework.roles)
    of_roles = tuple(dict.fromkeys(framework.roles[role].grade for role in roles))
    return Reading(
        framework=framework.id,
        intent=_intent(given.get("intent")),
        grades=_grades(given.get("grades", []), framework) or of_roles,
        roles=roles,
        competencies=_ids("competencies", given.get("competencies", []), framework.competencies),
        guide_topics=_ids("guide_topics", given.get("guide_topics", []), topics),
        opportunities=_ids("opportunities", given.get("opportunities", []), opportunities),
        clarify=_flag("clarify", given.get("clarify", False)),
        yes_no=_flag("yes_no", given.get("yes_no", False)),
        said=_words("said", given.get("said", "")),
    )


def _profile(data: Mapping[str, Any], library: Library) -> SetProfile:
    framework, grade = _framework(data.get("framework"), library), data.get("grade")
    if grade is not None:
        (grade,) = _grades([grade], framework)
    ids = {name: _one(name, data, known) for name, known in _known(framework).items()}
    return SetProfile(framework.id, grade, **ids)


def _details(data: Mapping[str, Any], library: Library) -> Details:
    of = _framework(data.get("of"), library)
    known = {"place": {*of.roles, *map(str, of.grades)}, "path": of.paths, "aim": of.roles}
    sent = {name: _one(name, data, {*ids, NOT_SAID}) for name, ids in known.items()}
    return Details(of.id, _one("framework", data, library.frameworks), **sent)


def _known(framework: Framework) -> dict[str, Container[object]]:
    return {"role": framework.roles, "path": framework.paths, "aim": framework.roles}


def _one(field: str, data: Mapping[str, Any], known: Container[object]) -> str | None:
    """One id; None where there is none."""
    given = data.get(field)
    return None if given is None else str(_ids(field, [given], known)[0])


def _career(data: Mapping[str, Any], library: Library) -> Career:
    framework, role = _framework(data.get("framework"), library), data.get("role")
    if role is not None:
        (role,) = _ids("role", [role], framework.roles)
    return Career(framework.id, role, _flag("map", data.get("map", False)))


def _move(verb: str, data: Mapping[str, Any]) -> Move:
    dialog, _, move = verb.partition(".")
    ids = {name: _id(name, data.get(name, "")) for name in ("record", "row", "nonce")}
    version = data.get("version", 0)
    if type(version) is not int or not 0 <= version <= _MOST_SAVES:
        raise PayloadError("version", version)
    given = tuple((_id("field", name), _entered(name, value)) for name, value in data.items() if name not in {*_OF_MOVE, "verb"})
    if len(given) > _LONGEST_LIST:
        raise PayloadError("fields", len(given))
    return Move(_id("verb", dialog), _id("verb", move), **ids, version=version, given=given)


def _id(field: str, given: object) -> str:
    if isinstance(given, str) and len(given) <= _LONGEST_ID:
        return given
    raise PayloadError(field, given)


def _entered(field: str, given: object) -> str:
    """What a field of a form holds; clients send a number as a number, and nothing where it was left empty."""
    if isinstance(given, bool):
        return str(given).lower()
    if isinstance(given, int | float):
        return _digits(field, given)
    if given is None or (isinstance(given, str) and len(given) <= _LONGEST_FIELD):
        return given or ""
    raise PayloadError(field, given)


def _digits(field: str, given: float) -> str:
    """A number as somebody would type it: 7, not 7.0. What is too large is not turned into text, for even that may fail."""
    if not -_LARGEST_NUMBER < given < _LARGEST_NUMBER:
        raise PayloadError(field, type(given).__name__)
    return str(int(given)) if given == int(given) else str(given)


def _framework(given: object, library: Library) -> Framework:
    if not isinstance(given, str) or given not in library.frameworks:
        raise PayloadError("framework", given)
    return library.frameworks[given]


def _intent(given: object) -> Intent:
    if not isinstance(given, str) or given not in set(Intent):
        raise PayloadError("intent", given)
    return Intent(given)


def _grades(given: object, framework: Framework) -> tuple[int, ...]:
    grades = _list("grades", given)
    for grade in grades:
        if type(grade) is not int or grade not in framework.grades:
            raise PayloadError("grades", grade)
    return tuple(dict.fromkeys(grades))


def _ids(field: str, given: object, known: Container[object]) -> tuple[str, ...]:
    ids = _list(field, given)
    for id_ in ids:
        if not isinstance(id_, str) or id_ not in known:
            raise PayloadError(field, id_)
    return tuple(dict.fromkeys(ids))


def _list(field: str, given: object) -> tuple[Any, ...]:
    if not isinstance(given, list | tuple) or len(given) > _LONGEST_LIST:
        raise PayloadError(field, given)
    return tuple(given)


def _start(given: object) -> int | None:
    if given is None or (type(given) is int and 0 <= given <= _FURTHEST):
        return given
    raise PayloadError("start", given)


def _flag(field: str, given: object) -> bool:
    if isinstance(given, bool):
        return given
    raise PayloadError(field, given)


def _words(field: str, given: object) -> str:
    if isinstance(given, str) and len(given) <= _LONGEST_TEXT:
        return given
    raise PayloadError(field, given)
