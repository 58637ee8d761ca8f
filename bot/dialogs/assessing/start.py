"""How a self-assessment begins: what it is for, who sees it, how long it takes, and against which role."""

from collections.abc import Sequence
from dataclasses import replace

from bot.assessment.marking import begun
from bot.assessment.model import MOST_OWN_ROWS, Assessment
from bot.assessment.rows import rows_for
from bot.cards.payloads import Move
from bot.cards.view import Button, Choice, Line, Section, View
from bot.dialogs import details, small_talk
from bot.dialogs.answering import answer
from bot.dialogs.asked import Asked
from bot.dialogs.assessing import steps
from bot.dialogs.assessing.history import expired
from bot.dialogs.assessing.lost import lost
from bot.dialogs.assessing.work import INTRO, NAME, Work, find, held
from bot.dialogs.reply import Reply
from bot.dialogs.turn import Focus
from bot.framework.model import Role
from bot.people.records import Record
from bot.phrases.en import assessing as say
from bot.understanding.reading import Outcome

FEW_WORDS = 6  # so many words may name a role, and nothing else


def intro(asked: Asked, said: str = "", among: Sequence[Role] = ()) -> Reply:
    """The first card; an assessment that is not finished is offered first. `among` are the roles to choose from, where some were named."""
    if asked.guest:
        return details.nothing_kept(asked)
    among = among or _asked_for(asked)
    role = among[0] if among else _meant(asked)
    open_ = unfinished(asked)
    text = _opening(said or (say.which_of(among) if len(among) > 1 else ""), role, open_)
    begin = Move(NAME, "begin", row=asked.framework.id, nonce=asked.turn.new_id())
    buttons = (
        *((Button(say.CONTINUE, Move(NAME, "go_on", open_.record.id), alone=True),) if open_ else ()),
        Button(say.ANEW if open_ else say.BEGIN, begin),
    )
    view = View(say.TITLE, text, (_about(asked, role),), fields=(_roles(asked, role),), buttons=buttons)
    step = f"{INTRO}:{','.join(each.id for each in among)}" if among else INTRO
    focus = Focus(NAME, open_.record.id if open_ else "", step, asked.turn.now.timestamp())
    return replace(answer(view, text), focus=focus, drops=expired(asked))


def to_choose(asked: Asked, focus: Focus) -> tuple[Role, ...]:
    """The roles among which the first card leaves the choice; none where none was named."""
    ids = focus.step.partition(":")[2].split(",")
    return tuple(role for role in asked.framework.roles.values() if role.id in ids)


def _opening(said: str, role: Role | None, open_: Work | None) -> str:
    """What is said first."""
    return f"{said} {_unfinished_told(open_)}".strip() if open_ else said or say.intro(role)


def unfinished(asked: Asked) -> Work | None:
    """The newest assessment that is not finished."""
    return next((Work(asked, each) for each in held(asked) if each.body.finished is None), None)


def pressed_anew(asked: Asked, _: Move) -> Reply:
    """The first card, from a button."""
    return replace(intro(asked), replaces=True)


def pressed_begin(asked: Asked, move: Move) -> Reply:
    """Begin against the role that was chosen; the same press again begins nothing new."""
    framework = asked.library.frameworks.get(move.row)
    if framework is None:
        return lost(asked)
    asked = replace(asked, reading=asked.reading.with_(framework=framework.id))
    role = framework.roles.get(move.field("role"))
    if role is None:
        return replace(intro(asked, say.WHICH_ROLE), replaces=True)
    return replace(_begin(asked, role, move.nonce or asked.turn.new_id()), replaces=True)


def pressed_on(asked: Asked, move: Move) -> Reply:
    """Go on where it was left."""
    work = find(asked, move.record)
    return lost(asked) if work is None else replace(go_on(work), replaces=True)


def go_on(work: Work) -> Reply:
    """The next row that waits; it is told where the framework changed meanwhile."""
    if not work.moved_on or work.body.finished:
        return steps.onwards(work)
    said = say.moved_on(work.day(work.body.begun))
    fresh = begun(work.framework, work.body.role, (), work.body.begun)
    return steps.onwards(work.with_body(work.body.with_(expectations=fresh.expectations)), "", said)


