"""What the card before somebody offers to press, so that typed words can press it: for every dialog, in one place."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.cards.payloads import pack
from bot.cards.view import Button
from bot.dialogs.asked import Asked
from bot.dialogs.reply import Card
from bot.dialogs.turn import Offer, Offers, Pressed
from bot.understanding.reading import ANSWERED

ONE_SITTING = 3600.0  # seconds; after that, whatever came between may stand below the card, and its buttons are pressed
MOST_BYTES = 12_000  # of what is remembered of a card: what lies beyond, far down a list, is pressed
LONGEST_FIELD = 600  # characters; what is longer in a form is not remembered, and so stays as it is on record
FEW_QUESTIONS = 3  # of a choice of so many questions ("did you mean"), one can be named by its place
BACK, LEAVE = "back", "leave it"
AGREE = ("i agree",)
YES, NO, MORE = ("yes", *AGREE), ("no,", "keep"), ("show more", "more", "next people")


def offers_of(card: Card, now: float) -> Offers | None:
    """What can be pressed on a card, and what its form holds as it was drawn; None where there is nothing but many questions to ask."""
    found, size = [], 0
    for offer in _found(card):
        size += len(json.dumps([offer.title, offer.verb, offer.data]))
        if size > MOST_BYTES:
            break
        found.append(offer)
    return Offers(now, tuple(found), _fields(card)) if found else None


@dataclass(frozen=True, slots=True)
class InWords:
    """A press in words. `unseen` says that what may stand in the form by now did not come with it."""

    press: Pressed
    unseen: bool = False


def pressed_outright(asked: Asked, text: str, way_back: Callable[[Asked], Button | None]) -> InWords | None:
    """The press that words are, whatever else waits: the title of a button or row, its place, or the way back.

    `way_back` finds what leads to what waits for words, where a question was answered in between: then "go back" means that.
    """
    offers = _fresh(asked)
    hears = asked.reader.pressing
    if offers is None:
        return None
    at = hears.named(text, ["" if _is_question(each) else each.title for each in offers.each])
    if at is None and hears.is_("back", text):
        at = _back(offers.each, way_back(asked))
    if at is None:
        at = _of_the_list(asked, text, offers.each)
    return None if at is None else _press(offers, offers.each[at])


def pressed_nearly(asked: Asked, text: str) -> InWords | None:
    """The press that words most likely are, where nobody waits for them: most of a title, or a yes. Never a deletion."""
    offers = _fresh(asked)
    if offers is None or asked.reader.spoken.asks(text):
        return None
    hears, kept = asked.reader.pressing, tuple(each for each in offers.each if not (each.destroys or _is_question(each)))
    at = hears.nearly(text, [each.title for each in kept])
    if at is None:
        at = _plainly(asked, text, kept)
    if at is None:
        rows = [place for place, each in enumerate(kept) if each.row]
        told = hears.tells_apart(text, [kept[row].title for row in rows])
        at = None if told is None else rows[told]
    return None if at is None else _press(offers, kept[at])


def _of_the_list(asked: Asked, text: str, offers: Sequence[Offer]) -> int | None:
    """The row whose place in the list is named: "the second one"."""
    rows = [at for at, each in enumerate(offers) if each.row]
    place = asked.reader.pressing.place(text, [offers[row].title for row in rows])
    return None if place is None else rows[place]


def _plainly(asked: Asked, text: str, kept: Sequence[Offer]) -> int | None:
    """A yes, a no, an "I agree" or a "next", where one button says so."""
    hears = asked.reader.pressing
    if hears.is_("more", text):
        return _beginning(kept, MORE)
    if hears.is_("agree", text):
        return _beginning(kept, AGREE)
    if hears.is_("yes", text):
        return _beginning(kept, YES)
    return _beginning(kept, NO) if hears.is_("no", text) else None


def _beginning(offers: Sequence[Offer], words: tuple[str, ...]) -> int | None:
    """The only one that begins with one of the words."""
    found = [at for at, each in enumerate(offers) if each.title.casefold().startswith(words)]
    return found[0] if len(found) == 1 else None


def _back(offers: Sequence[Offer], way_back: Button | None) -> int | None:
    """The one that leads back: by a step, out of a form, or to what waits, or, where nothing does, to where the card came from."""
    titles = [each.title.casefold() for each in offers]
    stays = next((title for title in (BACK, LEAVE) if title in titles), None)
    if stays is not None:
        return titles.index(stays)
    if way_back is None:
        return _beginning(offers, (f"{BACK} to ",))
    verb, _ = pack(way_back.payload)
    return next((at for at, each in enumerate(offers) if (each.title, each.verb) == (way_back.title, verb)), None)


def _fresh(asked: Asked) -> Offers | None:
    offers = asked.turn.memory.offers
    if offers is None or not asked.personal or not 0 <= asked.turn.now.timestamp() - offers.since < ONE_SITTING:
        return None
    return offers


def _press(offers: Offers, offer: Offer) -> InWords:
    return InWords(Pressed(offer.verb, {**(offers.fields if offer.sends else {}), **offer.data}), offer.saves)


def _found(card: Card) -> Iterator[Offer]:
    """What is not a mere question, which is read as well when it is typed; of a choice of a few, the questions too, for their places."""
    rows = tuple(_rows(card.get("body", ())))
    few = len(rows) <= FEW_QUESTIONS
    for row in rows:
        if _is_move(row) or (few and row.get("verb") == "ask"):
            yield Offer(row["title"], row["verb"], row["data"], row=True)
    written = any(_may_be_filled(each) for each in card.get("body", ()))
    for place, action in enumerate(card.get("actions", ())):
        if _is_move(action):
            sends, destroys = action.get("associatedInputs") != "none", action.get("style") == "destructive"
            saves = written and sends and place == 0  # the first button of a form hands it in
            yield Offer(action["title"], action["verb"], action["data"], sends=sends, saves=saves, destroys=destroys)


def _may_be_filled(element: Mapping[str, Any]) -> bool:
    return element["type"] == "Input.Text" or (element["type"].startswith("Input.") and not element.get("value"))


def _rows(elements: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for element in elements:
        if "selectAction" in element:
            yield element["selectAction"]
        elif element["type"] == "ColumnSet":
            yield from _rows([{"type": "Column", **column} for column in element["columns"]])


def _is_move(action: Mapping[str, Any]) -> bool:
    if action.get("type") != "Action.Execute":
        return False
    return action["verb"] != "ask" or action["data"]["reading"]["intent"] not in ANSWERED


def _is_question(offer: Offer) -> bool:
    return offer.verb == "ask" and offer.data["reading"]["intent"] in ANSWERED


def _fields(card: Card) -> Mapping[str, str]:
    """What the form holds as it was drawn."""
    drawn = {each["id"]: str(each.get("value", "")) for each in card.get("body", ()) if each["type"].startswith("Input.")}
    return {name: value for name, value in drawn.items() if len(value) <= LONGEST_FIELD}
