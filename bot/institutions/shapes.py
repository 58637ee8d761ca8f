"""The shape of the file that lists the institutions, as pydantic reads it. What each field means stands in `knowledge/README.md`."""

from typing import Literal

from pydantic import Field

from bot.framework.shapes import Id, Shape, Words


class ContactsShape(Shape):
    distress: dict[Words, Words] = Field(default_factory=dict)
    questions: dict[Words, Words] = Field(default_factory=dict)


class InstitutionShape(Shape):
    tenants: list[Words] = Field(min_length=1)
    name: Words
    framework: Id
    frameworks: list[Id] = Field(default_factory=list)
    templates: Words | None = None
    language: Words | None = None
    contacts: ContactsShape = ContactsShape()
    timezone: Words | None = None
    keep_drafts_months: int | None = None
    keep_months: int | None = None
    question_log: bool | None = None


class InstitutionsShape(Shape):
    others: Literal["default", "refuse"] = "default"
    institutions: dict[Id, InstitutionShape] = Field(min_length=1)
