"""The message extension: a search from the compose box gives cards to insert."""

import json
from typing import Any

import pytest

from tests.chat import Chat
from tests.msteams.talking import shipped

CARD = "application/vnd.microsoft.card.adaptive"
QUERY = "composeExtension/query"
NOTHING = {"composeExtension": {"type": "result", "attachmentLayout": "list", "attachments": []}}


async def queries(chat: Chat, value: Any, **members: Any) -> dict[str, Any]:
    """Send a query: what the compose box is to show."""
    status, answer = await chat.deliver(chat.activity("invoke", name=QUERY, value=value, **members))
    assert status == 200
    shown: dict[str, Any] = answer["composeExtension"]
    return shown


async def searches(chat: Chat, text: Any, **members: Any) -> dict[str, Any]:
    """Type something into the compose box."""
    parameters = [{"name": "searchText", "value": text}]
    return await queries(chat, {"commandId": "search", "parameters": parameters, "queryOptions": {"skip": 0, "count": 25}}, **members)


def titles(shown: dict[str, Any]) -> list[str]:
    """What there is to choose from."""
    return [each["preview"]["content"]["title"] for each in shown["attachments"]]


async def test_a_grade_and_a_topic_give_its_roles_their_neighbours_and_the_topic_through_the_grades(talk: Chat) -> None:
    shown = await searches(talk, "grade 7 budgets")
    assert (shown["type"], shown["attachmentLayout"]) == ("result", "list")
    assert titles(shown) == [
        "Budgets: grade 7, Specialist Technician",
        "Budgets: grade 7, Facility, Laboratory or Technical Manager",
        "Budgets: grade 6, Senior Technician",
        "Budgets: grade 8, Senior Specialist Technician",
        "Budgets: grade 8, Senior Technical or Technical Operations Manager",
        "Budgets, grade by grade",
    ]


@pytest.mark.parametrize(
    ("text", "first", "least"),
    [
        ("budgets", "Budgets, grade by grade", 5),
        ("<b>budgets</b>", "Budgets, grade by grade", 5),
        ("7", "Grade 7, Specialist Technician", 5),
        ("compare 6 and 7", "Grades 6 and 7 compared", 5),
        ("how do i get better at budgets", "Developing budgets", 5),
        ("who manages a budget", "Which grade?", 5),
        ("evidence", "Evidence for a score", 1),
        ("grade 5 to 6 progression", "Getting from grade 5 to grade 6", 5),
    ],
)
async def test_what_was_meant_stands_at_the_top(talk: Chat, text: str, first: str, least: int) -> None:
    found = titles(await searches(talk, text))
    assert any(title.startswith(first) for title in found[:2])
    assert least <= len(found) <= 8
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "value",
    [
        {"parameters": [{"name": "initialRun", "value": "true"}]},
        {"parameters": [{"name": "searchText", "value": ""}]},
        {"parameters": [{"name": "searchText", "value": "  "}]},
        {"parameters": []},
        {"commandId": "search"},
        {"parameters": [7, {"name": "searchText"}, {"value": 7}]},
        {"parameters": {"searchText": "budgets"}},
        [],
        "budgets",
        None,
    ],
)
async def test_before_anything_is_typed_there_are_examples(talk: Chat, value: Any) -> None:
    found = titles(await queries(talk, value))
    assert len(found) == 5
    assert found[0] == "What is expected at grade 6 for safety?"


@pytest.mark.parametrize(
    "text",
    ["asdf qwer", "who won the cup final", "x" * 10_000, "grade 42", "42", "?!", "\U0001f600", "hi"],
)
async def test_an_odd_query_gets_a_friendly_sentence(talk: Chat, text: str) -> None:
    shown = await searches(talk, text)
    assert shown["type"] == "message"
    assert "grade" in shown["text"]


@pytest.mark.parametrize("text", ["' OR 1=1 --", "{{7*7}}", "<at>x</at>", "</script>", "%s%n", "NULL", "\u202e7 edarg", "7" * 300])
async def test_whatever_is_typed_gets_results_or_a_sentence(talk: Chat, text: str) -> None:
    shown = await searches(talk, text)
    assert shown.get("attachments") or shown.get("text")


@pytest.mark.parametrize("text", ["my data", "I'm a grade 5", "start my self-assessment", "remind me in march"])
async def test_nothing_about_a_person_is_searched_for(talk: Chat, text: str) -> None:
    shown = await searches(talk, text)
    assert shown["type"] == "message"
    assert "our own chat" in shown["text"]


async def test_a_further_page_is_empty(talk: Chat) -> None:
    parameters = [{"name": "searchText", "value": "budgets"}]
    assert {"composeExtension": await queries(talk, {"parameters": parameters, "queryOptions": {"skip": 25}})} == NOTHING


async def test_a_search_uses_and_changes_nothing_of_the_person_and_the_conversation(talk: Chat) -> None:
    await talk.says("I'm a grade 5 technician")
    await talk.says("safety at grade 6")
    before = (await talk.says("my data")).body["attachments"]
    plain = await searches(talk, "what is expected of me for budgets")
    assert titles(plain)[0] == "Budgets, grade by grade"
    assert (await talk.says("my data")).body["attachments"] == before


async def test_a_search_that_fails_says_so(chat: Chat) -> None:
    shown = await searches(chat, "fail")
    assert shown["type"] == "message"
    assert "quote" in shown["text"]


@pytest.mark.parametrize("name", ["composeExtension/queryLink", "composeExtension/anonymousQueryLink", "composeExtension/selectItem"])
async def test_links_and_chosen_items_need_nothing_more(chat: Chat, name: str) -> None:
    assert await chat.deliver(chat.activity("invoke", name=name, value={"url": "https://example.com"})) == (200, NOTHING)


@pytest.mark.parametrize(
    "name",
    ["fetchTask", "submitAction", "querySettingUrl", "setting", "onCardButtonClicked"],
)
async def test_the_other_invokes_of_an_extension_get_a_clean_answer(chat: Chat, name: str) -> None:
    status, _ = await chat.deliver(chat.activity("invoke", name=f"composeExtension/{name}", value={"commandId": "x"}))
    assert status == 200


QUESTIONS = [
    *(f"grade {grade}" for grade in range(3, 10)),
    *(f"{topic} at grade {grade}" for topic in ("safety", "budgets", "teaching delivery") for grade in (3, 7, 9)),
    *(f"{lower} to {lower + 1}" for lower in range(3, 9)),
    "everything that changes between 3 and 9",
    "planning or communication",
    "how do i develop teamwork",
    "what is a mentor good for",
    "who orders consumables",
    "do i need evidence",
    "what are career pathways",
    "what is expected through all grades for safety",
    "",
]


@pytest.mark.parametrize("text", QUESTIONS)
def test_a_card_to_insert_names_its_source_and_has_nothing_to_press(text: str) -> None:
    for hit in shipped().search(text).found:
        written = json.dumps(hit.card)
        assert '"Action.' not in written
        assert "selectAction" not in written
        assert not any(word in written for word in ("Press ", "press one"))
        assert "from " in hit.card["body"][-1]["text"] or "from " in hit.card["body"][-2]["text"]
        assert hit.title
        assert hit.line
        assert len(written.encode("utf-16")) < 56_000
