"""What a button carries: packed here, and read back here with every field checked against the frameworks."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
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
    """What a person says of themselves: a framework with a grade, a role or a path of it."""

    framework: str
    grade: int | None = None
    role: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Forget:
    """Clear everything that is held about the person."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Leave everything as it is."""


Payload = Ask | SetProfile | Forget | Keep
VERBS = frozenset({"ask", "profile", "forget", "keep"})


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
        case SetProfile(framework, grade, role, path):
            given = {"framework": framework, "grade": grade, "role": role, "path": path}
            return "profile", {name: value for name, value in given.items() if value is not None}
        case Forget():
            return "forget", {}
        case Keep():
            return "keep", {}


def unpack(verb: str, data: Mapping[str, Any], library: Library) -> Payload:
    """Read a press back. Raises PayloadError for a field that is missing, of the wrong kind or unknown to the framework."""
    match verb or data.get("verb"):
        case "ask":
            return Ask(_reading(data.get("reading"), library), _start(data.get("start")))
        case "profile":
            return _profile(data, library)
        case "forget":
            return Forget()
        case "keep":
            return Keep()
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
    framework = _framework(data.get("framework"), library)
    grade, role, path = data.get("grade"), data.get("role"), data.get("path")
    if grade is not None:
        (grade,) = _grades([grade], framework)
    if role is not None:
        (role,) = _ids("role", [role], framework.roles)
    if path is not None:
        (path,) = _ids("path", [path], framework.paths)
    return SetProfile(framework.id, grade, role, path)


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
