"""How people call a role by its title: with words cut short or left out, as far as that names no other role."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product

from bot.importing.cleaning import key
from bot.importing.grades import without_descriptor
from bot.importing.matrix import MatrixRole
from bot.importing.words import ImportWords

_MOST = 60  # aliases of one role
_OF = re.compile(r"\s(?:of|for|in)\s")


def role_aliases(roles: Sequence[MatrixRole], families: Iterable[str], words: ImportWords) -> dict[str, list[str]]:
    """Other ways to say each role's titles. What could be two roles, or is how a path is called, is none."""
    said = {role.id: list(dict.fromkeys(form for title in role.titles for form in _forms(title, words))) for role in roles}
    counted = Counter(form for forms in said.values() for form in forms)
    taken = {key(name) for name in families} | {key(without_descriptor(title)) for role in roles for title in role.titles}
    return {id_: [form for form in forms if counted[form] == 1 and form not in taken][:_MOST] for id_, forms in said.items()}


def _forms(title: str, words: ImportWords) -> list[str]:
    """A title in small letters, whole and without the words people leave out, each word as it is and cut short."""
    whole = key(without_descriptor(title))
    head = key(_OF.split(without_descriptor(title).lower())[0])
    bare = " ".join(word for word in whole.split() if word not in words.shape.unsaid_words)
    parts = [part for part in map(key, without_descriptor(title).split("/")) if " " in part]
    said = dict.fromkeys((whole, bare, head, _without_last(whole, words), _without_last(bare, words), *parts))
    found = [form for each in said if each for form in _shortened(each, words)]
    return [form for form in dict.fromkeys(found) if form != whole and (" " in form or form == head)]


def _without_last(title: str, words: ImportWords) -> str:
    """A title without its last word, where the one before says what kind of role it is too: "senior specialist technician"."""
    *most, before, last = ["", *title.split()]
    kinds = {word for members in words.shape.families.values() for word in members}
    says_kind = {before, last} <= kinds and before not in words.shape.unsaid_words
    return " ".join([*most, before]).strip() if any(most) and says_kind else ""


def _shortened(title: str, words: ImportWords) -> list[str]:
    ways = [(word, *words.shape.short_words.get(word, ())) for word in title.split()]
    return [" ".join(chosen) for chosen in list(product(*ways))[:_MOST]]
