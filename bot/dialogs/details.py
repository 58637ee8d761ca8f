"""What is held of a person: shown, changed in a small form, and forgotten."""

from dataclasses import replace

from bot.cards.payloads import NOT_SAID, Ask, Details, Forget, Keep, SetProfile
from bot.cards.view import Button, Choice, Line, Row, Section, View
from bot.dialogs import next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Memory
from bot.framework.model import Framework
from bot.people.profile import Profile
from bot.phrases.en import buttons, readings
from bot.phrases.en import profile as say
from bot.phrases.en.names import capital, listed
from bot.phrases.en.names import grade as grade_name
from bot.phrases.en.names import role as role_name
from bot.understanding.reading import Intent, Reading


def my_data(asked: Asked) -> Reply:
    """Show everything that is held."""
    if asked.guest:
        return answer(View(say.TITLE, say.GUEST_HOLDS), say.GUEST_HOLDS)
    lines = _held(asked)
    if not lines:
        return _nothing_held(asked)
    return _shown(asked, lines, say.hold(listed(say.line(line.label, line.text) for line in lines)))


def saved(asked: Asked, profile: Profile) -> Reply:
    """Show what is held after the form was sent, in its place."""
    after = replace(asked, profile=profile)
    reply = _shown(after, _held(after), say.SAVED) if _held(after) else _nothing_held(after)
    return replace(reply, profile=profile, replaces=True)


def form(asked: Asked, lead: str = say.FORM) -> Reply:
    """The form: framework, grade or role, path, and the role aimed at, as they are held."""
    if asked.guest:
        return nothing_kept(asked)
    framework = asked.framework
    same = asked.profile.framework in (None, framework.id)
    held = asked.profile if same else Profile()
    save = Button(buttons.SAVE, Details(framework.id))
    choices = (*_frameworks(asked), *_choices(framework, held))
    return answer(View(say.TITLE, lead, fields=choices, buttons=(save, Button(buttons.LEAVE, Keep()))), lead)


def ask_to_forget(asked: Asked) -> Reply:
    """Ask before all is forgotten, and name what would be lost."""
    if asked.guest:
        return forget(asked)
    lines = _held(asked)
    if not lines:
        return _nothing_held(asked)
    text = say.shall_forget(listed(say.line(line.label, line.text) for line in lines))
    steps = (Button(buttons.FORGET_NOW, Forget(sure=True), "destructive"), Button(buttons.KEEP, Keep()))
    return answer(View(say.FORGET_TITLE, say.WHAT_IS_LOST, (Section(say.WHAT_I_HOLD, lines),), buttons=steps), text)


def forget(asked: Asked) -> Reply:
    """Clear the profile and what the conversation remembers."""
    cleared = Profile(version=asked.profile.version)
    text = say.GUEST_FORGOTTEN if asked.guest else say.FORGOTTEN
    reply = answer(View(say.TITLE, text), text)
    return replace(reply, replaces=True, profile=cleared, memory=Memory(), forgets=True)


def keep(_: Asked) -> Reply:
    """Leave everything as it is."""
    return replace(answer(View(say.TITLE, say.KEPT), say.KEPT), replaces=True)


def nothing_kept(asked: Asked) -> Reply:
    """The truth for guests, and what they wanted it for."""
    steps = tuple(next_steps.expect(asked.framework, role) for role in asked.roles)
    return answer(View(say.TITLE, say.GUEST, buttons=steps), say.GUEST)


def grade_rows(framework: Framework) -> tuple[Row, ...]:
    """Every grade to press, with its role where there is one."""
    return tuple(
        Row(say.role_line(roles[0]), SetProfile(framework.id, grade, roles[0].id))
        if len(roles) == 1
        else Row(grade_name(grade).capitalize(), SetProfile(framework.id, grade), listed((role.title for role in roles), "or"))
        for grade in framework.grades
        if (roles := framework.roles_at(grade))
    )


def _nothing_held(asked: Asked) -> Reply:
    return answer(View(say.TITLE, say.NOTHING, rows=grade_rows(asked.framework), buttons=(_change(asked),)), say.NOTHING)


def _shown(asked: Asked, lines: tuple[Line, ...], text: str) -> Reply:
    section = Section(say.WHAT_I_HOLD, (*lines, Line(say.NOT_SHARED), Line(say.HOW_TO_CHANGE)))
    steps = (_change(asked), *_way_to_aim(asked), Button(buttons.FORGET, Forget(), "destructive"))
    return answer(View(say.TITLE, say.SAVED if text == say.SAVED else "", (section,), buttons=steps), text)


def _change(asked: Asked) -> Button:
    framework = asked.profile.framework or asked.framework.id
    return Button(buttons.CHANGE, Ask(Reading(framework, Intent.SET_PROFILE)))


def _way_to_aim(asked: Asked) -> tuple[Button, ...]:
    own = asked.own_roles
    return (next_steps.compare(asked.framework, own[0], asked.aim),) if asked.aim and len(own) == 1 and own[0] != asked.aim else ()


def _held(asked: Asked) -> tuple[Line, ...]:
    profile, last = asked.profile, asked.last
    framework = asked.library.frameworks.get(profile.framework or "", asked.framework)
    held: list[tuple[str, str]] = []
    if profile.framework:
        held.append((say.FRAMEWORK, f"{framework.name}, {framework.institution}"))
    if profile.grade is not None:
        held.append((say.GRADE, str(profile.grade)))
    if profile.role in framework.roles:
        held.append((say.ROLE, framework.roles[profile.role or ""].title))
    if profile.path in framework.paths:
        held.append((say.PATH, framework.paths[profile.path or ""].name))
    if profile.aim in framework.roles:
        held.append((say.AIM, role_name(framework.roles[profile.aim or ""])))
    if last and last.intent is not Intent.SET_PROFILE and last.framework in asked.library.frameworks:
        held.append((say.LAST, readings.title(last, asked.library.frameworks[last.framework])))
    return tuple(Line(value, label) for label, value in held)


def _frameworks(asked: Asked) -> tuple[Choice, ...]:
    known = tuple((each.id, f"{each.name}, {each.institution}") for each in asked.library.frameworks.values())
    return (Choice("framework", say.FRAMEWORK, known, asked.framework.id),) if len(known) > 1 else ()


def _choices(framework: Framework, held: Profile) -> tuple[Choice, ...]:
    not_said = (NOT_SAID, say.NOT_SAID)
    roles = tuple((role.id, say.role_line(role)) for role in framework.roles.values())
    open_grades = tuple((str(each), say.either_role(each)) for each in framework.grades if len(framework.roles_at(each)) > 1)
    paths = tuple((path.id, capital(path.name)) for path in framework.paths.values())
    place = held.role or (str(held.grade) if (str(held.grade), say.either_role(held.grade or 0)) in open_grades else NOT_SAID)
    return (
        Choice("place", say.PLACE, (not_said, *roles, *open_grades), place),
        Choice("path", say.PATH, (not_said, *paths), held.path or NOT_SAID),
        Choice("aim", say.AIM, (not_said, *roles), held.aim or NOT_SAID),
    )
