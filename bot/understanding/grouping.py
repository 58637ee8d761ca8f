"""Near ones together: questions that differ only in spelling, order or small words are one."""

from collections.abc import Iterable

from rapidfuzz import fuzz

NEAR = 84  # of 100: so alike are two questions that ask the same


def grouped(texts: Iterable[str]) -> list[list[int]]:
    """The places of the texts, those that ask the same together, in the order in which each group begins."""
    groups: list[tuple[str, list[int]]] = []
    for place, text in enumerate(texts):
        plain = " ".join(word for word in text.casefold().replace("?", " ").split())
        near = next((places for said, places in groups if _alike(plain, said)), None)
        if near is None:
            groups.append((plain, [place]))
        else:
            near.append(place)
    return [places for _, places in groups]


def _alike(one: str, other: str) -> bool:
    """Grades and other numbers tell nothing of what is asked, so "at grade 5" and "at grade 7" are alike."""
    return fuzz.token_sort_ratio(_without_digits(one), _without_digits(other)) >= NEAR


def _without_digits(text: str) -> str:
    return "".join("0" if letter.isdigit() else letter for letter in text)
