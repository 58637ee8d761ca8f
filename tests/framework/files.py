"""A small framework as files, valid as written, for tests that spoil it one fault at a time."""

from dataclasses import dataclass
from pathlib import Path

from bot.framework.faults import Fault, KnowledgeError
from bot.framework.folder import read_framework
from bot.framework.model import Framework

FILES = {
    "framework.yaml": """\
id: small
name: Small Framework
institution: A University
document: The Guide
version: "1"
wording: own
grades:
  - {grade: 1}
  - {grade: 2, bands: [1, 2]}
  - {grade: 3}
paths:
  - {id: technical, name: Technical, aliases: [technical path]}
  - {id: manager, name: Manager}
roles:
  - id: helper
    grade: 1
    path: technical
    title: Helper
    titles: [Helper]
    aliases: [hand]
    place: {figure: Figure 1, column: Grade 1}
  - id: maker
    grade: 2
    path: technical
    title: Maker
    titles: [Maker]
    aliases: [craftsman]
    place: {figure: Figure 1, column: Grade 2}
  - id: expert
    grade: 3
    path: technical
    title: Expert
    titles: [Expert]
    place: {figure: Figure 1, column: "Grade 3, Technical"}
  - id: leader
    grade: 3
    path: manager
    title: Leader
    titles: [Leader]
    place: {figure: Figure 1, column: "Grade 3, Manager"}
ambiguous:
  - words: [working]
    competencies:
      - talking
      - mending
    question: Do you mean talking or mending?
notes:
  - {id: a-note, text: The source is silent here.}
""",
    "competencies/talking.yaml": """\
id: talking
order: 1
names: {matrix: Talking to people, grid: Talk}
short: Talking
about: Talking to people and being understood.
place: {figure: Figure 1, row: Talking}
aliases:
  - talk
  - chatting
hints: [gossip]
strands:
  asking: Asking
  saying: Saying
  doing: Doing
expectations:
  helper:
    statements:
      saying: Says what is asked.
    also_said: [says it]
  maker:
    same_as: helper
    adds:
      doing: Does as agreed.
      asking: [Asks first., Asks again.]
  expert:
    same_as: maker
    adds:
      saying: Says more than is asked.
    note: The source says grade 2.
  leader:
    same_as: expert
""",
    "competencies/mending.yaml": """\
id: mending
order: 2
names: {matrix: Mending things, template: Mending}
short: Mending
about: Mending what is broken.
place: {figure: Figure 1, row: Mending}
aliases:
  - mend
rows: {1: Mending (1), 2: Mending (2)}
strands:
  finding: {name: Finding faults, row: 1}
  fixing: {name: Fixing them, row: 2}
expectations:
  helper: {not_expected: true}
  maker:
    same_as: helper
  expert:
    statements:
      finding: Finds what is broken.
      fixing: Mends it.
blank:
  - leader
""",
    "assessment.yaml": """\
place: {figure: Figure 2}
scale: {lowest: 1, highest: 10, step: 0.5, meaning: {1: Low., 10: High.}}
rows:
  - id: talk
    name: Talk
    competencies:
      - talking
outside:
  mending: The source has no row for it.
""",
    "development.yaml": """\
place: {figure: Figure 3}
opportunities:
  - id: course
    name: A course
    kind: course
    good_for: Talking in public.
rows:
  talk:
    - course
""",
    "progression.yaml": """\
steps:
  - from: 1
    to: 2
    place: {section: Section 1}
    criteria:
      - {id: shows, text: Shows it., competencies: [talking]}
    assessment:
      - {id: asked, text: Is asked., competencies: [mending]}
""",
    "plan.yaml": """\
place: {section: Section 2}
columns:
  - {id: objective, name: Objective, asks: What do I wish to learn?}
""",
    "job_description.yaml": """\
place: {section: Section 3}
header:
  - {id: title, name: Title}
sections:
  - id: all
    name: All
    competencies:
      - talking
outside:
  mending: The template has no section for it.
""",
    "guide.yaml": """\
topics:
  - id: first
    title: The first topic
    place: {section: Section 4}
    says: It begins.
    next: second
  - id: second
    title: The second topic
    place: {section: Section 5}
    says: [It goes on., It ends.]
""",
}


@dataclass(frozen=True)
class Small:
    """The files in a folder of a test's own."""

    folder: Path

    def path(self, file: str) -> Path:
        """The path of one of the files."""
        return self.folder / file

    def change(self, file: str, old: str, new: str) -> None:
        """Write `new` for `old`, which stands exactly once in the file."""
        text = self.path(file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.path(file).write_text(text.replace(old, new), encoding="utf-8")

    def line(self, file: str, words: str) -> int:
        """The 1-based line in which `words` stand first."""
        before, found, _ = self.path(file).read_text(encoding="utf-8").partition(words)
        assert found, f"{words!r} is not in {file}"
        return before.count("\n") + 1

    def read(self) -> Framework:
        """The framework."""
        return read_framework(self.folder)

    def faults(self) -> tuple[Fault, ...]:
        """The faults of the framework; none if it can be read."""
        try:
            self.read()
        except KnowledgeError as error:
            return error.faults
        return ()


def small_files(parent: Path) -> Small:
    """The small framework, written to a folder inside `parent`."""
    folder = parent / "small"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Small(folder)
