"""What single settings may be, where that takes no other setting: pages, names and colours of the app in Teams, addresses."""

import re
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

LONGEST_URL = 2_048
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def page(url: str) -> str:
    """A page of the institution's own, which Teams shows beside the app. Raises ValueError."""
    if not url or (_is_https(url) and len(url) <= LONGEST_URL and not {" ", "@"} & set(url)):
        return url
    raise ValueError(f"{url!r} is no page that people can open. Write its address, such as https://www.example.ac.uk/assistant.")


def _is_https(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname)
    except ValueError:
        return False


def at_most(longest: int) -> Callable[[str], str]:
    """A name that Teams takes: it cuts nothing, but refuses the app. Raises ValueError."""

    def check(name: str) -> str:
        if len(name.strip()) <= longest:
            return name.strip()
        raise ValueError(f"Teams takes {longest} characters at most; this has {len(name.strip())}. Write it shorter.")

    return check


def colour(name: str) -> str:
    """A colour as a web page writes it. Raises ValueError."""
    if _COLOUR.fullmatch(name):
        return name.lower()
    raise ValueError(f"{name!r} is no colour. Write one like #1f4e79.")


def address(host: str) -> str:
    """An address to listen on. Raises ValueError."""
    try:
        ip_address(host)
    except ValueError:
        raise ValueError(f"{host!r} is no address. Write 127.0.0.1, or the address that your Prometheus reaches.") from None
    return host
