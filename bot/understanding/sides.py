"""Whom each intent is about: one role or several, the two sides of a comparison, the two ends of a step up."""

from bot.understanding.about import About, at_grade, joined, moved, named_in, on_paths, others_of_grade, shifted, swapped
from bot.understanding.message import Message
from bot.understanding.reading import Intent
from bot.understanding.slots import Slots
from bot.understanding.wording import Wording

REACHES = frozenset(
    {"to", "into", "become", "becoming", "reach", "reaching"}
)  # before what is named, these say that it is the end of a step


def about_for(intent: Intent, message: Message, wording: Wording) -> About:
    """The grades and roles that a message is about, if it has this intent."""
    match intent:
        case Intent.COMPARE:
            return _sides(message, wording)
        case Intent.CAREER_PROGRESSION:
            return _step(message, wording)
        case Intent.DOSSIER | Intent.TEAM_OVERVIEW | Intent.SUCCESSION:
            return message.about if message.about.named else About()
        case Intent.FIND_GRADE:
            return About(message.slots.grades) if len(message.slots.grades) > 1 else About()
        case Intent.GUIDE:
            return _so_called(_one(intent, message, wording), message)
        case _:
            return _one(intent, message, wording)


def _learns_something_else(message: Message) -> bool:
    """Whether what is to be learnt is not what was talked of, so that it is for nobody in particular: "project management training?"."""
    last, learn = message.last, message.to_learn
    if last is None or last.intent is Intent.DEVELOPMENT:
        return False
    return (learn.named or learn.sure) and not set(learn.ids) & set(last.competencies)


def _one(intent: Intent, message: Message, wording: Wording) -> About:
    """Whom the message names, else whom the last was about, else the asker."""
    about, before = message.about, message.before
    if intent is Intent.DEVELOPMENT and _learns_something_else(message):
        return about
    asks_of_self = wording.of_self(message.slots) or (wording.yes_no(message.slots) and wording.own(message.slots))
    if message.mine and not about.named and intent is Intent.EXPECTATIONS and asks_of_self:
        return message.mine
    every = message.slots.plural or wording.both(message.slots)  # "do the 8s", "8, both of them"
    if about.named and before.roles and not (about.roles or every):
        return About(about.grades, moved(before, about.grades, message.framework), named=True)
    if about.named or before:
        return _anywhere_on_path(intent, message) or (about if about.named else before)
    return message.mine if intent in (Intent.EXPECTATIONS, Intent.SET_PROFILE) else About()


def _so_called(about: About, message: Message) -> About:
    """With every role that bears the title named: two grades have apprentices."""
    shared = message.slots.ids("shared")
    if not shared or not about.roles or message.slots.grades:
        return about
    roles = [role for role in message.framework.roles.values() if role.id in {*about.roles, *shared}]
    return About(tuple(dict.fromkeys(role.grade for role in roles)), tuple(role.id for role in roles), named=True)


def _anywhere_on_path(intent: Intent, message: Message) -> About:
    """Every role of a path, where nothing says at which grade: "what does the manager do about budgets"."""
    slots, framework = message.slots, message.framework
    placed = slots.grades or slots.has("role", "next", "below") or message.before or message.mine
    if intent is not Intent.EXPECTATIONS or placed or len(slots.ids("path")) != 1 or not message.competence.ids:
        return About()
    roles = [role for role in framework.roles.values() if role.path in slots.ids("path")]
    span = next(span for span in slots.spans if span.ids("path"))
    called = span.start and slots.tokens[span.start - 1].word == "the"
    if not called or message.about.roles != tuple(role.id for role in roles[:1]):
        return About()
    return About(tuple(dict.fromkeys(role.grade for role in roles)), tuple(role.id for role in roles), named=True)


def _near(message: Message, wording: Wording) -> About:
    """Whom "the next grade" or "the manager" is meant beside: the asker, if they speak of themselves, else who was talked of."""
    return message.mine if message.mine and wording.own(message.slots) else message.before or message.mine


def _sides(message: Message, wording: Wording) -> About:
    """At least two roles or grades: those named, else what was talked of, else the asker and the next grade."""
    near = _near(message, wording)
    named = _so_called(named_in(message.slots, message.framework, near, several=True), message)
    other = others_of_grade(message.slots, message.framework, near, named)
    if other:  # "how does mine differ from the other grade 7 job"
        return joined(near, other, message.framework)
    if not named.named:
        return _unnamed_sides(near, message, wording)
    changed = _changed(named, message, wording) or _among_those_talked_of(named, message)
    if changed:
        return changed
    back = message.last is not None and wording.refers_to_a_thing(message.slots) and not wording.puts_right(message.slots)
    beside = (back and wording.versus(message.slots)) or (message.last is not None and wording.opens_beside(message.slots))
    several = _is_several(named, message) or (wording.both(message.slots) and len(message.framework.roles_of(named.grades, ())) > 1)
    if near and (beside or not several):  # "put that side by side with 5 and 6"
        every = message.slots.plural or wording.both(message.slots)
        other = named if every else on_paths(named, near, message.framework)  # "if I got the 8", from a specialist
        return joined(on_paths(near, named, message.framework), other, message.framework)
    return named


