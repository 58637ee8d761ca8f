"""What a person tells about themselves: stored and used, in the personal chat only."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.noting import with_note
from bot.cards.payloads import NOT_SAID, Details, SetProfile
from bot.cards.view import Row, View
from bot.dialogs import details, next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.model import Framework, Role
from bot.people.profile import Profile
from bot.phrases.en import buttons
from bot.phrases.en import profile as say
from bot.understanding.reading import ANSWERED, Intent, Reading, Understood, Why

# What is about one person: in a group chat or channel it is neither shown nor changed.
PERSONAL = frozenset(
    {
        Intent.START_ASSESSMENT,
        Intent.SHOW_ASSESSMENT,
        Intent.START_PLAN,
        Intent.SHOW_PLAN,
        Intent.TEAM_OVERVIEW,
        Intent.SUCCESSION,
        Intent.SHARE,
        Intent.REVIEW,
        Intent.REMINDERS,
        Intent.LOG_EVIDENCE,
        Intent.SHOW_EVIDENCE,
        Intent.DOSSIER,
        Intent.EXPORT,
        Intent.SET_PROFILE,
        Intent.MY_DATA,
    }
)
# Whoever says what they aim for and asks one of these is answered just that; anything else is answered by the way there.
_ANSWERED_AS_ASKED = frozenset({Intent.EXPECTATIONS, Intent.DEVELOPMENT, Intent.FIND_GRADE, Intent.GUIDE, Intent.JOB_DESCRIPTION})


def told(asked: Asked, why: Why) -> Reply:
    """What was typed about oneself: only what the words name is stored, whatever was talked of before."""
    named = {heard.slot: heard.value for heard in why.heard}
    if "grade" in named or "role" in named:
        return set_profile(asked)
    if "path" in named:
        return choose_profile(asked, SetProfile(asked.framework.id, path=named["path"]))
    return choose_profile(asked, SetProfile(asked.framework.id)) if "framework" in named else details.form(asked)


def told_and_asked(asked: Asked, answered: Callable[[Reading], Reply]) -> Reply | None:
    """Something of oneself with a question after it: stored, and the question answered. None where the message is not both."""
    parts = asked.reader.spoken.question_after(asked.reading.said)
    told_of = asked.reader.read(parts[0], asked.framework.id, asked.profile) if parts else None
    if parts is None or not isinstance(told_of, Understood) or told_of.reading.intent is not Intent.SET_PROFILE:
        return None
    noted = told(replace(asked, reading=told_of.reading), told_of.why)
    if noted.profile is None:
        return None
    question = asked.reader.read(parts[1], noted.profile.framework or asked.framework.id, noted.profile)
    if not isinstance(question, Understood) or question.reading.intent not in ANSWERED:
        return None
    return _with_note(answered(question.reading), noted.text, noted.profile)


def set_profile(asked: Asked) -> Reply:
    """Store the grade or role of a reading; with neither, another framework, or else show the form."""
    reading, framework = asked.reading, asked.framework
    roles = tuple(framework.roles[id_] for id_ in reading.roles if id_ in framework.roles)
    grades = tuple(grade for grade in reading.grades if grade in framework.grades)
    if roles or grades:
        paths = {role.path for role in roles}
        role = roles[0].id if len(roles) == 1 else None
        return choose_profile(
            asked, SetProfile(framework.id, grades[0] if grades else None, role, paths.pop() if len(paths) == 1 else None)
        )
    moved = asked.profile.framework not in (None, framework.id)
    return choose_profile(asked, SetProfile(framework.id)) if moved else details.form(asked)


def choose_profile(asked: Asked, chosen: SetProfile) -> Reply:
    """Store what was pressed or said."""
    if asked.guest:
        return details.nothing_kept(asked)
    framework = asked.library.frameworks[chosen.framework]
    profile = merged(asked.profile, chosen, framework)
    if chosen.path and not chosen.role and profile.role and framework.roles[profile.role].path != chosen.path:
        return _no_such_path(framework, framework.roles[profile.role], chosen.path)
    text, view = _confirmation(framework, profile, chosen)
    if asked.profile.grade is not None and asked.profile.framework not in (None, framework.id):
        text, view = f"{say.LEFT_BEHIND} {text}", replace(view, lead=f"{say.LEFT_BEHIND} {text}")
    roles = (profile.role,) if profile.role else ()
    grades = (profile.grade,) if profile.grade is not None else ()
    memory = None if chosen.aim else Memory(Reading(framework.id, Intent.SET_PROFILE, grades, roles))
    return replace(answer(view, text), profile=profile, memory=memory)


def save(asked: Asked, given: Details) -> Reply:
    """Store the form, or say what in it does not fit together."""
    if asked.guest:
        return details.nothing_kept(asked)
    framework = asked.library.frameworks[given.of]
    asked = replace(asked, reading=Reading(given.of, Intent.SET_PROFILE))
    if given.framework not in (None, given.of):
        moved = Profile(given.framework, version=asked.profile.version)
        asked = replace(asked, profile=moved, reading=Reading(given.framework or given.of, Intent.SET_PROFILE))
        return replace(details.form(asked, say.moved(asked.framework)), profile=moved, replaces=True)
    profile, fits = _filled_in(asked.profile, given, framework)
    if not fits:
        role = framework.roles[profile.role or ""]
        return replace(details.form(asked, say.clash(role, framework.paths[role.path].name)), replaces=True)
    return details.saved(asked, profile)


def aim(asked: Asked, why: Why, answered: Callable[[Reading], Reply]) -> Reply | None:
    """Somebody says what they want to become: stored, and the way there shown. None where they name no role of the framework."""
    roles = _aimed_at(asked, why)
    if not roles:
        return None
    if len(roles) > 1:
        rows = tuple(Row(say.role_line(role), SetProfile(asked.framework.id, aim=role.id)) for role in roles)
        text = say.which_aim(roles[0].grade)
        return answer(View(say.TITLE, text, rows=rows), text)
    own = _said_to_be(asked, why, roles[0])
    if own:
        asked = replace(asked, profile=merged(asked.profile, SetProfile(asked.framework.id, role=own.id), asked.framework))
    chosen = SetProfile(asked.framework.id, aim=roles[0].id)
    as_asked = asked.reading.intent in _ANSWERED_AS_ASKED
    if not as_asked and len(asked.own_roles) != 1:
        return choose_profile(asked, chosen)
    noted = say.aims_at(roles[0], own)
    profile = merged(asked.profile, chosen, asked.framework)
    reply = answered(asked.reading if as_asked else _way_to(asked, asked.own_roles[0], roles[0]))
    return _with_note(reply, noted, profile)


def merged(held: Profile, chosen: SetProfile, framework: Framework) -> Profile:
    """What is held with what was said: a role settles the grade and path, a grade with a path settles the role."""
    held = held if held.framework in (None, framework.id) else Profile(version=held.version)
    role = framework.roles[chosen.role] if chosen.role else None
    grade = role.grade if role else chosen.grade or held.grade
    path = role.path if role else chosen.path or held.path
    at_grade = framework.roles_at(grade) if grade is not None else ()
    if role is None:
        fitting = [each for each in at_grade if each.path == path] or (at_grade if len(at_grade) == 1 else [])
        role = fitting[0] if fitting else None
    kept_path = role.path if role else path if chosen.path or chosen.grade is None else None
    reached = chosen.aim or held.aim
    aimed = reached if role is None or role.id != reached else None
    return held.with_(framework=framework.id, grade=grade, role=role.id if role else None, path=kept_path, aim=aimed)


def only_in_personal_chat() -> Reply:
    """The answer to anything personal in a group chat or channel: an offer to go on between the two."""
    return replace(answer(View(say.TITLE, say.IN_GROUP), say.IN_GROUP), elsewhere=True)


def _with_note(reply: Reply, noted: str, profile: Profile) -> Reply:
    """An answer with what was noted before it."""
    return replace(reply, text=f"{noted} {reply.text}", card=with_note(reply.card, noted) if reply.card else None, profile=profile)


def _aimed_at(asked: Asked, why: Why) -> tuple[Role, ...]:
    """The highest of the roles named; at a grade of several, that of the own path where there is one."""
    framework, reading = asked.framework, asked.reading
    if not {"grade", "role", "path"} & {heard.slot for heard in why.heard}:
        return ()
    named = framework.roles_of(reading.grades, [role for role in reading.roles if role in framework.roles])
    top = max((role.grade for role in named), default=0)
    highest = tuple(role for role in named if role.grade == top)
    own = {role.path for role in asked.own_roles} if len(asked.own_roles) == 1 else set()
    fitting = tuple(role for role in highest if role.path in own) or highest
    return () if fitting == asked.own_roles else fitting


def _said_to_be(asked: Asked, why: Why, aimed: Role) -> Role | None:
    """The own role, where it was said beside the aim and is not known yet."""
    grades = {int(heard.value) for heard in why.heard if heard.slot == "grade"} - {aimed.grade}
    roles = asked.framework.roles_at(min(grades)) if grades and not asked.own_roles else ()
    return roles[0] if len(roles) == 1 else None


def _way_to(asked: Asked, own: Role, aimed: Role) -> Reading:
    """From the own role to another: the formal way where it is one step, else what changes."""
    framework = asked.framework
    step = framework.next_grade(own.grade) == aimed.grade
    intent = Intent.CAREER_PROGRESSION if step else Intent.COMPARE
    return Reading(framework.id, intent, tuple(dict.fromkeys((own.grade, aimed.grade))), (own.id, aimed.id))


def _filled_in(held: Profile, given: Details, framework: Framework) -> tuple[Profile, bool]:
    """What the form says, and whether role and path go together: the one that was changed decides."""
    base = held.with_(framework=framework.id) if held.framework in (None, framework.id) else Profile(framework.id, version=held.version)
    place = base.role or (str(base.grade) if base.grade is not None else NOT_SAID) if given.place is None else given.place
    path = base.path if given.path is None else None if given.path == NOT_SAID else given.path
    aimed = base.aim if given.aim is None else None if given.aim == NOT_SAID else given.aim
    base = base.with_(grade=None, role=None, path=path if path != held.path or place == NOT_SAID or place.isdigit() else None, aim=aimed)
    if place == NOT_SAID:
        return base, True
    role = framework.roles.get(place)
    wanted = base.path
    grade = role.grade if role else int(place)
    new = merged(base, SetProfile(framework.id, grade, None if wanted or not role else role.id, wanted), framework)
    if role and not new.role:
        return base.with_(role=role.id), False
    return new, not (wanted and new.role and framework.roles[new.role].path != wanted)


def _no_such_path(framework: Framework, role: Role, path: str) -> Reply:
    """There is no such path at the grade held: perhaps it is where they want to go."""
    text = say.no_such_path(role, framework.paths[path].name)
    on_it = tuple(each for each in framework.roles.values() if each.path == path)
    rows = tuple(Row(say.role_line(each), SetProfile(framework.id, aim=each.id)) for each in on_it)
    return answer(View(say.TITLE, text, rows_heading=say.AIM_FOR, rows=rows), text)


def _confirmation(framework: Framework, profile: Profile, chosen: SetProfile) -> tuple[str, View]:
    """What was stored, and what would complete it."""
    mine = next_steps.plain(framework, Intent.MY_DATA, buttons.MY_DETAILS)
    role = framework.roles.get(profile.role or "")
    if chosen.aim:
        aimed = framework.roles[chosen.aim]
        steps = (
            *((next_steps.compare(framework, role, aimed),) if role and role != aimed else ()),
            next_steps.expect(framework, aimed),
            mine,
        )
        return say.aims_at(aimed), View(say.TITLE, say.aims_at(aimed), buttons=steps)
    if role:
        text = say.noted(role)
        return text, View(say.TITLE, text, buttons=(next_steps.expect(framework, role), *next_steps.step_up(framework, role), mine))
    if profile.grade is not None:
        text = say.noted_grade(profile.grade)
        rows = tuple(Row(say.role_line(each), SetProfile(framework.id, each.grade, each.id)) for each in framework.roles_at(profile.grade))
        return text, View(say.TITLE, text, rows=rows)
    text = say.noted_path(framework.paths[profile.path].name) if profile.path else say.noted_framework(framework)
    return text, View(say.TITLE, text, rows=details.grade_rows(framework))
