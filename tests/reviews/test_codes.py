"""The code of a share: 40 bits, read without doubt however it is typed, kept as a digest; and only so many wrong ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.reviews.codes import LENGTH, MOST_WRONG, SIGNS, WRONG_FOR, Tries, code_digest, new_code

SECRETS = some.integers(0, 2**128 - 1).map("{:032x}".format)


def test_a_code_has_forty_bits() -> None:
    assert len(SIGNS) == len(set(SIGNS)) == 32
    assert len({new_code(f"{number:032x}") for number in range(0, 2**40, 2**28 + 1)}) == len(range(0, 2**40, 2**28 + 1))
    assert len(SIGNS) ** LENGTH == 2**40


@given(SECRETS, SECRETS)
def test_two_secrets_give_one_code_only_where_their_last_ten_digits_are_the_same(one: str, two: str) -> None:
    assert (new_code(one) == new_code(two)) == (one[-10:] == two[-10:])


@given(SECRETS, some.sampled_from([str.lower, str.upper, lambda code: code.replace("-", ""), lambda code: code.replace("-", " ")]))
def test_a_code_is_known_again_however_it_is_typed(secret: str, typed: object) -> None:
    code = new_code(secret)
    assert code_digest(typed(code)) == code_digest(code)  # type: ignore[operator]
    assert code_digest(code.replace("0", "O").replace("1", "l")) == code_digest(code)
    assert code not in code_digest(code)


@pytest.mark.parametrize(("wrong", "later", "may"), [(MOST_WRONG - 1, 0.0, True), (MOST_WRONG, 0.0, False), (MOST_WRONG, WRONG_FOR, True)])
def test_after_so_many_wrong_codes_no_more_are_looked_at_for_an_hour(wrong: int, later: float, may: bool) -> None:
    tries = Tries()
    for _ in range(wrong):
        tries = tries.missed(100.0)
    assert tries.may_try(100.0 + later) == may
