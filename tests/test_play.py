"""Choosing, taking back, and what can be read from the turns."""

import pytest

from game.play import comparison, ledger, playthrough, power, railway, state
from game.play.changes import changes
from game.play.playthrough import Decision, NotOffered, TakenBack, begin, replay
from game.play.state import State
from game.story import markup
from tests.making import (
    choice,
    condition,
    effects,
    scene,
    smolny,
    story,
    variable,
)
from tests.making import (
    ledger as made_ledger,
)

STORY = smolny()


def test_it_starts_at_the_start_with_the_starting_values() -> None:
    assert begin(STORY).state == State("smolny", {"army": 0, "waited": 0, "toll": 0})
    assert begin(STORY, "palace").scene.id == "palace"


HOLD = ["army == 3", "army != 4", "army < 4", "army <= 3", "army > 2", "army >= 3", "army"]
FAIL = ["army == 4", "army != 3", "army < 3", "army <= 2", "army > 3", "army >= 4", "not army"]


@pytest.mark.parametrize("wanted", HOLD)
def test_a_condition_holds(wanted: str) -> None:
    assert state.meets({"army": 3}, [condition(wanted)])


@pytest.mark.parametrize("wanted", FAIL)
def test_a_condition_fails(wanted: str) -> None:
    assert not state.meets({"army": 3}, [condition(wanted)])


def test_all_conditions_must_hold() -> None:
    assert state.meets({"army": 3}, [condition("army > 1"), condition("army < 4")])
    assert not state.meets({"army": 5}, [condition("army > 1"), condition("army < 4")])


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [("+2", 1, 3), ("-2", 1, -1), ("5", 1, 5), ("+9", 9, 10), ("-9", -9, -10), ("99", 0, 10)],
)
def test_an_effect_adds_or_sets_within_bounds(change: str, before: int, after: int) -> None:
    made = story(scene("a"), variables=[variable("army")])
    assert state.apply(made, {"army": before}, effects({"army": change})) == {"army": after}


@pytest.mark.parametrize(("change", "after"), [("+2", 6), ("-2", 4), ("1", 4), ("7", 7)])
def test_a_ledger_only_rises(change: str, after: int) -> None:
    made = story(scene("a"), variables=[made_ledger()])
    assert state.apply(made, {"toll": 4}, effects({"toll": change})) == {"toll": after}


def test_choosing_leads_on_and_keeps_the_earlier_playthrough_as_it_was() -> None:
    before = begin(STORY)
    after = before.choose("press-on", "We had waited long enough.")
    assert after.scene.id == "palace"
    assert after.state.values["army"] == 2
    assert after.decisions == (Decision("smolny", "press-on", "We had waited long enough."),)
    assert before.turns == ()


def test_a_closed_choice_is_shown_with_its_reason_and_hidden_without_one() -> None:
    offers = begin(STORY).choose("wait").offers
    assert [(offer.choice.id, offer.is_open) for offer in offers] == [
        ("storm", False),
        ("parley", True),
    ]
    assert offers[0].choice.locked == "You have not the men."


@pytest.mark.parametrize("wanted", ["storm", "secret-door", "wait", ""])
def test_what_is_not_offered_cannot_be_chosen(wanted: str) -> None:
    with pytest.raises(NotOffered, match="palace"):
        begin(STORY).choose("wait").choose(wanted)


def test_the_first_branch_that_holds_after_the_effects_is_taken() -> None:
    door = choice("door", "low if army < 1; middle if army < 5; high", does={"army": "+3"})
    made = story(
        scene("a", door), scene("low"), scene("middle"), scene("high"), variables=[variable("army")]
    )
    assert begin(made).choose("door").scene.id == "middle"


def test_an_earlier_choice_returns_as_an_echo() -> None:
    play = begin(STORY).choose("wait")
    texts = [markup.plain(text) for text in state.text(play.scene, play.state.values)]
    assert texts == ["This is palace.", "You waited."]


def test_a_scene_without_choices_ends_it() -> None:
    play = begin(STORY).choose("wait").choose("parley")
    assert play.is_over
    assert play.offers == ()


def test_undo_takes_one_decision_back_and_remembers_it() -> None:
    play = begin(STORY).choose("wait", "Not yet.").choose("parley").undo()
    assert play.scene.id == "palace"
    assert play.taken_back == (TakenBack(2, Decision("palace", "parley")),)
    assert play.undo().taken_back[1] == TakenBack(1, Decision("smolny", "wait", "Not yet."))


def test_undo_at_the_start_does_nothing() -> None:
    assert begin(STORY).undo() == begin(STORY)


def test_a_reason_is_given_for_the_last_turn() -> None:
    play = begin(STORY).choose("wait").choose("parley").give_reason("  To spare lives.  ")
    assert [turn.decision.reason for turn in play.turns] == ["", "To spare lives."]
    assert begin(STORY).give_reason("Why?") == begin(STORY)


