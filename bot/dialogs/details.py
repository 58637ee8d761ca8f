"""What is held of a person: shown with who sees it and how long it is kept, changed in a small form, and forgotten."""

from dataclasses import replace

from bot.cards.payloads import NOT_SAID, Ask, Details, Forget, Keep, Move, Payload, SetProfile
from bot.cards.view import Button, Choice, Line, Row, Section, View
from bot.dialogs import holding, next_steps
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus, Memory
from bot.framework.model import Framework
from bot.people.profile import Profile
from bot.phrases.en import buttons, readings, sharing
from bot.phrases.en import my_data as data
from bot.phrases.en import profile as say
from bot.phrases.en.names import capital, listed
from bot.phrases.en.names import grade as grade_name
from bot.phrases.en.names import role as role_name
from bot.understanding.reading import Intent, Reading

SURE = "my_data"
"""What waits for the yes to whether something is to be erased."""
_SHOWN = {
    "assessment": Intent.SHOW_ASSESSMENT,
    "evidence": Intent.SHOW_EVIDENCE,
    "plan entry": Intent.SHOW_PLAN,
    "dossier": Intent.DOSSIER,
    "job description": Intent.JOB_DESCRIPTION,
    "reminders": Intent.REMINDERS,
    "share": Intent.SHARE,
    "review": Intent.REVIEW,
    "critical role": Intent.SUCCESSION,
    "team group": Intent.TEAM_OVERVIEW,
}
_SAID = {"share": sharing.ASK_LIST}


def my_data(asked: Asked) -> Reply:
    """Show everything that is held."""
    if asked.guest:
        return answer(View(say.TITLE, say.GUEST_HOLDS), say.GUEST_HOLDS)
    lines, counts = _held(asked), holding.counts(asked.turn)
    asks_who = asked.reader.wishes.is_("who_sees", asked.reading.said)
    if not lines and not counts:
        return _nothing_held(asked, say.ONLY_YOU_WOULD_SEE if asks_who else "")
    told = (_who_sees(asked), say.hold(_named(lines, counts)))
    return _shown(asked, (*lines, *_counted(asked, counts)), " ".join(told if asks_who else told[::-1]), _looks(asked, counts))


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
    lines, counts, account = _held(asked), holding.counts(asked.turn), _account(asked)
    if not (lines or counts or account):
        return _nothing_held(asked)
    text = say.shall_forget(_named(lines, counts) or say.WHEN_AND_HOW)
    steps = (Button(buttons.FORGET_NOW, Forget(sure=True), "destructive"), Button(buttons.KEEP, Keep()))
    held = Section(say.WHAT_I_HOLD, (*lines, *_counted(asked, counts), *account))
    rest = Section(lines=(Line(data.CANNOT_ERASE), *((Line(data.FILES_STAY),) if counts else ())))
    reply = answer(View(say.FORGET_TITLE, say.WHAT_IS_LOST, (held, rest), buttons=steps), text)
    return replace(reply, focus=Focus(SURE, since=asked.turn.now.timestamp()))


def forget(asked: Asked) -> Reply:
    """Clear everything of the person, and what the conversation remembers."""
    cleared = Profile(version=asked.profile.version)
    text = say.GUEST_FORGOTTEN if asked.guest else say.FORGOTTEN
    reply = answer(View(say.TITLE, text, (Section(lines=(Line(data.CANNOT_ERASE),)),)), text)
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
        else Row(grade_name(grade).capitalize(), SetProfile(framework.id, grade), say.either(roles))
        for grade in framework.grades
        if (roles := framework.roles_at(grade))
    )


def _nothing_held(asked: Asked, lead: str = "") -> Reply:
    account = _account(asked)
    text = " ".join(part for part in (lead, say.NOTHING, data.NOTHING_BUT if account else "") if part)
    steps = (_change(asked), *((Button(buttons.FORGET, Forget(), "destructive"),) if account else ()))
    noted = (Section(lines=_noted(asked)),) if _noted(asked) else ()
    return answer(View(say.TITLE, text, noted, rows=grade_rows(asked.framework), buttons=steps), text)


def _shown(asked: Asked, lines: tuple[Line, ...], text: str, looks: tuple[Row, ...] = ()) -> Reply:
    """`looks` are the ways to look at each kind; without them only the profile is shown, as after the form."""
    how = (Line(say.HOW_TO_CHANGE),) if looks else (Line(_who_sees(asked)), Line(say.HOW_TO_CHANGE))
    held = Section(say.WHAT_I_HOLD, (*lines, *how))
    sections = (held, _rules(asked)) if looks else (held,)
    steps = (_change(asked), *_way_to_aim(asked), Button(buttons.FORGET, Forget(), "destructive"))
    lead = say.SAVED if text == say.SAVED else ""
    return answer(View(say.TITLE, lead, sections, data.LOOK if looks else "", looks, buttons=steps), text)


def _who_sees(asked: Asked) -> str:
    return data.SHARED if holding.shares_something(asked.turn) else say.NOT_SHARED


def _rules(asked: Asked) -> Section:
    """Who sees it, how long it is kept, and what is kept beside it."""
    kept = asked.turn.account().retention
    lines = (Line(data.ONLY_YOU), Line(data.kept_until(kept.drafts, kept.everything)), *_account(asked), *_noted(asked))
    return Section(data.WHO_AND_HOW_LONG, lines)


def _noted(asked: Asked) -> tuple[Line, ...]:
    """That questions are noted, where they are."""
    return (Line(data.QUESTIONS_NOTED),) if asked.turn.account().retention.questions else ()


def _account(asked: Asked) -> tuple[Line, ...]:
    return tuple(Line(value, label) for label, value in holding.account_lines(asked.turn))


def _named(lines: tuple[Line, ...], counts: tuple[holding.Count, ...]) -> str:
    """What is held, in the middle of a sentence."""
    counted = (data.UNREADABLE if count.number is None else data.amount(count.kind.kind, count.number) for count in counts)
    return listed((*(say.line(line.label, line.text) for line in lines), *dict.fromkeys(counted)))


def _counted(asked: Asked, counts: tuple[holding.Count, ...]) -> tuple[Line, ...]:
    return tuple(Line(_count_line(asked, count), data.HEADINGS[count.kind.kind]) for count in counts)


def _count_line(asked: Asked, count: holding.Count) -> str:
    if count.number is None:
        return data.UNREADABLE
    first, last = (holding.day_of(asked.turn, moment) for moment in (count.first, count.last))
    return data.count_line(count.kind.kind, count.number, last, first)


def _looks(asked: Asked, counts: tuple[holding.Count, ...]) -> tuple[Row, ...]:
    """A way to look at each kind, a copy of everything, and what was done with it."""
    kinds = {count.kind.kind for count in counts}
    shown = tuple(
        Row(data.HEADINGS[kind], Ask(Reading(asked.framework.id, intent, said=_SAID.get(kind, ""))))
        for kind, intent in _SHOWN.items()
        if kind in kinds
    )
    ours: tuple[tuple[str, Payload], ...] = (
        *(((data.HEADINGS["grading"], Move("grading", "show")),) if "grading" in kinds else ()),
        (data.COPY, Move("files", "offer", row="everything")),
        (data.SHOW_AUDIT, Move("my_data", "audit")),
    )
    return (*shown, *(Row(title, payload) for title, payload in ours))


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
