"""Whom a message is about: grades and roles, from what was named, from the conversation before, and from the person's profile."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.framework.model import Framework, Role
from bot.people.profile import Profile
from bot.understanding.grades import GradeSpan
from bot.understanding.lexicon import Kind, Span
from bot.understanding.reading import Reading
from bot.understanding.slots import Slots

OTHER = "other"  # in a short message it stands for the roles that were not talked of
BESIDE = 6  # so many words before a step are looked at for what it is set beside
_LINKING = frozenset({"to", "and", "or", "than", "vs", "versus"})
FROM_HERE = frozenset({"me", "mine", "my", "this", "current", "now"})


@dataclass(frozen=True, slots=True)
class About:
    """Grades and roles; `roles` is empty where every role of the grades is meant. `named` says that the message itself named them."""

    grades: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    named: bool = False

    def __bool__(self) -> bool:
        return bool(self.grades or self.roles)


def named_in(slots: Slots, framework: Framework, near: About, *, several: bool) -> About:
    """Whom the message names. `near` is whom the talk is about already: it settles "the manager", "one up".

    `several` says that the message sets roles side by side, so that a role of another grade is meant as well.
    """
    grades = [grade for grade in slots.grades if grade in framework.grades]
    stepped = _stepped(slots, framework, near)
    if stepped and _sets_beside(slots):
        return joined(near, stepped, framework)
    if stepped and not grades and not slots.has("role"):
        named_there = tuple(role for path in slots.ids("path") for role in _on_path(framework, path, stepped.grades))
        return About(stepped.grades, named_there if slots.has("path") else stepped.roles, named=True)
    if not grades and not slots.has("role", "path") and (ranked := _ranked(slots, framework, near)):
        return ranked
    several = several or _linked(slots)
    roles = [framework.roles[id_] for id_ in _meant(slots, "role")]
    if several:
        roles = _at_their_grades(roles, grades, slots, framework)
    placed = [fitted for role in roles if (fitted := _fitted(role, grades, framework, several=several)) is not None]
    if placed and not grades and (len(placed) == 1 or not several):
        placed = _of_those_talked_of(placed, slots, framework, near)
    if several and len(placed) == 1 and {*grades} <= {placed[0].grade}:
        beside = _ranked(slots, framework, About((placed[0].grade,), (placed[0].id,)))
        placed += [framework.roles[id_] for id_ in beside.roles]
    for path in _meant(slots, "path"):
        below = _below(path, placed, framework) if several and not grades else []
        placed += below or _of_path(path, grades, near, framework, several=several)
    chosen = _whole(placed, grades, framework)
    all_grades = tuple(sorted(dict.fromkeys((*grades, *(role.grade for role in chosen)))))
    return About(all_grades, tuple(role.id for role in chosen), named=bool(all_grades))


def others_of_grade(slots: Slots, framework: Framework, before: About, about: About) -> About:
    """The other roles of a grade of which one was talked of: "and the other grade 8?"."""
    if OTHER not in slots.words or not before.roles or about.roles or not slots.few:
        return About()
    roles = [role for role in framework.roles_of(about.grades or before.grades, ()) if role.id not in before.roles]
    return About(about.grades or before.grades, tuple(role.id for role in roles), named=True) if roles else About()


def _ranked(slots: Slots, framework: Framework, near: About) -> About:
    """The role whose title puts a word of rank before that of the one talked of: "and the senior one?" after a technical specialist."""
    said = slots.alone
    found: list[Role] = []
    for own in framework.roles_of(near.grades, near.roles) if said else ():
        titled = [role for role in framework.roles.values() if role.path == own.path and role.id != own.id and _first(role) in said]
        found += sorted(titled, key=lambda role: (abs(role.grade - own.grade), role.grade))[:1]
    roles = _in_order(found, framework)
    return About(tuple(dict.fromkeys(role.grade for role in roles)), tuple(role.id for role in roles), named=True) if roles else About()


def _first(role: Role) -> str:
    return role.title.split()[0].casefold()


def _of_those_talked_of(placed: Sequence[Role], slots: Slots, framework: Framework, near: About) -> list[Role]:
    """Of the roles at the grade talked of, the one that is named by less than its title: "the team manager (one)" at grade 7."""
    if any(role.grade in near.grades for role in placed):
        return list(placed)
    there = [role for role in framework.roles_of(near.grades, near.roles) if role.path in {each.path for each in placed}]
    if there and _is_one(slots):
        return there
    return [role for role in framework.roles_of(near.grades, ()) if _is_called_briefly(role, slots, framework)] or list(placed)


def _is_called_briefly(role: Role, slots: Slots, framework: Framework) -> bool:
    """Whether a role is called by part of its title, after "the" or at the beginning, which is not the whole title of another."""
    called = [span for span in slots.spans if span.ids("role") and (not span.start or slots.tokens[span.start - 1].word == "the")]
    parts = [frozenset(span.words.casefold().split()) for span in called]
    titles = {frozenset(each.title.casefold().split()) for each in framework.roles.values()}
    return any(part < frozenset(role.title.casefold().split()) and part not in titles for part in parts)


def _at_their_grades(roles: Sequence[Role], grades: Sequence[int], slots: Slots, framework: Framework) -> list[Role]:
    """Roles set side by side, each at the grade named with it; where only one grade is named, that is the grade of all."""
    if len(grades) == 1 and len(roles) + len(_meant(slots, "path")) > 1:
        return [_at_grade(role, grades[0], _called(role, slots), framework) for role in roles]
    return [_at_its_grade(role, slots, framework) for role in roles]


def _at_its_grade(role: Role, slots: Slots, framework: Framework) -> Role:
    """A role named beside a grade: "a grade 5 technician and the grade 7 team manager" are at 5 and at 7, as is "team manager at 7"."""
    for span in _called(role, slots):
        for grade in (each.grade for each in slots.grade_spans if each.end == span.start or _is_placed(span, each, slots)):
            return _at_grade(role, grade, [span], framework)
    return role


def _is_placed(span: Span, grade: GradeSpan, slots: Slots) -> bool:
    """Whether a title is put at a grade: "the team manager (one) at 7"."""
    between = [token.word for token in slots.tokens[span.end : grade.start]]
    return between in (["at"], ["one", "at"], ["ones", "at"])


def _at_grade(role: Role, grade: int, called: Iterable[Span], framework: Framework) -> Role:
    """A role named without its rank, at the grade named with it: "grade 7 specialist and team manager" are both at 7."""
    words = [frozenset(span.words.casefold().split()) for span in called]
    there = [each for each in framework.roles_at(grade) if each.path == role.path]
    fits = len(there) == 1 and any(each <= frozenset(there[0].title.casefold().split()) for each in words)
    return there[0] if fits else role


def _called(role: Role, slots: Slots) -> list[Span]:
    """Where a role is named."""
    return [span for span in slots.spans if role.id in span.ids("role")]


def _is_one(slots: Slots) -> bool:
    after = [[token.word for token in slots.tokens[span.end : span.end + 2]] for span in slots.spans if "role" in span.kinds]
    return any(words[:1] in (["one"], ["ones"]) and words[1:] != ["day"] for words in after)  # but "director one day"


def _linked(slots: Slots) -> bool:
    """Whether a title and a grade are set side by side: "from assistant technician to grade 5"."""
    titles = [(span.start, span.end) for span in slots.spans if "role" in span.kinds]
    grades = [(span.start, span.end) for span in slots.grade_spans]
    gaps = [sorted((title, grade)) for title in titles for grade in grades]
    between = [slots.tokens[left[1] : right[0]] for left, right in gaps]
    return any(len(gap) <= BESIDE and any(token.word in _LINKING for token in gap) for gap in between)


def _meant(slots: Slots, kind: Kind) -> tuple[str, ...]:
    """What is named, but for what is named to be set aside: "a specialist, not the manager one"."""
    said = [span for span in slots.spans if "not" not in [token.word for token in slots.tokens[max(0, span.start - 2) : span.start]]]
    meant = tuple(dict.fromkeys(id_ for span in said for id_ in span.ids(kind)))
    return meant if meant or any(span.ids("role") or span.ids("path") for span in said) else slots.ids(kind)


def _stepped(slots: Slots, framework: Framework, near: About) -> About:
    """The grade above or below the one the talk is about, on the same path where that goes on."""
    if not near.grades or not slots.has("next", "below"):
        return About()
    up = slots.has("next")
    grade = _further(max(near.grades) if up else min(near.grades), slots, framework)
    if grade is None:
        return About()
    return About((grade,), _same_paths(framework, near.roles, (grade,)), named=True)


def _further(grade: int | None, slots: Slots, framework: Framework) -> int | None:
    """The grade so many steps up or down as the message says: "two grades above that"."""
    step = framework.next_grade if slots.has("next") else framework.grade_below
    for _ in range(max(int(steps) for steps in (*slots.ids("next"), *slots.ids("below")))):
        grade = grade and step(grade)
    return grade


def _sets_beside(slots: Slots) -> bool:
    """Whether a step is set beside where it starts from: "for me and for the level above"."""
    start = next(span.start for span in slots.spans if span.kinds & {"next", "below"})
    before = [token.word for token in slots.tokens[max(0, start - BESIDE) : start]]
    return "and" in before and not FROM_HERE.isdisjoint(before[: before.index("and")])


def _same_paths(framework: Framework, roles: Iterable[str], grades: Sequence[int]) -> tuple[str, ...]:
    paths = {framework.roles[role].path for role in roles}
    return tuple(role.id for grade in grades for role in framework.roles_at(grade) if role.path in paths)


def _on_path(framework: Framework, path: str, grades: Sequence[int]) -> tuple[str, ...]:
    return tuple(role.id for grade in grades for role in framework.roles_at(grade) if role.path == path)


def _fitted(role: Role, grades: Sequence[int], framework: Framework, *, several: bool) -> Role | None:
    """A title as heard, moved to the grade that was named with it: "grade 7 team manager"."""
    if not grades or role.grade in grades or several:
        return role
    same_path = [other for grade in grades for other in framework.roles_at(grade) if other.path == role.path]
    if len(same_path) == 1 and len(grades) == 1 and len(framework.roles_at(grades[0])) > 1:
        return same_path[0]
    return None


def _of_path(path: str, grades: Sequence[int], near: About, framework: Framework, *, several: bool) -> list[Role]:
    """The roles that "specialist" or "manager" means: at the grades named, else at those talked about, else the first on that path."""
    on_path = [role for role in framework.roles.values() if role.path == path]
    for among in (grades, near.grades):
        found = [role for role in on_path if role.grade in among]
        if found:
            return found
    if not on_path or (grades and not several) or any(len(framework.roles_at(role.grade)) == 1 for role in on_path[:1]):
        return []
    return on_path[:1]


def _below(path: str, placed: Sequence[Role], framework: Framework) -> list[Role]:
    """What a path's word means beside a title that puts another before it: "technician vs senior technician"."""
    beside = [role for role in placed if role.path == path]
    lower = [role for role in framework.roles.values() if role.path == path and beside and role.grade < beside[0].grade]
    return lower[-1:]


