"""What decides between grades, as any framework says it: scales with answers, the question asked first, and how an answer narrows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogs.assistant import Assistant
from bot.framework.model import Framework
from bot.understanding.finding import Match, Speaks
from bot.understanding.grading import SCALES
from bot.vacancies.grading import QUESTIONS, graded, rubric
from bot.vacancies.levels import evenly, levels
from bot.vacancies.model import Answer
from bot.vacancies.scales import Option, Scale, after, after_none, scales
from tests.dialogs.asking import Reads, library
from tests.framework.small import SMALL

WORDS = Reads().grading
FRAMEWORKS = [*library().frameworks.values()]
LANCASTER = library().frameworks["lancaster"]
NOTHING = Speaks()


def named(framework: Framework, name: str) -> Scale:
    return next(scale for scale in scales(framework, WORDS) if scale.name == name)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda each: each.id)
def test_every_scale_has_answers_that_the_framework_says_at_different_grades(framework: Framework) -> None:
    found = scales(framework, WORDS)
    assert {scale.name for scale in found} == set(SCALES)
    for scale in found:
        for option in scale.options:
            for cell, role in zip(option.cells, option.roles, strict=True):
                assert cell == framework.expectation(role.id, cell.competency)
                assert option.statement.text in {each.text for each in cell.statements}


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda each: each.id)
def test_no_role_stands_for_two_answers(framework: Framework) -> None:
    for scale in scales(framework, WORDS):
        roles = [role.id for option in scale.options for role in option.roles]
        assert len(roles) == len(set(roles))


def test_the_answers_about_money_are_those_of_the_budget_row() -> None:
    texts = {role.grade: option.statement.text for option in named(LANCASTER, "budget").options for role in option.roles}
    assert texts[5] == "May buy standard consumables, overseen or advised by senior colleagues."
    assert texts[9] == "Manages and controls budgets, resources and funding for the Faculty or Division."


def test_only_answers_near_the_likely_grades_are_shown() -> None:
    likely = levels({grade: 1.0 if grade == 5 else 0.001 for grade in LANCASTER.grades})
    assert {grade for option in named(LANCASTER, "budget").shown(likely).options for grade in option.grades} == {5, 6}


@given(st.sampled_from([option for scale in scales(LANCASTER, WORDS) for option in scale.options]))
def test_an_answer_makes_its_own_grades_the_likeliest(option: Option) -> None:
    assert after(evenly(LANCASTER.grades), option.grades).best in option.grades


def test_none_of_the_answers_makes_their_grades_less_likely_and_rules_none_out() -> None:
    likely = evenly(LANCASTER.grades)
    left = after_none(likely, named(LANCASTER, "budget").options)
    assert left.of(3) == left.of(4) > left.of(7) > 0


def test_two_answers_settle_it_and_what_somebody_is_not_sure_of_does_not_count() -> None:
    by = rubric(LANCASTER, WORDS)
    answers: list[Answer] = [Answer(scale=SCALES[0], unsure=True)]
    for _ in range(QUESTIONS):
        found = graded(by, ["Juggles"], lambda _: NOTHING, answers)
        assert found.question is not None
        assert found.question.name not in {answer.scale for answer in answers}
        answers.append(Answer(scale=found.question.name, role=found.question.options[0].id))
    assert graded(by, ["Juggles"], lambda _: NOTHING, answers).question is None


def test_a_duty_of_which_the_framework_says_nothing_counts_for_nothing_and_is_told() -> None:
    told = Speaks((Match("technician-5", "budget", 9.0),), "budget")
    found = graded(rubric(LANCASTER, WORDS), ["Orders gloves", "Juggles"], lambda text: told if "gloves" in text else NOTHING)
    assert [duty.text for duty in found.silent] == ["Juggles"]
    assert found.levels == found.known[0].levels
    assert found.levels.best == 5


def test_a_duty_that_points_elsewhere_than_the_rest_is_told() -> None:
    cells = {"a": "technician-5", "b": "technician-5", "c": "technician-5", "d": "director-9"}
    found = graded(rubric(LANCASTER, WORDS), cells, lambda text: Speaks((Match(cells[text], "planning", 20.0),), "planning"))
    assert [duty.text for duty in found.elsewhere] == ["d"]
    assert found.levels.best == 5


def test_a_quote_names_every_role_of_which_the_same_is_said() -> None:
    matrix = library().frameworks["matrix"]
    told = Speaks((Match("technician-4", "procurement", 9.0),), "procurement")
    (duty,) = graded(rubric(matrix, WORDS), ["Orders goods"], lambda _: told).duties
    assert [role.grade for role in duty.quotes[0].roles] == [3, 4, 5]


def test_a_small_framework_of_one_s_own_is_graded_as_well() -> None:
    found = graded(rubric(SMALL, WORDS), ["Talks"], lambda _: Speaks((Match("expert", "talking", 9.0),), "talking"))
    assert found.levels.best == 3
    assert found.role in SMALL.roles_at(3)


def test_a_rubric_is_worked_out_once() -> None:
    assert rubric(LANCASTER, WORDS) is rubric(LANCASTER, WORDS)


def test_an_answer_of_another_release_is_passed_over() -> None:
    by = rubric(LANCASTER, WORDS)
    answers = (Answer(scale="charm", role="technician-5"), Answer(scale="budget", role="nobody", shown=("nobody",)))
    found = graded(by, ["Juggles"], lambda _: NOTHING, answers)
    assert [share for _, share in found.levels.shares] == pytest.approx([1 / 7] * 7)


def test_duties_are_graded_as_in_a_conversation(assistant: Assistant) -> None:
    found = assistant.grade("lancaster", ("Looks after several cost centres covering the entire department",))
    assert found.role.id == "senior-manager-8"
