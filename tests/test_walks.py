"""Walks by chance follow the rules of a player's game, and find what there is."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.play.compiled import compiled
from game.play.playthrough import begin
from game.play.walks import journey, walk
from game.story.model import Story
from tests.any_story import stories
from tests.making import choice, flag, scene, smolny, story


@given(stories(), st.integers(0, 9))
def test_a_walk_is_a_playthrough(made: Story, seed: int) -> None:
    rules = compiled(made)
    tried = [0] * len(rules.choices)
    log, last = journey(rules, 0, Random(seed).random, tried, tried)
    play = begin(made)
    for at, number, values in log[:50]:
        assert play.scene.id == rules.scenes[at]
        assert tuple(play.state.values.values()) == values
        play = play.choose(rules.choices[number][1])
    if len(log) <= 50:
        assert play.scene.id == rules.scenes[last]
        assert not any(offer.is_open for offer in play.offers)


@given(stories(), st.integers(0, 9))
def test_the_log_of_a_walk_takes_it_back(made: Story, seed: int) -> None:
    rules = compiled(made)
    tried = [0] * len(rules.choices)
    log, _ = journey(rules, 0, Random(seed).random, tried, tried)
    play = begin(made)
    for _, number, _ in log[:20]:
        play = play.choose(rules.choices[number][1])
    for at, _, values in reversed(log[:20]):
        play = play.undo()
        assert (play.scene.id, tuple(play.state.values.values())) == (rules.scenes[at], values)


def test_the_same_seed_makes_the_same_walks() -> None:
    assert walk(smolny(), 20, 7) == walk(smolny(), 20, 7)
    assert any(walk(smolny(), 5, 7) != walk(smolny(), 5, seed) for seed in range(8, 20))


def test_everything_is_counted() -> None:
    walks = walk(smolny(), 100, 1)
    assert walks.scenes["smolny"] == walks.runs == sum(walks.endings.values()) == 100
    assert walks.made == sum(walks.choices.values())
    assert walks.choices["palace", "secret-door"] == 0
    assert walks.scenes["palace"] + walks.choices["smolny", "flee"] == 100
    assert walks.stuck == {}


def test_what_was_tried_least_is_tried_first() -> None:
    made = story(scene("a", *(choice(f"c{n}", "b") for n in range(4))), scene("b"))
    assert set(walk(made, 40, 3).choices.values()) == {10}


def test_two_choices_in_step_still_meet_in_every_combination() -> None:
    made = story(
        scene("a", choice("x", "b"), choice("y", "c")),
        scene("b", choice("x", "d"), choice("y", "e")),
        scene("c", choice("x", "f"), choice("y", "g")),
        *(scene(end) for end in "defg"),
    )
    assert all(walk(made, 40, 3).endings.values())


def test_a_walk_may_be_stuck_or_never_end() -> None:
    made = story(
        scene("a", choice("go", "b")),
        scene("b", choice("no", "b", ["seen"])),
        variables=(flag("seen"),),
    )
    assert walk(made, 3, 1).stuck == {"b": 3}
    ring = walk(story(scene("a", choice("go", "a"))), 2, 1)
    assert (ring.unfinished, ring.stuck, ring.made) == (2, {}, 20_000)


def test_players_who_toss_a_coin_do_not_come_round_to_everything_alike() -> None:
    made = story(
        scene("a", choice("out", "x"), choice("on", "b")),
        scene("b", choice("out", "x"), choice("on", "y")),
        scene("x"),
        scene("y"),
    )
    assert walk(made, 400, 1).endings["y"] == 100
    tossed = walk(made, 400, 1, is_even=False)
    assert tossed == walk(made, 400, 1, is_even=False)
    assert tossed.endings["y"] not in (0, 100)
    assert sum(tossed.endings.values()) == 400
    assert tossed.scenes["b"] == tossed.choices["a", "on"]
