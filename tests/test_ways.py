"""The way of the record, and the ways that leave it as seldom as they can."""

from hypothesis import given

from game import paths
from game.play.explorer import explore
from game.play.playthrough import Decision, begin, replay
from game.play.record import follow
from game.play.ways import ways
from game.story.load import load
from game.story.model import Story
from tests.any_story import stories
from tests.making import choice, flag, scene, smolny, story


@given(stories())
def test_every_ending_has_a_way_that_leads_there(made: Story) -> None:
    found = ways(made)
    assert set(found) == explore(made).endings
    for ending, way in found.items():
        replayed = replay(made, "", way.decisions)
        assert replayed.dropped == ()
        assert replayed.play.scene.id == ending


@given(stories())
def test_the_record_is_followed_as_far_as_it_goes(made: Story) -> None:
    record = follow(made)
    play = begin(made)
    for turn in record.turns:
        play = play.choose(turn.decision.choice)
        assert play.turns[-1] == turn
        assert turn.comparison.same
    assert play.state == record.last


def test_the_way_that_leaves_the_record_least_is_taken_before_a_shorter_one() -> None:
    made = story(
        scene("one", choice("go", "two"), choice("leap", "end"), record="go"),
        scene("two", choice("on", "end"), record="on"),
        scene("end"),
    )
    assert ways(made)["end"].decisions == (Decision("one", "go"), Decision("two", "on"))
    assert ways(made)["end"].departures == ()


def test_of_two_ways_that_leave_it_as_often_the_shorter_is_taken() -> None:
    made = story(
        scene("one", choice("round", "two"), choice("straight", "end")),
        scene("two", choice("on", "end")),
        scene("end"),
    )
    assert ways(made)["end"].decisions == (Decision("one", "straight"),)


def test_a_departure_is_only_where_there_is_a_record() -> None:
    found = ways(smolny())
    assert [decision.choice for decision in found["morning"].departures] == ["parley"]
    assert [decision.choice for decision in found["exile"].departures] == ["flee"]


def test_what_an_ending_requires_is_brought_along() -> None:
    made = story(
        scene("one", choice("no", "two"), choice("yes", "two", does={"key": "1"}), record="no"),
        scene("two", choice("out", "home", ["key"]), choice("stay", "cell"), record="stay"),
        scene("home"),
        scene("cell"),
        variables=(flag("key"),),
    )
    assert [each.choice for each in ways(made)["home"].decisions] == ["yes", "out"]
    assert ways(made)["cell"].departures == ()


def test_a_record_that_is_closed_says_so() -> None:
    made = story(
        scene("one", choice("door", "end", ["key"]), choice("wall", "end"), record="door"),
        scene("end"),
        variables=(flag("key"),),
    )
    assert follow(made).closed == "door"
    assert follow(made).last.scene == "one"


def test_a_record_that_goes_in_circles_ends() -> None:
    made = story(scene("one", choice("on", "one"), record="on"))
    assert len(follow(made).turns) == 1


def test_no_more_is_looked_at_than_is_wanted() -> None:
    assert ways(smolny(), most=0) == {}


def test_every_ending_of_the_shipped_story_is_reached_without_luck() -> None:
    shipped = load(paths.story()).story
    assert shipped is not None
    found = ways(shipped)
    assert set(found) == {scene.id for scene in shipped.scenes.values() if not scene.choices}
    assert found[follow(shipped).last.scene].departures == ()
    assert max(len(way.departures) for way in found.values()) <= 4