def _whole(placed: Sequence[Role], grades: Sequence[int], framework: Framework) -> list[Role]:
    """Where roles are named for some of the grades only, those of the other grades join them: on the same path, if it is one of several."""
    if not placed:
        return []
    covered = {role.grade for role in placed}
    paths = {role.path for role in placed if len(framework.roles_at(role.grade)) > 1}
    rest = [role for grade in grades if grade not in covered for role in _on_these(framework.roles_at(grade), paths)]
    return _in_order((*placed, *rest), framework)


def _in_order(roles: Iterable[Role], framework: Framework) -> list[Role]:
    """Roles in the framework's order, each once."""
    ids = {role.id for role in roles}
    return [role for role in framework.roles.values() if role.id in ids]


def _on_these(roles: Sequence[Role], paths: Collection[str]) -> Sequence[Role]:
    """The roles on the same paths, or all where none is: "a lab manager with an eye on an 8" means the manager there."""
    return [role for role in roles if role.path in paths] or roles


def at_grade(grade: int, known: Collection[str], framework: Framework) -> tuple[str, ...]:
    """The roles at a grade that are known, else those on the path of a known one, else all."""
    roles = framework.roles_at(grade)
    own = tuple(role.id for role in roles if role.id in known)
    return own or tuple(role.id for role in _on_these(roles, {framework.roles[role].path for role in known}))


