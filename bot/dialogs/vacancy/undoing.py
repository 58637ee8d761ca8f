"""The last change to a job description, taken back; taken back once more, it is there again."""

from bot.cards.payloads import Move
from bot.dialogs.presses import seen
from bot.dialogs.reply import Reply
from bot.dialogs.vacancy import order, showing
from bot.dialogs.vacancy.work import Case
from bot.phrases.en import vacancy as say
from bot.phrases.en.names import role as role_name
from bot.vacancies.before import changed, fields_changed, sections_changed, taken_back
from bot.vacancies.draft import Draft


def undone(case: Case, step: str, move: Move | None = None) -> Reply:
    """As it was before the last change, with what that was of; the step stays, unless it is gone."""
    was = taken_back(case.body)
    if was is None or (move is not None and seen(case.body.presses, move)):
        return showing.show(case, step, "" if was else say.NOTHING_TO_UNDO)
    after = case.with_body(was)
    to = step if order.known(after, step) else order.OVERVIEW
    return showing.go(case, after, to, say.undone(_what(case, case.body, was)), move)


def _what(case: Case, before: Draft, after: Draft) -> list[str]:
    """What differs, as it is called on the cards."""
    parts = changed(before, after)
    found = [f"{say.ANOTHER_ROLE_IS} {role_name(case.framework.roles[before.role])}"] if "role" in parts else []
    found += [say.header_name(case.framework, id_) for id_ in fields_changed(before, after)]
    found += sections_changed(before, after) if "role" not in parts else ()
    rest = {"duties": say.DUTIES, "person": say.PERSON, "career": say.CAREER, "criteria": say.CAREER}
    return list(dict.fromkeys([*found, *(rest[part] for part in parts if part in rest)]))
