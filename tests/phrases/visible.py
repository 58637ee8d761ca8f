"""Every text of a card, a message, a page or a file that a person could read."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

UNREAD = {
    *("type", "id", "verb", "data", "url", "style", "size", "weight", "color", "spacing", "version", "$schema", "horizontalAlignment"),
    *("verticalContentAlignment", "verticalCellContentAlignment", "width", "height", "iconUrl", "associatedInputs", "userIds", "refresh"),
    *("contentType", "uploadUrl", "contentUrl", "acceptContext", "declineContext", "uniqueId", "fileType", "channelData"),
    *("from", "recipient"),
    *("conversation", "serviceUrl", "channelId", "replyToId", "textFormat", "attachmentLayout", "inputHint", "deliveryMode", "dataset"),
    *(
        "timestamp",
        "localTimestamp",
        "locale",
        "to",
        "targetWidth",
        "minHeight",
        "layout",
        "colorSet",
        "gridStyle",
        "role",
        "mode",
        "importance",
        "requires",
    ),
    *(
        "botId",
        "scopes",
        "manifestVersion",
        "icons",
        "accentColor",
        "defaultInstallScope",
        "permissions",
        "packageName",
        "context",
        "validDomains",
        "responseType",
    ),
    *("error", "code"),  # what a channel is told that sent what it must not
}
"""Members that nobody reads; any other string is taken to be read."""
_TAG = re.compile(r"<(style|script)\b.*?</\1>|<[^>]+>", re.DOTALL)


def texts(value: Any, name: str = "", kind: str = "") -> Iterator[str]:
    """What can be read of a card, an activity or an answer, as plain JSON. The value of a choice or a field is no text of ours."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        holds = str(value.get("type", kind if name == "choices" else ""))
        for key, inner in value.items():
            if key not in UNREAD and not (key == "value" and isinstance(inner, str) and (holds.startswith("Input.") or "title" in value)):
                yield from texts(inner, key, holds)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner, name, kind)


def page_texts(page: str) -> Iterator[str]:
    """What can be read of a page."""
    yield from (text for part in _TAG.sub("\n", page).split("\n") if (text := unescape(part).strip()))


def file_texts(written: bytes) -> Iterator[str]:
    """What can be read of a Word or Excel file: every run of every part, headers, footers and names of sheets too."""
    for name, xml in _parts(written):
        paragraphs = re.split(r"</w:p>|</si>|</is>|</xdr:|</c:|</a:p>", xml)
        shown = ("".join(re.findall(r"<(?:w:t|t|a:t|c:v)(?: [^>]*)?>([^<]*)<", each)) for each in paragraphs)
        yield from (unescape(text) for text in shown if text.strip())
        yield from (unescape(text) for text in re.findall(r'<sheet [^>]*name="([^"]*)"', xml) if name.endswith("workbook.xml"))


def _parts(written: bytes) -> Iterator[tuple[str, str]]:
    with ZipFile(BytesIO(written)) as packed:
        for name in packed.namelist():
            if name.endswith(".xml") and not name.startswith(("docProps", "_rels", "[Content")):
                yield name, packed.read(name).decode()
