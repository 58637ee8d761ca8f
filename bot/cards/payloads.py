"""What a button carries: packed here, and read back here with every field checked against the frameworks."""

from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from bot.framework.model import Framework, Library
from bot.understanding.reading import Intent, Reading

_LONGEST_LIST = 40
_LONGEST_TEXT = 300
_FURTHEST = 1_000


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


NOT_SAID = "-"
Payload = Ask | SetProfile | Details | Forget | Keep | Career
VERBS = frozenset({"ask", "profile", "details", "forget", "keep", "career"})


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


def unpack(verb: str, data: Mapping[str, Any], library: Library) -> Payload:
    """Read a press back. Raises PayloadError for a field that is missing, of the wrong kind or unknown to the framework."""
    match verb or data.get("verb"):
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
