"""Words as a reader would copy them: without remnants of HTML, invisible characters and doubled spaces; nothing else is changed."""

import html
import re

_BREAKS = re.compile(r"<\s*(?:br|/?p|/?div|/?li|/?tr)\b[^<>]*>", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:a|b|i|u|s|em|strong|span|font|sub|sup|small|big|mark|code|ul|ol|table|tbody|thead|td|th|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_ENTITIES = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\d{0,2});")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff\u00ad]")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·\uf0b7]|[-–—*](?=\s))\s*")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bDr\.)(?<!\bProf\.)(?<!\bNo\.)(?<!\bvs\.)\s+(?=[\"“‘'(]?[A-Z])")
BULLET = "•"
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"^(\*{1,3}|_{1,3})(?=\S)(.*?\S)\1$")
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})*\.?\s+")
_LONGEST = 1_900  # characters of a statement; a sentence longer than that goes on in the next


def clean(text: str) -> str:
    """The words of a cell, line breaks kept."""
    plain = _ENTITIES.sub(lambda found: html.unescape(found[0]), _TAGS.sub("", _BREAKS.sub("\n", text)))
    plain = _INVISIBLE.sub("", plain.replace("_x000D_", "\n").replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"))
    lines = (_SPACES.sub(" ", line).strip() for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """The words of a cell in one line."""
    return " ".join(clean(text).split())


def unmarked(text: str) -> str:
    """A line of text without the marks of links and emphasis that copying leaves around it."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text).strip())


def sentences(text: str) -> list[str]:
    """The sentences of a cell; joined with spaces they are its words again, but for the bullets of a list."""
    found = [sentence for line in _unwrapped(text.split("\n")) for sentence in _SENTENCE_ENDS.split(_BULLET.sub("", line))]
    return [piece for sentence in found if sentence for piece in _pieces(sentence)]


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that only wrap, put together: one that begins in small letters goes on from the one before; an item of a list never does."""
    found: list[str] = []
    for line in lines:
        if found and line[:1].islower() and found[-1][-1:] not in ".;:":
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def without_bullet(text: str) -> str:
    """A text of one line without a bullet before it; a list keeps its own."""
    return text if "\n" in text else _BULLET.sub("", text)


def _pieces(sentence: str) -> list[str]:
    pieces = []
    while len(sentence) > _LONGEST:
        cut = sentence.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        pieces.append(sentence[:cut])
        sentence = sentence[cut:].strip()
    return [*pieces, sentence] if sentence else pieces


def without_number(title: str) -> str:
    """A heading without its number."""
    return _NUMBER.sub("", title)


def key(name: str) -> str:
    """A name as it is compared: small letters and digits alone, `&` read as "and"."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold().replace("&", " and ")))


def slug(name: str, longest: int = 50) -> str:
    """A name as an id: ASCII letters, digits and hyphens."""
    import unicodedata  # noqa: PLC0415 (needed by nothing else at start)

    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).encode("ascii", "ignore").decode().lower()
    whole = "-".join(re.findall(r"[a-z0-9]+", plain))
    return whole if len(whole) <= longest else whole[:longest].rpartition("-")[0] or whole[:longest]
