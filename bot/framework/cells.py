"""From the cells of a competency file to resolved expectations: references followed, doubts kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.framework.model import Expectation, Place, Role, Statement, Strand
from bot.framework.shapes import CompetencyShape, ExpectationShape
from bot.framework.sheets import Faults, Sheet

_MEANS_NO = {"no", "none", "n/a", "na", "nil", "-", "—", "not expected", "not applicable"}


@dataclass(slots=True)
class Cells:
    """The cells of one competency, resolved once each; faults are gathered and a faulty cell resolves to nothing."""

    sheet: Sheet[CompetencyShape]
    document: str
    roles: Mapping[str, Role]
    strands: Mapping[str, Strand]
    faults: Faults

    def expectations(self) -> dict[str, Expectation]:
        """The expectation of every role of the framework."""
        self._check_roles()
        found = {role: self._expectation(role, ()) for role in self.roles}
        self._check_strands_used()
        return found

    def _check_roles(self) -> None:
        shape = self.sheet.shape
        for role in shape.expectations:
            if role not in self.roles:
                self.faults.unknown(self.sheet, ("expectations", role), "role", role, self.roles)
        for index, role in enumerate(shape.blank):
            if role not in self.roles:
                self.faults.unknown(self.sheet, ("blank", index), "role", role, self.roles)
            elif role in shape.expectations:
                self.faults.at(self.sheet, ("blank", index), f"`{role}` is blank and has an expectation.", "Keep one of the two.")
        for role in self.roles.keys() - shape.expectations.keys() - set(shape.blank):
            what = f"`{role}` has no expectation."
            self.faults.at(self.sheet, ("expectations",), what, "Add it, or list it under `blank` if the source leaves the cell empty.")
        for role, cell in shape.expectations.items():
            self._check_cell(role, cell)

    def _check_cell(self, role: str, cell: ExpectationShape) -> None:
        given = [bool(cell.statements), cell.same_as is not None, cell.not_expected, cell.unclear is not None]
        at = ("expectations", role)
        if not any(given):
            remedy = "Write `not_expected: true` if the source says no, or list the role under `blank` if it says nothing."
            self.faults.at(self.sheet, at, f"`{role}` says nothing.", remedy)
        elif sum(given) > 1:
            what = f"`{role}` has more than one of statements, same_as, not_expected and unclear."
            self.faults.at(self.sheet, at, what, "Keep one; what the source adds to a reference goes under `adds`.")
        if cell.reference and cell.same_as is None:
            self.faults.at(self.sheet, (*at, "reference"), f"`{role}` refers to nothing.", "Name the role in `same_as`, or remove it.")
        if cell.adds and cell.same_as is None:
            self.faults.at(self.sheet, (*at, "adds"), f"`{role}` adds to nothing.", "Name the role in `same_as`, or write `statements`.")
        for field, said in (("statements", cell.statements), ("adds", cell.adds)):
            for strand, texts in said.items():
                self._check_said((*at, field, strand), strand, texts)

    def _check_said(self, at: tuple[str, ...], strand: str, texts: list[str]) -> None:
        if strand not in self.strands:
            self.faults.unknown(self.sheet, at, "strand", strand, self.strands)
        for text in texts:
            if text.strip(" .").lower() in _MEANS_NO:
                self.faults.at(self.sheet, at, f"“{text}” is no expectation.", "Write `not_expected: true` for the role instead.")

    def _check_strands_used(self) -> None:
        used = {strand for cell in self.sheet.shape.expectations.values() for strand in (*cell.statements, *cell.adds)}
        for strand in self.strands:
            if strand not in used:
                self.faults.at(self.sheet, ("strands", strand), f"No statement uses the strand `{strand}`.", "Use it or remove it.")

    def _expectation(self, role: str, asked: tuple[str, ...]) -> Expectation:
        shape = self.sheet.shape
        cell = shape.expectations.get(role)
        place = self._place(role, None)
        if cell is None:
            return Expectation(role, shape.id, "blank", place=place)
        notes = (cell.note,) if cell.note else ()
        also = tuple(cell.also_said)
        if cell.not_expected:
            return Expectation(role, shape.id, "not_expected", notes=notes, also_said=also, place=place)
        if cell.unclear is not None:
            return Expectation(role, shape.id, "unclear", notes=(cell.unclear, *notes), also_said=also, place=place)
        if cell.same_as is None:
            return Expectation(role, shape.id, "stated", self._said(role, cell.statements), (), notes, also, place)
        referred = self._referred(role, cell.same_as, (*asked, role))
        if referred is None:
            return Expectation(role, shape.id, "unclear", notes=notes, also_said=also, place=place)
        kind = "stated" if cell.adds else referred.kind
        statements = self._ordered((*referred.statements, *self._said(role, cell.adds)))
        same_as = (referred.role, *referred.same_as)
        return Expectation(role, shape.id, kind, statements, same_as, notes, also, place)

    def _referred(self, role: str, same_as: str | int, asked: tuple[str, ...]) -> Expectation | None:
        at = ("expectations", role, "same_as")
        if same_as not in self.roles:
            at_grade = [r.id for r in self.roles.values() if str(r.grade) == str(same_as).lower().removeprefix("grade").strip(" -")]
            if at_grade:
                self.faults.at(self.sheet, at, f"“{same_as}” is a grade, not a role.", f"Name the role meant: {' or '.join(at_grade)}.")
            else:
                self.faults.unknown(self.sheet, at, "role", same_as, self.roles)
            return None
        target = str(same_as)
        if target in asked:
            circle = " → ".join((*asked[asked.index(target) :], target))
            remedy = "Point it at a cell with statements, or write `unclear:` if the source itself goes round."
            self.faults.at(self.sheet, at, f"The reference goes round in a circle: {circle}.", remedy)
            return None
        referred = self._expectation(target, asked)
        if referred.kind in ("blank", "unclear") and target in self.sheet.shape.blank:
            self.faults.at(self.sheet, at, f"`{target}` is blank, so there is nothing to refer to.", "Write `unclear:` and say why.")
        return referred

    def _said(self, role: str, said: Mapping[str, list[str]]) -> tuple[Statement, ...]:
        known = [(self.strands[strand], text) for strand, texts in said.items() if strand in self.strands for text in texts]
        return self._ordered(tuple(Statement(strand, text, role, self._place(role, strand.row)) for strand, text in known))

    def _ordered(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        order = {strand: number for number, strand in enumerate(self.strands)}
        return tuple(sorted(statements, key=lambda statement: order[statement.strand.id]))

    def _place(self, role: str, row: str | None) -> Place:
        source = self.sheet.shape.place
        return Place(self.document, source.figure, row or source.row, self.roles[role].place.column)
