"""A view becomes an Adaptive Card 1.5 as plain JSON, through Microsoft's typed models."""

from typing import Any

from microsoft_teams.cards import (
    AdaptiveCard,
    CardElement,
    Column,
    ColumnSet,
    Container,
    ExecuteAction,
    RichTextBlock,
    SubmitAction,
    SubmitActionData,
    TeamsCardProperties,
    TextBlock,
    TextRun,
)

from bot.cards.markdown import PRESS_SIGN, escaped
from bot.cards.payloads import Payload, pack
from bot.cards.view import Line, Row, Section, View
from bot.phrases.en.sources import doubt


def draw(view: View, text: str) -> dict[str, Any]:
    """The card of a view; `text` is shown where a client draws no cards."""
    body: list[CardElement] = [_text(view.title, weight="Bolder", size="Medium", style="heading")]
    if view.lead:
        body.append(_text(view.lead, spacing="Small"))
    for section in view.sections:
        body += section_elements(section)
    if view.rows_heading:
        body.append(_text(view.rows_heading, weight="Bolder", separator=True, spacing="Medium"))
    body += [_row(row) for row in view.rows]
    if view.source:
        body.append(_text(view.source, size="Small", isSubtle=True, separator=True, spacing="Medium"))
    card = AdaptiveCard(
        version="1.5",
        fallback_text=text,
        msteams=TeamsCardProperties(width="full"),
        body=body,
        actions=[_action(button.title, button.payload, button.style) for button in view.buttons] or None,
    )
    return card.model_dump(by_alias=True, exclude_none=True)


def section_elements(section: Section) -> list[CardElement]:
    """The elements of one section."""
    elements: list[CardElement] = []
    if section.heading:
        elements.append(_text(section.heading, size="Default", weight="Bolder", separator=True, spacing="Medium", style="heading"))
    if section.intro:
        elements.append(_text(section.intro, isSubtle=True, spacing="Small"))
    for line in section.lines:
        elements += _line(line)
    if section.notes:
        notes: list[CardElement] = [_text(doubt(note), size="Small") for note in section.notes]
        elements.append(Container(style="emphasis", spacing="Small", items=notes))
    return elements


def _text(words: str, **look: Any) -> TextBlock:
    return TextBlock.model_validate({"text": escaped(words), "wrap": True, **look})


def _line(line: Line) -> list[CardElement]:
    runs = [TextRun(text=f"{line.label}: ", weight="Bolder")] if line.label else []
    runs.append(TextRun(text=line.text))
    if line.aside:
        runs.append(TextRun(text=f" ({line.aside})", is_subtle=True, italic=True))
    elements: list[CardElement] = [RichTextBlock(inlines=list(runs), spacing="Small")]
    if line.below:
        elements.append(_text(line.below, size="Small", isSubtle=True, spacing="None"))
    return elements


def _row(row: Row) -> Container:
    words: list[CardElement] = [_text(row.title, weight="Bolder")]
    if row.detail:
        words.append(_text(row.detail, size="Small", spacing="None"))
    sign = Column(width="auto", vertical_content_alignment="Center", items=[_text(PRESS_SIGN, size="Large", color="Accent")])
    columns = ColumnSet(columns=[Column(width="stretch", items=words), sign])
    return Container(items=[columns], spacing="Small", separator=True, select_action=_action(row.title, row.payload, "default"))


def _action(title: str, payload: Payload, style: str) -> ExecuteAction:
    verb, data = pack(payload)
    fallback = SubmitAction(title=title, data=SubmitActionData.model_validate({**data, "verb": verb}))
    action = ExecuteAction(title=title, verb=verb, data=SubmitActionData.model_validate(data), fallback=fallback)
    return action if style == "default" else action.with_style("destructive")