def _unnamed_sides(near: About, message: Message, wording: Wording) -> About:
    """The two roles of the grade talked of ("between the two there"), who was talked of and the asker, or somebody and the next grade."""
    if wording.both(message.slots) and len(message.framework.roles_of(near.grades, ())) > 1:
        return About(near.grades, near.roles if len(near.roles) > 1 else (), named=True)
    asker = message.mine if message.before and wording.own(message.slots) and wording.versus(message.slots) else None
    return joined(message.before, asker, message.framework) if asker else _with_next(near, message)


def _among_those_talked_of(named: About, message: Message) -> About:
    """The roles of the one grade that was talked of, where some of them are named: "how is the manager different" after both at 8."""
    before = message.before
    there = {role.id for role in message.framework.roles_of(before.grades, before.roles)} if len(before.grades) == 1 else set()
    return About(before.grades, before.roles, named=True) if named.roles and set(named.roles) < there else About()


def _changed(named: About, message: Message, wording: Wording) -> About:
    """A comparison with somebody else in it, or somebody more; nothing where the message does not go on from one."""
    if message.last is None or message.last.intent is not Intent.COMPARE:
        return About()
    if wording.adds(message.slots):
        return joined(message.before, named, message.framework)
    one = About() if _is_several(named, message) else named
    return _swap(message, wording) or swapped(message.before, one, message.framework) or shifted(message.before, named, message.framework)


def _swap(message: Message, wording: Wording) -> About:
    """What was compared, with one of two grades put in the place of the other: "swap the 5 for a 6", "the manager for a specialist"."""
    if not wording.swaps(message.slots):
        return About()
    before, named = message.before, message.about
    out, *put_in = message.slots.grades or (0,)
    if len(put_in) == 1 and out in before.grades:
        return About(tuple(sorted({*before.grades, *put_in} - {out})), (), named=True)
    gone = [role for role in named.roles if role in before.roles]
    new = tuple(role for role in named.roles if role not in before.roles)
    if len(gone) != 1 or len(new) != 1:
        return About()
    kept = tuple(role for role in before.roles if role not in gone)
    grades = {message.framework.roles[role].grade for role in (*kept, *new)}
    return About(tuple(sorted(grades)), (*kept, *new), named=True)


def _is_several(named: About, message: Message) -> bool:
    if len(named.grades) > 1 or len(named.roles) > 1:
        return True
    alone = not named.roles and not message.mine and message.last is None
    return alone and len(message.framework.roles_of(named.grades, ())) > 1


def _with_next(about: About, message: Message) -> About:
    """One grade alone is compared with the grade above it."""
    if not about or len(about.grades) > 1 or len(about.roles) > 1:
        return about
    above = message.framework.next_grade(max(about.grades))
    return About((*about.grades, above)) if above else about


def _step(message: Message, wording: Wording) -> About:
    """The two ends of a step up: "how do I get to 6" speaks of 5 to 6, "how do I get off 4" and "what is next for a 4" of 4 to 5."""
    named = named_in(message.slots, message.framework, _near(message, wording), several=True)
    between = message.before if len(message.before.grades) == 2 and not message.mine else None  # noqa: PLR2004 (two ends)
    if between and not (message.slots.grades or message.slots.has("role")):  # "and how are you moved up" after those two
        return _ends(between, message)
    refers = wording.refers(message.slots) or wording.same_grade(message.slots)
    if refers and len(named.grades) == len(message.before.grades) == 1 and named.grades < message.before.grades:
        return _ends(joined(named, message.before, message.framework), message)  # "how would a 4 become one" after a 5
    there = message.before if not named.named and refers else About()  # "how do I get there"
    if there and not message.mine and len(there.grades) == 1:
        return _ends(_other_end(there, message, wording), message)
    if not named.named:
        step = joined(message.mine, there, message.framework) if message.mine and there else _with_next(message.mine, message)
        return _ends(step, message)
    return _ends(named if len(named.grades) > 1 else _other_end(named, message, wording), message)


def _other_end(named: About, message: Message, wording: Wording) -> About:
    """One end is named; the other is where the asker is, or the grade beside it."""
    grade = named.grades[0]
    if message.mine and grade > max(message.mine.grades):
        return About((*message.mine.grades, grade), named.roles, named=True)
    here = grade in message.mine.grades and _starts_there(message.slots)  # "how do I move on, I've been a 4 for years"
    if here or wording.leaves(message.slots) or (message.slots.has("next") and _starts_there(message.slots)):
        above = message.framework.next_grade(grade)
        return About((grade, above), named.roles, named=True) if above else named
    below = message.framework.grade_below(grade)
    return About((below, grade), named.roles, named=True) if below else named


def _starts_there(slots: Slots) -> bool:
    """Whether a step up is from what is named outright ("next rung for a 7"), not to it ("technician to senior technician")."""
    named = [span.start for span in slots.grade_spans] + [span.start for span in slots.spans if span.kinds & {"role", "path"}]
    before = [[token.word for token in slots.tokens[max(0, start - 2) : start]] for start in named]
    return bool(named) and not any(REACHES & set(words) for words in before)


def _ends(step: About, message: Message) -> About:
    """A step with the roles of both its ends, where any is known: the named one, the asker's own, else those on the same path."""
    framework = message.framework
    known = {*step.roles, *(role for role in message.mine.roles if framework.roles[role].grade in step.grades)}
    if not known:
        return step
    return About(step.grades, tuple(role for grade in step.grades for role in at_grade(grade, known, framework)), named=step.named)
