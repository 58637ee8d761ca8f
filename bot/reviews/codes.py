"""The code with which a share can be claimed: made by chance, read out loud without doubt, kept as its SHA-256 alone."""

from hashlib import sha256
from typing import ClassVar

from bot.people.records import Body

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""32 signs: no letter that looks like a digit, and no U."""
LENGTH, HALF = 8, 4  # 8 signs of 5 bits each are 40 bits
CLAIMED_WITHIN = 7 * 86_400.0
"""Seconds for which a code can be used."""
MOST_WRONG, WRONG_FOR = 5, 3600.0
"""So many wrong codes within so many seconds, and no more are looked at."""
_READ_AS = str.maketrans("ILOU", "110V")
_BITS = 5


def new_code(secret: str) -> str:
    """A code out of hexadecimal digits that nobody can guess, of which the last ten count."""
    number = int(secret[-LENGTH * _BITS // 4 :], 16)
    signs = "".join(SIGNS[number >> _BITS * at & len(SIGNS) - 1] for at in range(LENGTH))
    return f"{signs[:HALF]}-{signs[HALF:]}"


def code_digest(typed: str) -> str:
    """What is kept of a code, however it was typed: in small letters, without the dash, or with a letter in the place of a digit."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_READ_AS)
    return sha256(plain.encode()).hexdigest()


class Tries(Body):
    """The wrong codes that somebody typed of late: when each was (seconds since 1970), and none of the codes."""

    kind: ClassVar[str] = "code tries"
    wrong: tuple[float, ...] = ()

    def lately(self, now: float) -> tuple[float, ...]:
        """Those that still count."""
        return tuple(at for at in self.wrong if now - at < WRONG_FOR)

    def may_try(self, now: float) -> bool:
        """Whether another code is looked at."""
        return len(self.lately(now)) < MOST_WRONG

    def missed(self, now: float) -> "Tries":
        """The same with one more."""
        return self.model_copy(update={"wrong": (*self.lately(now), now)})
