"""What grade duties add up to: each for itself, all together, and narrowed by the two answers that decide most."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.framework.model import Framework, Role
from bot.understanding.finding import Speaks
from bot.understanding.grading import Grading as Words
from bot.vacancies.levels import Levels, together
from bot.vacancies.matching import Duty, matched
from bot.vacancies.model import Answer
from bot.vacancies.scales import Option, Scale, after, after_none, doubt_after, scales
from bot.vacancies.telling import Telling

QUESTIONS: Final = 2
MOST_ASKED: Final = 4  # where somebody is not sure, another scale is asked about, up to so many in all
ELSEWHERE: Final = 0.25  # a duty that lends the range less than this share points elsewhere
_KEPT: Final = 8

SpeaksOf = Callable[[str], Speaks]


@dataclass(frozen=True, slots=True)
class Rubric:
    """What a framework is held against, worked out once."""

    framework: Framework
    words: Words
    telling: Telling
    scales: tuple[Scale, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """Duties graded: each, the likely grades before any answer and after those given, and the question that waits (None: no more)."""

    framework: Framework
    duties: tuple[Duty, ...]
    by_words: Levels
    levels: Levels
    question: Scale | None
    answers: tuple[tuple[Scale, Option | None], ...] = ()

    @property
    def known(self) -> tuple[Duty, ...]:
        """The duties that the framework speaks of."""
        return tuple(duty for duty in self.duties if not duty.silent)

    @property
    def silent(self) -> tuple[Duty, ...]:
        """Those that it may well say nothing of."""
        return tuple(duty for duty in self.duties if duty.silent)

    @property
    def elsewhere(self) -> tuple[Duty, ...]:
        """Those that point to other grades than the whole does."""
        return tuple(duty for duty in self.known if duty.levels.within(self.levels.span) < ELSEWHERE)

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of the range, the likeliest first."""
        low, high = self.levels.span
        near = [role for role in self.framework.roles.values() if low <= role.grade <= high and role.id != self.role.id]
        return (self.role, *sorted(near, key=lambda role: -self.levels.of(role.grade)))

    @property
    def role(self) -> Role:
        """The role of the likeliest grade that the answers and the nearest expectations speak of most."""
        roles = self.framework.roles_at(self.levels.best)
        told = [role.id for duty in self.known for quote in duty.quotes for role in quote.roles]
        told += [role.id for _, option in self.answers if option for role in option.roles]
        return max(roles, key=lambda role: told.count(role.id))


_rubrics: list[Rubric] = []


def rubric(framework: Framework, words: Words) -> Rubric:
    """The rubric of a framework in a language; the last few are kept, as they take a tenth of a second to work out."""
    for each in _rubrics:
        if each.framework is framework and each.words is words:
            return each
    made = Rubric(framework, words, Telling(framework, words.signs), scales(framework, words))
    _rubrics[:] = [*_rubrics, made][-_KEPT:]
    return made


def graded(by: Rubric, texts: Iterable[str], speaks_of: SpeaksOf, answers: Sequence[Answer] = ()) -> Graded:
    """The grade of some duties of one job, after some answers."""
    framework = by.framework
    duties = tuple(_duty(by, text, speaks_of) for text in texts)
    by_words = together((duty.levels for duty in duties if not duty.silent), framework.grades)
    likely, told = by_words, []
    for answer in answers:
        scale = next((each for each in by.scales if each.name == answer.scale), None)
        if scale is not None:
            likely = _narrowed(likely, scale, answer)
            told += [] if answer.unsure else [(scale, scale.option(answer.role))]
    return Graded(framework, duties, by_words, likely, _next(by, likely, answers), tuple(told))


def _duty(by: Rubric, text: str, speaks_of: SpeaksOf) -> Duty:
    """One duty. Its numbers are no words of the framework's: they are weighed by what they are of."""
    amounts = by.words.amounts
    return matched(by.framework, by.telling, text, speaks_of(amounts.without(text)), amounts.heard(text))


def _narrowed(likely: Levels, scale: Scale, answer: Answer) -> Levels:
    option = scale.option(answer.role)
    if answer.unsure:
        return likely
    return after(likely, option.grades) if option else after_none(likely, (each for each in scale.options if each.id in answer.shown))


def _next(by: Rubric, likely: Levels, answers: Sequence[Answer]) -> Scale | None:
    """The scale whose answer would leave least open, of those not asked about yet."""
    told = [each for each in answers if not each.unsure]
    if len(told) >= QUESTIONS or len(answers) >= MOST_ASKED:
        return None
    asked = {answer.scale for answer in answers}
    left = [shown for scale in by.scales if scale.name not in asked and len((shown := scale.shown(likely)).options) > 1]
    return min(left, key=lambda scale: doubt_after(likely, scale), default=None)


def scale_named(by: Rubric, name: str, likely: Levels) -> Scale | None:
    """A scale by its name, with the answers that are shown for what is likely."""
    return next((scale.shown(likely) for scale in by.scales if scale.name == name), None)