def of_profile(profile: Profile, framework: Framework) -> About:
    """Whom "I" and "my" mean."""
    role = framework.roles.get(profile.role or "")
    if role is not None:
        return About((role.grade,), (role.id,))
    if profile.grade is None or profile.grade not in framework.grades:
        return About()
    roles = _on_path(framework, profile.path, (profile.grade,)) if profile.path else ()
    return About((profile.grade,), roles)


def of_reading(last: Reading | None) -> About:
    """Whom the last message was about."""
    return About(last.grades, last.roles) if last else About()


def moved(near: About, grades: Sequence[int], framework: Framework) -> tuple[str, ...]:
    """The roles at other grades on the same path: "a specialist at 7" … "and at 8?"."""
    roles = _same_paths(framework, near.roles, grades)
    return roles if {framework.roles[role].grade for role in roles} == set(grades) else ()


def swapped(before: About, named: About, framework: Framework) -> About:
    """What was set side by side, with the role named alone at its grade.

    "6 to 7 specialist" ... "and the manager?"; "6 to 7" ... "the specialist".
    Nothing where that changes nothing.
    """
    if len(before.grades) < 2 or not named.roles or not set(named.grades) < set(before.grades):  # noqa: PLR2004 (two sides)
        return About()
    beside = framework.roles_of(before.grades, before.roles)
    kept = [role for role in beside if role.grade not in named.grades]
    placed = _in_order((*kept, *(framework.roles[role] for role in named.roles)), framework)
    if {role.id for role in placed} == {role.id for role in beside}:
        return About()
    return About(before.grades, tuple(role.id for role in placed), named=True)


