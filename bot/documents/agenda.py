"""The agenda of a one-to-one as values for its Word template: both sides in full, the biggest differences first, and what was agreed."""

from typing import Any

from bot.development.offering import offered_for
from bot.documents.material import Material
from bot.phrases.en import documents as say
from bot.phrases.en.names import capital
from bot.phrases.en.names import role as role_name
from bot.reviews.differences import Pair, pairs, to_talk_of
from bot.reviews.review import Review, Subject


def agenda_values(material: Material, review: Review) -> dict[str, Any]:
    """What the template is filled with; nothing that was written is shortened."""
    framework = material.library.frameworks[review.framework]
    role, held = framework.roles.get(review.role), review.agreement
    every, talk = pairs(review), to_talk_of(review)
    agreed = [row for id_ in held.rows if (row := review.row(id_))]
    return {
        "framework": say.framework(framework),
        "role": capital(role_name(role)) if role else review.role,
        "date": say.day(material.at.date()),
        "technician": review.owner_name,
        "reviewer": review.viewer_name,
        "topics": [_topic(each) for each in talk],
        "nothing_far": "" if talk else say.NOTHING_FAR,
        "rows": [_topic(each) for each in every],
        "comments": [_topic(each) for each in every if each.comment],
        "agreed": [row.name for row in agreed],
        "nothing_agreed": "" if agreed or held.development else say.NOTHING_AGREED,
        "settled": "" if held.settled or not (agreed or held.development) else say.NOT_SETTLED,
        "development": held.development,
        "helps": [_helps(material, review, row) for row in agreed or [each.row for each in talk[:3]]],
        "by": say.day(held.by) if held.by else say.NO_DATE,
        "meet": say.day(held.meet) if held.meet else say.NO_DATE,
        "notes": [note for each in review.since for note in _notes(review, each.who, each.learnt, each.support)],
    }


def _topic(pair: Pair) -> dict[str, str]:
    apart = "–" if pair.apart is None else f"{pair.apart:g}"
    return {"name": pair.row.name, "own": _mark(pair.own), "other": _mark(pair.other), "apart": apart, "comment": pair.comment}


def _mark(mark: float | None) -> str:
    return "–" if mark is None else f"{mark:g}"


def _helps(material: Material, review: Review, row: Subject) -> dict[str, Any]:
    """What the framework lists for a row."""
    framework = material.library.frameworks[review.framework]
    found = offered_for(material.library, framework, row.competencies).opportunities
    return {"name": row.name, "opportunities": [each.name for each in found], "none": "" if found else say.NOTHING_LISTED}


def _notes(review: Review, who: str, learnt: str, support: str) -> list[dict[str, str]]:
    name = (review.owner_name if who == "owner" else review.viewer_name) or (say.TECHNICIAN if who == "owner" else say.RATED_BY)
    return [
        {"label": f"{name}: {label}", "text": text} for label, text in ((say.LEARNT_SINCE, learnt), (say.SUPPORT_SINCE, support)) if text
    ]
