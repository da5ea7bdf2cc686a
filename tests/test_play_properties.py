"""What holds for every story and every way through it."""

from hypothesis import given
from hypothesis import strategies as st

from game.play import changes, power, railway, save
from game.play.playthrough import Playthrough, begin, replay
from tests.any_story import stories


@st.composite
def plays(draw: st.DrawFn) -> Playthrough:
    """Return a playthrough of some story, with reasons, notes and changes of mind."""
    play = begin(draw(stories()))
    for _ in range(draw(st.integers(0, 12))):
        is_open = [offer.choice.id for offer in play.offers if offer.is_open]
        if draw(st.integers(0, 5)) == 0:
            play = play.undo()
        elif is_open:
            play = play.choose(draw(st.sampled_from(is_open)), draw(st.text(max_size=9)))
        else:
            play = play.note("question/one/0", draw(st.text(max_size=9)))
    return play


@given(plays())
def test_undo_takes_back_exactly_one_decision(play: Playthrough) -> None:
    for offer in play.offers:
        if offer.is_open:
            chosen = play.choose(offer.choice.id)
            back = chosen.undo()
            assert (back.turns, back.state, back.scene) == (play.turns, play.state, play.scene)
            assert back.taken_back[:-1] == play.taken_back
            assert back.taken_back[-1] == (len(chosen.turns), chosen.turns[-1].decision)


@given(plays())
def test_saving_and_resuming_gives_the_same_playthrough(play: Playthrough) -> None:
    kept = save.from_text(save.to_text(save.of(play)))
    assert save.resume(play.story, kept) == (play, "")


@given(plays())
def test_replaying_the_decisions_gives_the_same_turns(play: Playthrough) -> None:
    replayed = replay(play.story, play.origin, play.decisions)
    assert (replayed.play.turns, replayed.dropped) == (play.turns, ())


@given(plays())
def test_a_ledger_only_rises_and_nothing_leaves_its_bounds(play: Playthrough) -> None:
    for turn in play.turns:
        assert turn.after.values["toll"] >= turn.before.values["toll"]
        for name, variable in play.story.variables.items():
            assert variable.low <= turn.after.values[name] <= variable.high


@given(plays())
def test_each_turn_begins_where_the_one_before_ended(play: Playthrough) -> None:
    for earlier, later in zip(play.turns, play.turns[1:], strict=False):
        assert earlier.after == later.before


@given(plays())
def test_changes_are_the_difference_of_the_values(play: Playthrough) -> None:
    for turn in play.turns:
        for change in changes.changes(play.story, turn):
            assert change.before == turn.before.values[change.variable.name] != change.after


@given(plays())
def test_the_road_has_a_station_for_every_turn_and_one_for_here(play: Playthrough) -> None:
    stations = railway.line(play)
    assert [station.scene for station in stations[:-1]] == [each.scene for each in play.decisions]
    assert stations[-1].scene == play.scene.id


points = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 40), min_size=1)
shifts = st.dictionaries(st.sampled_from("abcdef"), st.integers(-60, 60))


@given(points, shifts)
def test_power_keeps_its_sum_and_its_names(record: dict[str, int], shift: dict[str, int]) -> None:
    yours = power.shifted(record, shift)
    assert list(yours) == list(record)
    assert sum(yours.values()) == sum(record.values())
    assert min(yours.values()) >= 0
    assert power.shifted(record, {}) == record