def shifted(before: About, named: About, framework: Framework) -> About:
    """Roles of one grade that were set side by side, at the one grade named.

    "specialist and manager at 6" ... "and at 7?". Else nothing.
    """
    beside = framework.roles_of(before.grades, before.roles)
    if len(before.grades) != 1 or len(beside) < 2 or len(named.grades) != 1:  # noqa: PLR2004 (two sides)
        return About()
    roles = _same_paths(framework, [role.id for role in beside], named.grades)
    if named.roles not in ((), roles):
        return About()
    return About(named.grades, roles, named=True) if len(roles) > 1 else About()


def on_paths(one: About, other: About, framework: Framework) -> About:
    """A grade, narrowed to the paths of the roles that it is set beside, where it has roles on them: "6", then "7, managers only"."""
    if one.roles or not other.roles:
        return one
    roles = _same_paths(framework, other.roles, one.grades)
    return About(one.grades, roles, named=one.named) if roles else one


def joined(left: About, right: About, framework: Framework) -> About:
    """Two sides of a comparison as one."""
    roles = [*framework.roles_of(left.grades, left.roles), *framework.roles_of(right.grades, right.roles)]
    grades = tuple(sorted({*left.grades, *right.grades}))
    if not left.roles and not right.roles:
        return About(grades, (), named=True)
    return About(grades, tuple(role.id for role in _in_order(roles, framework)), named=True)
