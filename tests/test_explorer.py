"""The explorer finds what one would find by going every way."""

from typing import NamedTuple

from hypothesis import given

from game import paths
from game.play import state
from game.play.explorer import Closed, Trap, explore
from game.play.playthrough import Decision, replay
from game.play.state import State
from game.story.load import load
from game.story.model import Story
from tests.any_story import stories
from tests.making import choice, condition, flag, ledger, scene, smolny, story, variable


class Seen(NamedTuple):
    """Every state of a story, and where each leads, found without any cleverness."""

    states: dict[str, State]
    onward: dict[str, dict[str, str]]


def key(at: State) -> str:
    return repr((at.scene, sorted(at.values.items())))


def seen(made: Story) -> Seen:
    first = state.start(made)
    found = Seen({key(first): first}, {})
    waiting = [first]
    while waiting:
        at = waiting.pop()
        onward = found.onward.setdefault(key(at), {})
        for taken, is_open in state.offers(made.scenes[at.scene], at.values):
            if is_open:
                values = state.apply(made, at.values, taken.effects)
                then = State(state.leads_to(taken, values), values)
                onward[taken.id] = key(then)
                if key(then) not in found.states:
                    found.states[key(then)] = then
                    waiting.append(then)
    return found


def without_end(found: Seen) -> set[str]:
    """Return the states from which no end is reached."""
    ends = {at for at, onward in found.onward.items() if not onward}
    while more := {
        at for at, onward in found.onward.items() if at not in ends and ends & set(onward.values())
    }:
        ends |= more
    return set(found.states) - ends


@given(stories())
def test_it_finds_what_every_way_leads_to(made: Story) -> None:
    explored, found = explore(made), seen(made)
    states = found.states.values()
    assert explored.complete
    assert explored.scenes == {at.scene for at in states}
    assert explored.choices == {
        (found.states[at].scene, choice) for at, onward in found.onward.items() for choice in onward
    }
    assert explored.endings == {at.scene for at in states if not made.scenes[at.scene].choices}
    assert explored.states <= len(found.states)


@given(stories())
def test_it_finds_every_trap_and_the_way_into_it(made: Story) -> None:
    explored, found = explore(made), seen(made)
    stuck = {
        at.scene
        for at in found.states.values()
        if made.scenes[at.scene].choices and not found.onward[key(at)]
    }
    assert {trap.scene for trap in explored.stuck} == stuck
    assert bool(explored.endless) == bool(without_end(found))
    for trap in explored.stuck:
        play = replay(made, "", trap.way).play
        assert play.scene.id == trap.scene
        assert not any(offer.is_open for offer in play.offers)
        assert len(trap.unmet) == len(play.scene.choices)
        assert not any(state.holds(play.state.values, unmet) for unmet in trap.unmet)
    for trap in explored.endless:
        play = replay(made, "", trap.way).play
        assert play.scene.id == trap.scene
        assert key(play.state) in without_end(found)


@given(stories())
def test_it_says_why_a_choice_is_never_offered(made: Story) -> None:
    found = seen(made)
    for scene_id, choice_id, never in explore(made).closed:
        here = [at.values for at in found.states.values() if at.scene == scene_id]
        (closed,) = [each for each in made.scenes[scene_id].choices if each.id == choice_id]
        assert here
        assert not any(state.meets(values, closed.requires) for values in here)
        assert never == tuple(
            wanted
            for wanted in closed.requires
            if not any(state.holds(values, wanted) for values in here)
        )


def test_a_small_story_is_explored() -> None:
    explored = explore(smolny())
    assert explored.scenes == {"smolny", "palace", "morning", "exile"}
    assert explored.endings == {"morning", "exile"}
    assert ("palace", "secret-door") not in explored.choices
    assert explored.closed == (Closed("palace", "secret-door", (condition("army >= 9"),)),)
    assert explored.stuck == explored.endless == ()


def test_players_whom_nothing_can_tell_apart_are_one() -> None:
    ten = [
        scene(
            f"s{n}",
            choice("x", f"s{n + 1}", does={"army": "+1"}),
            choice("y", f"s{n + 1}", does={"toll": "+1"}),
        )
        for n in range(10)
    ]
    made = story(*ten, scene("s10"), variables=(variable("army"), ledger()))
    assert explore(made).states == 11


def test_a_value_counts_only_as_far_as_a_condition_asks() -> None:
    ten = [
        scene(f"s{n}", choice("x", f"s{n + 1}", does={"army": "+1"}), choice("y", f"s{n + 1}"))
        for n in range(10)
    ]
    door = scene("s10", choice("in", "home", ["army >= 1"]), choice("out", "home", ["not army"]))
    made = story(*ten, door, scene("home"), variables=(variable("army", low=0),))
    assert explore(made).states == 1 + 2 * 10 + 1


def test_a_player_may_be_stuck() -> None:
    made = story(
        scene("a", choice("left", "b"), choice("right", "b", does={"seen": "1"})),
        scene("b", choice("door", "c", ["seen"])),
        scene("c"),
        variables=(flag("seen"),),
    )
    explored = explore(made)
    assert explored.stuck == (Trap("b", (Decision("a", "left"),), (condition("seen"),)),)
    assert explored.endless == ()


def test_a_player_may_go_round_for_ever() -> None:
    made = story(
        scene("a", choice("home", "c"), choice("ring", "b")),
        scene("b", choice("left", "b"), choice("right", "d")),
        scene("d", choice("back", "b")),
        scene("c"),
    )
    assert explore(made).endless == (Trap("b", (Decision("a", "ring"),)),)


def test_a_loop_with_a_way_out_is_no_trap() -> None:
    made = story(
        scene("a", choice("again", "a", does={"army": "+1"}), choice("out", "b", ["army >= 5"])),
        scene("b"),
        variables=(variable("army"),),
    )
    assert explore(made).endless == ()
    assert explore(made).states == 7


def test_it_says_so_when_it_has_not_seen_everything() -> None:
    counter = scene(
        "a", choice("again", "a", does={"gold": "+1"}), choice("out", "b", ["gold >= 999999"])
    )
    made = story(counter, scene("b"), variables=(variable("gold", low=0, high=999_999),))
    explored = explore(made, most=1_000)
    assert not explored.complete
    assert 1_000 < explored.states < 1_010
    assert explored.endless == ()


def test_it_explores_from_where_one_may_also_begin() -> None:
    made = story(scene("a", choice("on", "c")), scene("b", choice("on", "c")), scene("c"))
    assert explore(made).scenes == {"a", "c"}
    assert explore(made, origins=("a", "b")).scenes == {"a", "b", "c"}


def test_the_shipped_story_is_reached_as_a_whole_and_holds_nobody() -> None:
    shipped = load(paths.story()).story
    assert shipped is not None
    explored = explore(shipped)
    assert explored.complete
    assert explored.scenes == set(shipped.scenes)
    assert explored.closed == ()
    assert explored.stuck == explored.endless == ()
    chapters = explore(shipped, origins=[each.start.id for each in shipped.chapters.values()])
    assert chapters.complete
    assert chapters.stuck == chapters.endless == ()
