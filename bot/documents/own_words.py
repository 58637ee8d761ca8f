"""What a file is filled with, in the framework's words for its grades. What people and the framework say stays as it is."""

from dataclasses import dataclass
from typing import Any

from bot.documents.material import Material
from bot.documents.template_files import Templates
from bot.phrases.en.grade_words import OwnWords, differs, said_by, strings


def in_own_words(material: Material, values: dict[str, Any]) -> dict[str, Any]:
    """The values of a template, or of a sheet."""
    about = next((each.framework for each in (material.vacancy, material.assessment, material.dossier) if each), material.profile.framework)
    framework = material.library.frameworks.get(about or "")
    if framework is None or not differs(framework):
        return values
    theirs = (material.plan, material.assessment, material.evidence, material.dossier, material.vacancy, material.review)
    return dict(OwnWords(framework, (*said_by(framework), *strings(theirs))).each(values))


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """Templates that are filled so."""

    templates: Templates
    material: Material

    def fill(self, name: str, values: dict[str, Any], title: str) -> bytes:
        """A template filled."""
        return self.templates.fill(name, in_own_words(self.material, values), title)
