"""What a person tells about themselves: stored, shown, changed and forgotten, in the personal chat only."""

from dataclasses import replace

from bot.cards.payloads import Forget, Keep, SetProfile
from bot.cards.view import Button, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.model import Framework, Role
from bot.people.profile import Profile
from bot.phrases.en import buttons, readings
from bot.phrases.en import profile as say
from bot.phrases.en.names import grade as grade_name
from bot.phrases.en.names import listed
from bot.understanding.reading import Intent, Reading

# What is about one person: in a group chat or channel it is neither shown nor changed.
PERSONAL = frozenset(
    {
        Intent.START_ASSESSMENT,
        Intent.SHOW_ASSESSMENT,
        Intent.START_PLAN,
        Intent.SHOW_PLAN,
        Intent.TEAM_OVERVIEW,
        Intent.SHARE,
        Intent.REMINDERS,
        Intent.SET_PROFILE,
        Intent.MY_DATA,
    }
)


def set_profile(asked: Asked) -> Reply:
    """Store what was said in words; with nothing said, show what is held and how to change it."""
    if asked.guest:
        return _nothing_kept(asked)
    reading, framework = asked.reading, asked.framework
    roles = tuple(framework.roles[id_] for id_ in reading.roles if id_ in framework.roles)
    grades = tuple(grade for grade in reading.grades if grade in framework.grades)
    if not roles and not grades:
        return _chosen(asked, SetProfile(framework.id)) if framework.id != asked.profile.framework else my_data(asked)
    paths = {role.path for role in roles}
    return _chosen(
        asked,
        SetProfile(
            framework.id,
            grades[0] if grades else None,
            roles[0].id if len(roles) == 1 else None,
            paths.pop() if len(paths) == 1 else None,
        ),
    )


def choose_profile(asked: Asked, chosen: SetProfile) -> Reply:
    """Store what was pressed."""
    return _nothing_kept(asked) if asked.guest else _chosen(asked, chosen)


def my_data(asked: Asked) -> Reply:
    """Show everything that is held, with a button that clears it."""
    if asked.guest:
        return answer(View(say.TITLE, say.GUEST_HOLDS), say.GUEST_HOLDS)
    lines = _held(asked)
    if not lines:
        return answer(View(say.TITLE, say.NOTHING, rows=_grade_rows(asked.framework)), say.NOTHING)
    text = say.hold(listed(say.line(line.label, line.text) for line in lines))
    section = Section(say.WHAT_I_HOLD, (*lines, Line(say.NOT_SHARED), Line(say.HOW_TO_CHANGE), Line(say.FORGET_HOW)))
    steps = (Button(buttons.FORGET, Forget(), "destructive"), Button(buttons.KEEP, Keep()))
    return answer(View(say.TITLE, "", (section,), buttons=steps), text)


def forget(asked: Asked) -> Reply:
    """Clear the profile and what the conversation remembers."""
    cleared = Profile(version=asked.profile.version)
    text = say.GUEST_FORGOTTEN if asked.guest else say.FORGOTTEN
    reply = answer(View(say.TITLE, text), text)
    return Reply(reply.text, reply.card, replaces=True, profile=cleared, memory=Memory())


def keep(_: Asked) -> Reply:
    """Leave everything as it is."""
    reply = answer(View(say.TITLE, say.KEPT), say.KEPT)
    return Reply(reply.text, reply.card, replaces=True)


def _chosen(asked: Asked, chosen: SetProfile) -> Reply:
    framework = asked.library.frameworks[chosen.framework]
    profile = _merged(asked.profile, chosen, framework)
    text, view = _confirmation(framework, profile)
    reply = answer(view, text)
    roles = (profile.role,) if profile.role else ()
    grades = (profile.grade,) if profile.grade is not None else ()
    return Reply(reply.text, reply.card, profile=profile, memory=Memory(Reading(framework.id, Intent.SET_PROFILE, grades, roles)))


def _merged(held: Profile, chosen: SetProfile, framework: Framework) -> Profile:
    """What is held with what was said: a role settles the grade and path, a grade with a path settles the role."""
    same = held.framework in (None, framework.id)
    role = framework.roles[chosen.role] if chosen.role else None
    grade = role.grade if role else chosen.grade or (held.grade if same else None)
    path = role.path if role else chosen.path or (held.path if same else None)
    at_grade = framework.roles_at(grade) if grade is not None else ()
    if role is None:
        fitting = [each for each in at_grade if each.path == path] or (at_grade if len(at_grade) == 1 else [])
        role = fitting[0] if fitting else None
    kept_path = role.path if role else path if chosen.path else None
    return held.with_(framework=framework.id, grade=grade, role=role.id if role else None, path=kept_path)


def _confirmation(framework: Framework, profile: Profile) -> tuple[str, View]:
    """What was stored, and what would complete it."""
    if profile.role:
        role = framework.roles[profile.role]
        steps = (next_steps.expect(framework, role), *next_steps.step_up(framework, role), _my_details(framework))
        text = say.noted(role)
        return text, View(say.TITLE, text, buttons=steps)
    if profile.grade is not None:
        text = say.noted_grade(profile.grade)
        return text, View(say.TITLE, text, rows=tuple(_role_row(framework, role) for role in framework.roles_at(profile.grade)))
    text = say.noted_path(framework.paths[profile.path].name) if profile.path else say.noted_framework(framework)
    return text, View(say.TITLE, text, rows=_grade_rows(framework))


def _held(asked: Asked) -> tuple[Line, ...]:
    profile, last = asked.profile, asked.last
    framework = asked.library.frameworks.get(profile.framework or "", asked.framework)
    held: list[tuple[str, str]] = []
    if profile.framework:
        held.append((say.FRAMEWORK, f"{framework.name}, {framework.institution}"))
    if profile.grade is not None:
        held.append((say.GRADE, str(profile.grade)))
    if profile.role and profile.role in framework.roles:
        held.append((say.ROLE, framework.roles[profile.role].title))
    if profile.path and profile.path in framework.paths:
        held.append((say.PATH, framework.paths[profile.path].name))
    if last and last.framework in asked.library.frameworks:
        held.append((say.LAST, readings.title(last, asked.library.frameworks[last.framework])))
    return tuple(Line(value, label) for label, value in held)


def _grade_rows(framework: Framework) -> tuple[Row, ...]:
    return tuple(
        Row(say.role_line(roles[0]), SetProfile(framework.id, grade, roles[0].id))
        if len(roles) == 1
        else Row(grade_name(grade).capitalize(), SetProfile(framework.id, grade), listed((role.title for role in roles), "or"))
        for grade in framework.grades
        if (roles := framework.roles_at(grade))
    )


def _role_row(framework: Framework, role: Role) -> Row:
    return Row(say.role_line(role), SetProfile(framework.id, role.grade, role.id))


def _my_details(framework: Framework) -> Button:
    return next_steps.plain(framework, Intent.MY_DATA, buttons.MY_DETAILS)


def _nothing_kept(asked: Asked) -> Reply:
    """The truth for guests, and what they wanted it for."""
    steps = tuple(next_steps.expect(asked.framework, role) for role in asked.roles)
    return answer(View(say.TITLE, say.GUEST, buttons=steps), say.GUEST)


def only_in_personal_chat() -> Reply:
    """The answer to anything personal in a group chat or channel: an offer to go on between the two."""
    return replace(answer(View(say.TITLE, say.IN_GROUP), say.IN_GROUP), elsewhere=True)