def hears(asked: Asked, focus: Focus, text: str, outcome: Outcome) -> Reply | None:
    """Words on the first card: go on, begin anew, or a role and nothing else."""
    spoken, work, among = asked.reader.spoken, find(asked, focus.record), to_choose(asked, focus)
    if work and spoken.is_("go_on", text):
        return go_on(work)
    if spoken.is_("later", text):
        return small_talk.cancel(asked)
    if spoken.is_("nothing", text):
        return None
    if spoken.is_("go_on", text) or spoken.is_("anew", text):
        role = among[0] if len(among) == 1 else None if among else _meant(asked)
        return _begin(asked, role, asked.turn.new_id()) if role else intro(asked, "" if among else say.WHICH_ROLE, among)
    roles = () if spoken.asks(text) or spoken.tells(text) or len(text.split()) > FEW_WORDS else _named(asked, outcome)
    roles = [role for role in roles if role in among] or roles
    if len(roles) == 1:
        return _begin(asked, roles[0], asked.turn.new_id())
    return intro(asked, among=roles) if roles else None


def _begin(asked: Asked, role: Role, id_: str) -> Reply:
    """A new one, or the one that this very press began."""
    there = asked.turn.records.find(Assessment, id_)
    if there and there.body.role != role.id and (there.body.marked or there.body.deleted):
        id_ = f"{id_}-{role.id}"  # another role chosen on the same card: the first one stays as it is
        there = asked.turn.records.find(Assessment, id_)
    new = begun(asked.framework, role.id, [each.id for each in asked.own_roles], asked.turn.now.timestamp())
    if there is None:
        work = Work(asked, Record(id_, new), changed=True)
    elif there.body.role != role.id:
        work = Work(asked, there).with_body(new)
    else:
        return lost(asked) if there.body.deleted else steps.onwards(Work(asked, there))
    return steps.onwards(work)


def _asked_for(asked: Asked) -> tuple[Role, ...]:
    """The roles named in asking for the assessment; at a grade of several, one's own where it is among them."""
    if not (asked.reading.roles or asked.reading.grades):
        return ()
    own = _meant(asked)
    return (own,) if own else asked.roles


def _meant(asked: Asked) -> Role | None:
    """The role named, or the asker's own, where it is one, or one of several that are named."""
    roles, own = asked.roles, asked.own_roles
    if len(roles) > 1 and len(own) == 1 and own[0].id in {role.id for role in roles}:
        return own[0]
    return roles[0] if len(roles) == 1 else None


def _named(asked: Asked, outcome: Outcome) -> Sequence[Role]:
    """The roles that a message names, if it names no competency; at a grade of several, that of the asker's path."""
    heard, framework = outcome.why.heard, asked.framework
    if any(each.slot == "competency" for each in heard):
        return ()
    named = tuple(framework.roles[each.value] for each in heard if each.slot == "role" and each.value in framework.roles)
    grades = [int(each.value) for each in heard if each.slot == "grade"]
    if not named and not grades and len(asked.own_roles) == 1 and any(each.slot == "next" for each in heard):
        grades = [above] if (above := framework.next_grade(asked.own_roles[0].grade)) is not None else []
    found = tuple(role for role in named if role.grade in grades) or named or framework.roles_of(grades, ())
    paths = {role.path for role in asked.own_roles}
    return tuple(role for role in found if role.path in paths) or found


def _about(asked: Asked, role: Role | None) -> Section:
    framework = asked.framework
    roles = (role,) if role else tuple(framework.roles.values())
    rows = [sum(not row.aside for row in rows_for(framework, each.id)) for each in roles]
    lines = (say.WHY, say.ONLY_YOU, say.how_long(min(rows), max(rows)), say.own_rows(framework.role_specific_points, MOST_OWN_ROWS))
    return Section(lines=tuple(Line(words) for words in lines))


def _roles(asked: Asked, role: Role | None) -> Choice:
    own, aim = {each.id for each in asked.own_roles}, asked.aim.id if asked.aim else ""
    first = sorted(asked.framework.roles.values(), key=lambda each: (each.id not in own, each.id != aim))
    notes = {each.id: say.YOURS if each.id in own else say.AIMED if each.id == aim else "" for each in first}
    options = tuple((each.id, say.role_option(each, notes[each.id])) for each in first)
    return Choice("role", say.ROLE, options, role.id if role else "", hint=say.CHOOSE_ROLE)


def _unfinished_told(work: Work) -> str:
    body = work.body
    return say.unfinished(work.day(body.begun), len(body.marked), len(body.walked), work.against)
