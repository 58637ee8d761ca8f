"""Behind a link: a page with a Download button, and the file once. Whoever holds the link may have it, so nothing else is asked."""

import html
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Protocol

import structlog
from aiohttp import web

from bot.documents.kinds import KINDS
from bot.phrases.en import files as say

_log = structlog.get_logger()

PATH = "/files/{secret}"
GONE, UNAVAILABLE = 410, 503
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}"
    "button{font:inherit;padding:.6rem 1.4rem;border:2px solid #1f3a5f;border-radius:.3rem;background:#1f3a5f;color:#fff;cursor:pointer}"
    "button:focus-visible{outline:3px solid #f0a500;outline-offset:2px}"
)
_STYLE_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_GUARDED = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


class Offered(Protocol):
    """A file that may be taken."""

    @property
    def document(self) -> str:
        """The kind of file."""
        ...

    @property
    def filename(self) -> str:
        """What it is called on disk."""
        ...


class Files(Protocol):
    """The files on offer."""

    async def find(self, secret: str) -> Any:
        """The offer of a secret; None where there is none that still stands."""
        ...

    async def take(self, secret: str, offered: Any) -> bool:
        """Take it: true for one caller alone."""
        ...

    async def draw(self, offered: Any) -> bytes | None:
        """The file; None where what it is about is gone."""
        ...


def add_file_pages(app: web.Application, files: Files) -> None:
    """Serve the links of `files`."""

    async def look(request: web.Request) -> web.Response:
        """GET and HEAD, by a person or by a preview of the link: nothing is used up."""
        offered = await files.find(request.match_info["secret"])
        return _no_link() if offered is None else _page(200, say.PAGE_TITLE, say.behind_link(offered.filename), button=True)

    async def take(request: web.Request) -> web.Response:
        secret = request.match_info["secret"]
        offered = await files.find(secret)
        if offered is None:
            return _no_link()
        try:
            drawn = await files.draw(offered)
            taken = drawn is not None and await files.take(secret, offered)
        except Exception:  # whatever it is, the link is still good
            _log.exception("file not made", document=offered.document)
            return _page(UNAVAILABLE, say.LATER_TITLE, say.LATER)
        return _file(offered, drawn) if drawn is not None and taken else _no_link()

    app.router.add_get(PATH, look)
    app.router.add_post(PATH, take)


def _no_link() -> web.Response:
    """The same page for a link that never was, ran out, or was used."""
    return _page(GONE, say.NO_LINK_TITLE, say.NO_LINK)


def _file(offered: Offered, drawn: bytes) -> web.Response:
    name = offered.filename.replace('"', "").replace("\\", "").encode("ascii", "ignore").decode()
    headers: Mapping[str, str] = {**_GUARDED, "Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=drawn, content_type=KINDS[offered.document].media, headers=headers)


def _page(status: int, title: str, words: str, *, button: bool = False) -> web.Response:
    form = f'<form method="post"><button type="submit">{html.escape(say.DOWNLOAD)}</button></form>' if button else ""
    warned = f"<p>{html.escape(say.WHO_HOLDS_IT)}</p>" if button else ""
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{html.escape(title)}</title><style>{_STYLE}</style></head>'
        f"<body><main><h1>{html.escape(title)}</h1><p>{html.escape(words)}</p>{warned}{form}</main></body></html>"
    )
    return web.Response(text=page, status=status, content_type="text/html", headers=_GUARDED)
