"""What a draft was before its last change, so that the change can be taken back, and what it was about."""

from typing import Literal

from bot.vacancies.draft import Before, Draft

Part = Literal["role", "header", "sections", "duties", "person", "career", "criteria"]
PARTS: tuple[Part, ...] = ("role", "header", "sections", "duties", "person", "career", "criteria")


def remembered(before: Draft, after: Draft) -> Draft:
    """The draft after a change, with what the change replaced."""
    parts = changed(before, after)
    if not parts:
        return after
    return after.with_(before=Before(parts=parts, **{part: getattr(before, part) for part in parts}))  # type: ignore[no-any-return]


def changed(before: Draft, after: Draft) -> tuple[Part, ...]:
    """The parts in which two states differ."""
    return tuple(part for part in PARTS if getattr(before, part) != getattr(after, part))


def taken_back(draft: Draft) -> Draft | None:
    """The draft as it was before its last change; None where there is none."""
    parts = [part for part in PARTS if draft.before and part in draft.before.parts]
    return draft.with_(**{part: getattr(draft.before, part) for part in parts}) if parts else None


def sections_changed(before: Draft, after: Draft) -> tuple[str, ...]:
    """The names of the sections whose lines differ."""
    names = {each.id: each.name for draft in (before, after) for each in draft.sections}
    return tuple(name for id_, name in names.items() if before.section(id_) != after.section(id_))


def fields_changed(before: Draft, after: Draft) -> tuple[str, ...]:
    """The ids of the fields of the header that hold something else."""
    ids = dict.fromkeys(each.id for draft in (before, after) for each in draft.header)
    return tuple(id_ for id_ in ids if before.entered(id_) != after.entered(id_))
