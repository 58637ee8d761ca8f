"""What holds of every draft, whatever was done with it, for every role of every framework."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.framework.model import Framework, Role
from bot.vacancies.checks import findings
from bot.vacancies.draft import Draft, key
from bot.vacancies.editing import chosen, decided, replaced, with_duties, with_own
from bot.vacancies.header import shown
from bot.vacancies.regrading import no_longer_fitting, regraded
from bot.vacancies.sections import SUGGESTED, choosable, filled, left_out, most_duties, offered, place_of_duties, template, untouched
from bot.vacancies.specification import needed, person_specification
from tests.dialogs.asking import library

FRAMEWORKS = library().frameworks
PLACES = st.sampled_from([(framework, role) for framework in FRAMEWORKS.values() for role in framework.roles.values()])
FEW = settings(max_examples=40, deadline=None)


def begun(framework: Framework, role: Role) -> Draft:
    """A new one."""
    return Draft(framework=framework.id, role=role.id, sections=filled(framework, role))


@FEW
@given(PLACES)
def test_every_suggestion_is_the_roles_own_and_about_three_of_each_competency(place: tuple[Framework, Role]) -> None:
    framework, role = place
    draft = begun(framework, role)
    for section in draft.sections:
        assert 0 < len(section.lines) <= SUGGESTED * len(section.competencies)
        assert set(section.lines) <= set(choosable(framework, role, section))
    assert untouched(framework, role, draft)
    assert {section.name for section in draft.sections} | {*left_out(framework, role)} == {section.name for section in template(framework)}
    assert findings(framework, draft, lambda _: None, lambda _: ())[0].kind == "empty field"


@FEW
@given(PLACES, PLACES, st.booleans())
def test_another_role_keeps_what_its_author_wrote_and_nothing_else_that_does_not_fit(
    place: tuple[Framework, Role], to: tuple[Framework, Role], keep: bool
) -> None:
    framework, role = place
    other = to[1] if to[0] is framework else role
    draft = begun(framework, role)
    draft = with_duties(framework, with_own(draft, draft.sections[0], "Runs the clean room."), ["Trains users."])
    unfit = no_longer_fitting(framework, other, draft)
    after = regraded(framework, other, draft, {key(each.line.text) for each in unfit} if keep else ())
    texts = [line.text for line in after.lines]
    assert "Runs the clean room." in texts
    assert after.duties == ("Trains users.",)
    assert all((each.line.text in texts) is keep for each in unfit)
    assert len(no_longer_fitting(framework, other, after)) == (len(unfit) if keep else 0)
    assert len(set(texts)) == len(texts) or len({line.text for line in draft.lines}) < len(draft.lines)


@FEW
@given(PLACES, st.data())
def test_what_is_chosen_is_in_and_in_the_order_offered(place: tuple[Framework, Role], data: st.DataObject) -> None:
    framework, role = place
    draft = begun(framework, role)
    section = data.draw(st.sampled_from(draft.sections))
    lines = offered(framework, role, section)
    wanted = data.draw(st.sets(st.sampled_from(lines)))
    after = chosen(framework, draft, section, {key(line.text) for line in wanted}).section(section.id)
    assert after is not None
    assert list(after.lines) == [line for line in lines if line in wanted]


@FEW
@given(PLACES, st.data())
def test_a_decision_holds_and_what_is_left_out_can_be_had_back(place: tuple[Framework, Role], data: st.DataObject) -> None:
    framework, role = place
    draft = begun(framework, role)
    one = data.draw(st.sampled_from(person_specification(framework, draft)))
    for need in ("no", "desirable", "essential"):
        draft = decided(framework, draft, one.text, need)  # type: ignore[arg-type]
        assert next(each.need for each in person_specification(framework, draft) if each.text == one.text) == need
    own = decided(framework, draft, "A forklift licence", "essential")
    assert needed(person_specification(framework, own), "essential")[-1].text == "A forklift licence"
    assert decided(framework, own, "A forklift licence", "no") == draft


def test_no_section_of_the_template_is_lost_and_the_duties_have_their_place() -> None:
    lancaster = FRAMEWORKS["lancaster"]
    assert lancaster.job_description
    names = [section.name for section in template(lancaster)]
    assert [*names[:7], place_of_duties(lancaster)] == [section.name for section in lancaster.job_description.sections]
    assert names[7:] == ["Facility or Project Management / Infrastructure / Maintenance", "Budget Management"]
    assert (place_of_duties(FRAMEWORKS["matrix"]), most_duties(FRAMEWORKS["matrix"])) == ("", 5)


def test_what_says_how_work_differs_from_another_grade_is_no_task_to_begin_with() -> None:
    lancaster = FRAMEWORKS["lancaster"]
    texts = [line.text for line in begun(lancaster, lancaster.roles["technician-5"]).lines]
    assert "The information becomes more complex." not in texts
    assert "Picks suitable ways of communicating for the individual and the situation." in texts


def test_better_words_take_the_place_of_whole_words_alone_with_their_article() -> None:
    draft = Draft(framework="lancaster", role="technician-5", duties=("Is a hero, not a heroic Hero.",))
    assert replaced(draft, "hero", "expert").duties == ("Is an expert, not a heroic expert.",)


def test_a_cleared_field_stays_empty_and_an_untouched_one_follows_the_role() -> None:
    lancaster = FRAMEWORKS["lancaster"]
    draft = begun(lancaster, lancaster.roles["technician-5"])
    assert shown(lancaster, draft, "purpose").startswith("Applies a working knowledge of theory and practice.")
    assert shown(lancaster, draft.with_entered("purpose", ""), "purpose") == ""
    assert shown(lancaster, regraded(lancaster, lancaster.roles["director-9"], draft, ()), "job-title") == "Technical Director"