def test_typed_text_keeps_its_letters_and_loses_what_steers_a_screen() -> None:
    assert playthrough.kept("Žofie ∙ 十月\n\x1b[2Jgone\x00\ud800") == "Žofie ∙ 十月\n [2Jgone"
    assert len(playthrough.kept("a" * 9_999)) == playthrough.LONGEST


def test_notes_are_kept_by_key() -> None:
    play = begin(STORY).note("check/smolny/0", "A clerk.").note("check/smolny/0", "A rival.")
    assert play.choose("wait").notes == {"check/smolny/0": "A rival."}


def test_decisions_are_replayed_as_far_as_they_fit() -> None:
    play = begin(STORY).choose("press-on").choose("storm")
    assert replay(STORY, "smolny", play.decisions) == (play, ())
    gone = [Decision("smolny", "wait"), Decision("palace", "storm"), Decision("morning", "sleep")]
    replayed = replay(STORY, "", gone)
    assert replayed.play == begin(STORY).choose("wait")
    assert replayed.dropped == tuple(gone[1:])


def test_replay_from_an_origin_that_is_gone_begins_again() -> None:
    replayed = replay(STORY, "nowhere", [Decision("smolny", "wait")])
    assert replayed == (begin(STORY), (Decision("smolny", "wait"),))


def test_a_decision_is_compared_with_the_record() -> None:
    first, second = begin(STORY).choose("press-on").choose("parley").turns
    assert first.comparison.historical is not None
    assert first.comparison.historical.id == "wait"
    assert not first.comparison.same
    assert begin(STORY).choose("wait").turns[0].comparison.same
    assert second.comparison.history is not None


def test_a_scene_without_a_record_has_nothing_to_compare_with() -> None:
    one = choice("go", "b")
    assert comparison.compare(scene("a", one), one) == comparison.Comparison(one, None, None)
    assert not comparison.compare(scene("a", one), one).same


def test_changes_tell_resources_and_ledgers_but_not_flags() -> None:
    play = begin(STORY).choose("press-on").choose("storm")
    told = [
        [(c.variable.name, c.before, c.after) for c in changes(STORY, turn)] for turn in play.turns
    ]
    assert told == [[("army", 0, 2)], [("toll", 0, 2)]]
    assert changes(STORY, begin(STORY).choose("wait").turns[0]) == ()


def test_power_is_the_records_moved_by_every_shift_so_far() -> None:
    first, second = power.shares(begin(STORY).choose("press-on").choose("storm"))
    assert first.record == {"trotsky": 20, "stalin": 10, "bukharin": 5}
    assert first.yours == {"trotsky": 22, "stalin": 9, "bukharin": 4}
    assert second.yours == {"trotsky": 26, "stalin": 8, "bukharin": 3}


@pytest.mark.parametrize(
    ("shift", "yours"),
    [
        ({}, {"a": 20, "b": 10, "c": 5}),
        ({"a": -30}, {"a": 0, "b": 23, "c": 12}),
        ({"a": 15}, {"a": 35, "b": 0, "c": 0}),
        ({"a": 99}, {"a": 35, "b": 0, "c": 0}),
        ({"a": 40, "b": 20}, {"a": 23, "b": 12, "c": 0}),
        ({"a": -5, "b": 5, "c": 0}, {"a": 15, "b": 15, "c": 5}),
        ({"a": -5, "b": 2, "c": 3}, {"a": 15, "b": 12, "c": 8}),
        ({"a": -99, "b": -99, "c": -99}, {"a": 20, "b": 10, "c": 5}),
        ({"nobody": 4}, {"a": 20, "b": 10, "c": 5}),
    ],
)
def test_power_keeps_its_sum_and_nobody_falls_below_nothing(
    shift: dict[str, int], yours: dict[str, int]
) -> None:
    assert power.shifted({"a": 20, "b": 10, "c": 5}, shift) == yours


def test_the_railway_shows_the_line_and_the_junctions_not_taken() -> None:
    stations = railway.line(begin(STORY).choose("wait").choose("parley"))
    assert stations == (
        ("smolny", "Smolny", True, ("Choose press-on.", "Choose flee.")),
        ("palace", "Palace", False, ("Choose storm.",)),
        ("morning", "Morning", None, ()),
    )


def test_the_railway_of_one_chapter() -> None:
    play = begin(STORY).choose("wait").choose("parley")
    assert [station.scene for station in railway.line(play, "02-two")] == ["morning"]


def test_lately_counts_other_ways_among_decisions_with_a_record() -> None:
    play = begin(STORY).choose("wait").choose("parley")
    assert railway.lately(play) == (1, 2)
    assert railway.lately(play, most=1) == (1, 1)
    assert railway.lately(begin(STORY)) == (0, 0)


def test_the_ledger_names_every_cost() -> None:
    play = begin(STORY).choose("press-on").choose("storm")
    assert ledger.entries(play) == (("palace", "Palace", "Men fell.", 2),)
    assert ledger.entries(begin(STORY).choose("wait")) == ()
