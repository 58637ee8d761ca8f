"""How people call a role by its title, told from the title alone."""

import pytest

from bot.importing.matrix import MatrixRole
from bot.importing.titles import role_aliases
from tests.importing.bringing import import_words

TITLES = (
    "Senior Technician",
    "Senior Technical Specialist",
    "Departmental Operations Manager",
    "Director of Technical Operations",
    "Lead / Chief Officer",
)
ALIASES = role_aliases([MatrixRole(title, 1, title, (title,), "", (), "") for title in TITLES], ["technician", "manager"], import_words())


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Senior Technician", "snr tech"),
        ("Senior Technical Specialist", "senior specialist"),
        ("Senior Technical Specialist", "sr tech spec"),
        ("Departmental Operations Manager", "ops manager"),
        ("Departmental Operations Manager", "dept ops mgr"),
        ("Director of Technical Operations", "director"),
        ("Director of Technical Operations", "director of ops"),
        ("Lead / Chief Officer", "chief officer"),
    ],
)
def test_a_title_is_heard_with_words_cut_short_or_left_out(title: str, said: str) -> None:
    assert said in ALIASES[title]


@pytest.mark.parametrize("said", ["tech", "mgr", "manager", "technician", "spec", "lead", "ops"])
def test_a_single_short_word_names_no_role(said: str) -> None:
    assert not any(said in aliases for aliases in ALIASES.values())


def test_what_could_be_two_roles_names_neither() -> None:
    roles = [MatrixRole(id_, 1, title, (title,), "", (), "") for id_, title in (("a", "Technical Officer"), ("b", "Tech Officer"))]
    aliases = role_aliases(roles, [], import_words())
    assert "tech officer" not in (*aliases["a"], *aliases["b"])
