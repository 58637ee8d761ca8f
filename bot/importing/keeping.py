"""What an institution added to an imported framework, kept when the document is imported once more."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from bot.framework.faults import KnowledgeError
from bot.framework.sayings import FILE as SAID
from bot.framework.sentences import FILE as SENTENCES
from bot.framework.yaml_file import read_yaml
from bot.importing.source import Findings

Data = dict[str, Any]
_OF_COMPETENCY = ("aliases", "hints", "asked_as")
_MADE_HERE = "The document says “"  # how the notes begin that an import writes itself
TAUGHT = (SAID, SENTENCES)
"""What was taught to the assistant, in files of its own: kept letter for letter."""
_OPTIONAL = ("assessment.yaml", "development.yaml", "progression.yaml", "plan.yaml", "guide.yaml")


def read_old(folder: Path) -> dict[str, Data]:
    """The files of a framework folder as they stand. Raises KnowledgeError where one cannot be read."""
    found: dict[str, Data] = {}
    for path in sorted(path for path in folder.rglob("*.yaml") if path.name not in TAUGHT):
        file, faults = read_yaml(path)
        if file is None or faults or not isinstance(file.content, dict):
            raise KnowledgeError(faults)
        found[path.relative_to(folder).as_posix()] = file.content
    return found


def keep_added(files: dict[str, Data], old: Mapping[str, Data], findings: Findings) -> dict[str, Data]:
    """The new files with the aliases, short names, everyday phrases and notes of the old ones."""
    kept = dict(files)
    _keep_top(kept["framework.yaml"], old.get("framework.yaml", {}), set(_competency_ids(files)), findings)
    for name, before in old.items():
        if name.startswith("competencies/"):
            if name in kept:
                _keep_competency(kept[name], before, findings)
            else:
                _tell_lost(before, findings)
    if "guide.yaml" in kept and "guide.yaml" in old:
        _keep_listed(kept["guide.yaml"]["topics"], old["guide.yaml"].get("topics", []), ("aliases", "asked_as"), ("fact", "next"))
    _keep_crosswalk(kept, old, set(_competency_ids(files)))
    for name in _OPTIONAL:
        if name in kept and "note" in old.get(name, {}):
            kept[name]["note"] = old[name]["note"]
    return kept


def _keep_crosswalk(kept: dict[str, Data], old: Mapping[str, Data], known: set[str]) -> None:
    """What corresponds to what was looked through by somebody, so the old file goes before the new guess."""
    if "crosswalk.yaml" in old:
        id_ = kept["framework.yaml"]["id"]
        pairs = [pair for pair in old["crosswalk.yaml"].get("pairs", []) if _ids(pair.get(id_)) <= known]
        kept["crosswalk.yaml"] = {**old["crosswalk.yaml"], "pairs": pairs}


def _ids(side: object) -> set[str]:
    return {side} if isinstance(side, str) else set(side) if isinstance(side, list) else set()


def _competency_ids(files: Iterable[str]) -> list[str]:
    return [name.removeprefix("competencies/").removesuffix(".yaml") for name in files if name.startswith("competencies/")]


def _keep_top(new: Data, old: Data, known: set[str], findings: Findings) -> None:
    for field in ("notes", "role_specific_points", "words"):
        if field in old:
            new[field] = old[field]
    _keep_listed(new["roles"], old.get("roles", []), ("aliases",), ())
    _keep_listed(new["paths"], old.get("paths", []), ("aliases",), ())
    for each in old.get("ambiguous", []):
        if set(each["competencies"]) <= known:
            new["ambiguous"].append(each)
        else:
            findings.leave_out(f"“{each['words'][0]}” was ambiguous between competencies that the new document does not have.")


def _keep_listed(new: list[Data], old: list[Data], lists: tuple[str, ...], fields: tuple[str, ...]) -> None:
    before = {each["id"]: each for each in old}
    ids = {each["id"] for each in new}
    for each in new:
        found = before.get(each["id"], {})
        for name in lists:
            each[name] = list(dict.fromkeys([*each.get(name, []), *found.get(name, [])]))
        for field in fields:
            if field in found and (field != "next" or found[field] in ids):
                each[field] = found[field]


def _keep_competency(new: Data, old: Data, findings: Findings) -> None:
    for field in ("short", "about"):
        new[field] = old.get(field, new[field])
    for field in _OF_COMPETENCY:
        new[field] = list(dict.fromkeys([*new[field], *old.get(field, [])]))
    for role, cell in old.get("expectations", {}).items():
        now = new["expectations"].get(role)
        if now is None:
            if cell.get("also_said") or _added_note(cell):
                findings.leave_out(f"What was noted at {role} for {new['names']['matrix']}: the new document says nothing there.")
            continue
        if cell.get("also_said"):
            now["also_said"] = cell["also_said"]
        if note := _added_note(cell):
            now["note"] = " ".join(part for part in (now.get("note", ""), note) if part)


def _added_note(cell: Data) -> str:
    """A note that somebody wrote; after one that an import wrote, what was added to it."""
    note = str(cell.get("note", ""))
    if note.startswith(_MADE_HERE):
        _, ends, rest = note.partition("; read here as ")
        return rest.partition(". ")[2] if ends else ""
    return note


def _tell_lost(old: Data, findings: Findings) -> None:
    words = [word for field in _OF_COMPETENCY for word in old.get(field, [])]
    if words:
        told = ", ".join(words[:8]) + (" ..." if len(words) > 8 else "")  # noqa: PLR2004 (a line of a report)
        findings.leave_out(f"The new document has no “{old.get('short', old.get('id'))}”; its aliases are gone: {told}.")


def taught(folder: Path) -> dict[str, str]:
    """The files with what was taught, as they are."""
    return {name: (folder / name).read_text(encoding="utf-8") for name in TAUGHT if (folder / name).is_file()}
