"""What an author does with a draft: choose lines, reword them, add their own, enter duties, decide who must and who should."""

import re
from collections.abc import Collection, Iterable

from bot.framework.model import Framework
from bot.vacancies.draft import Decision, Draft, DraftSection, Entered, Line, Need, key
from bot.vacancies.sections import most_duties, offered
from bot.vacancies.specification import person_specification


def chosen(framework: Framework, draft: Draft, section: DraftSection, keys: Collection[str]) -> Draft:
    """With just these lines of what a section offers, in the order they are offered in."""
    role = framework.roles.get(draft.role)
    lines = offered(framework, role, section) if role else section.lines
    return draft.with_section(section.with_(lines=tuple(line for line in lines if key(line.text) in keys)))


def with_own(draft: Draft, section: DraftSection, text: str) -> Draft:
    """With a line of the author's own at the end of a section; nothing twice."""
    if any(line.text == text for line in section.lines):
        return draft
    return draft.with_section(section.with_(lines=(*section.lines, Line(text=text))))


def reworded(draft: Draft, section: DraftSection, line: Line, text: str) -> Draft:
    """With a line said in the author's words, put in where it was not chosen."""
    new = Line(text=text)
    there = line in section.lines
    lines = tuple(new if each == line else each for each in section.lines) if there else (*section.lines, new)
    return draft.with_section(section.with_(lines=lines))


def with_duties(framework: Framework, draft: Draft, duties: Iterable[str]) -> Draft:
    """With these duties, each once, as many as there may be."""
    kept = tuple(dict.fromkeys(duty for duty in duties if duty))[: most_duties(framework)]
    return draft.with_(duties=kept)  # type: ignore[no-any-return]


def decided(framework: Framework, draft: Draft, text: str, need: Need) -> Draft:
    """With a line of the person specification needed, wished for or left out; a new one is the author's own."""
    known = {each.text: each.of for each in person_specification(framework, draft)}
    own = known.get(text, "own") == "own"
    others = [each for each in draft.person if each.text != text]
    at = next((at for at, each in enumerate(draft.person) if each.text == text), len(others))
    kept = [] if own and need == "no" else [Decision(text=text, need=need, own=own)]
    return draft.with_(person=(*others[:at], *kept, *others[at:]))  # type: ignore[no-any-return]


def replaced(draft: Draft, old: str, new: str) -> Draft:
    """With other words in every text where these stand; a line that changes so is the author's own from then on."""

    words = re.compile(rf"(?<![\w-])(?:(?P<article>an?)\s+)?{re.escape(old)}(?![\w-])", re.IGNORECASE)
    article = "an" if new[:1].lower() in "aeiou" else "a"

    def put(found: re.Match[str]) -> str:
        before = found["article"]
        return new if not before else f"{article.capitalize() if before[0].isupper() else article} {new}"

    def said(text: str) -> str:
        return words.sub(put, text)

    def line(of: Line) -> Line:
        return Line(text=said(of.text)) if words.search(of.text) else of

    return draft.with_(  # type: ignore[no-any-return]
        header=tuple(Entered(id=each.id, text=said(each.text)) for each in draft.header),
        sections=tuple(section.with_(lines=tuple(map(line, section.lines))) for section in draft.sections),
        duties=tuple(map(said, draft.duties)),
        person=tuple(each.with_(text=said(each.text), own=each.own or said(each.text) != each.text) for each in draft.person),
        criteria=said(draft.criteria),
    )
