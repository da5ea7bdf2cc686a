"""A save is the decisions as text; any other text is refused with a sentence."""

import json
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.play import save, save_text
from game.play.playthrough import Decision, TakenBack, begin
from game.play.save import BadSave, NewerSave, Save
from tests.making import choice, scene, smolny, story

STORY = smolny()
PLAYED = (
    begin(STORY).choose("press-on", "Now.").choose("storm").undo().note("question/01/0", "Žofie")
)

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
decisions = st.builds(Decision, any_text, any_text, any_text)
saves = st.builds(
    Save,
    any_text,
    any_text,
    any_text,
    st.lists(decisions, max_size=5).map(tuple),
    st.lists(st.builds(TakenBack, st.integers(1, 99), decisions), max_size=3).map(tuple),
    st.dictionaries(any_text, any_text, max_size=3),
    any_text,
    any_text,
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4)
    ),
    max_leaves=9,
)


def test_a_save_holds_what_the_player_did() -> None:
    kept = save.of(PLAYED, "Seat 12", "comparison")
    assert (kept.story, kept.name, kept.origin, kept.place) == (
        "made",
        "Seat 12",
        "smolny",
        "comparison",
    )
    assert kept.decisions == (Decision("smolny", "press-on", "Now."),)
    assert kept.taken_back == (TakenBack(2, Decision("palace", "storm")),)
    assert kept.written[4] == "-"


def test_a_save_can_be_read_by_people() -> None:
    text = save.to_text(save.of(PLAYED))
    assert '["smolny", "press-on", "Now."]\n' in text
    assert '"notes": {"question/01/0": "Žofie"}' in text


def test_sixty_decisions_with_reasons_are_less_than_ten_kilobytes() -> None:
    one = Decision(
        "a-scene-with-a-long-name", "a-choice-id", "I thought that they would follow me."
    )
    text = save.to_text(Save("power-struggle", "Žofie", "the-cart", (one,) * 60))
    assert len(text.encode()) < 10_000


@given(saves)
def test_reading_what_was_written_gives_the_same_save(kept: Save) -> None:
    assert save.from_text(save.to_text(kept)) == kept


@given(st.text())
@example("[" * 100_000)
@example('{"a":' * 100_000)
@example("1" * 5_000)
@example("")
@example("null")
def test_any_text_is_a_save_or_a_sentence(text: str) -> None:
    with pytest.raises(BadSave, match=r"\.$"):
        save.from_text(text)


@given(
    st.sampled_from(["decisions", "taken_back", "notes", "name", "version", "origin"]), json_values
)
def test_any_value_in_a_field_is_a_save_or_a_sentence(field: str, value: object) -> None:
    fields = json.loads(save.to_text(save.of(PLAYED)))
    fields[field] = value
    with suppress(BadSave):
        read = save.from_text(json.dumps(fields))
        assert save.from_text(save.to_text(read)) == read


@given(st.data())
def test_a_save_cut_short_is_said_to_be_damaged(data: st.DataObject) -> None:
    text = save.to_text(save.of(PLAYED))
    end = data.draw(st.integers(40, len(text) - 3))
    with pytest.raises(BadSave, match="damaged"):
        save.from_text(text[:end])


WRONG = [
    ("decisions", [["smolny", "wait"]]),
    ("decisions", [["smolny", "wait", 3]]),
    ("decisions", {"smolny": "wait"}),
    ("decisions", [["smolny", "wait", "x" * 5_000]]),
    ("taken_back", [[0, "smolny", "wait", ""]]),
    ("taken_back", [[True, "smolny", "wait", ""]]),
    ("taken_back", [[]]),
    ("notes", {"a": 1}),
    ("notes", []),
    ("name", None),
    ("version", 0),
    ("version", "1"),
    ("version", True),
]


@pytest.mark.parametrize(("field", "value"), WRONG)
def test_a_wrong_field_is_damage(field: str, value: object) -> None:
    fields = json.loads(save.to_text(save.of(PLAYED))) | {field: value}
    with pytest.raises(BadSave, match="damaged"):
        save.from_text(json.dumps(fields))


@pytest.mark.parametrize(
    "text", ["{}", "[]", "3", '{"format": "other"}', "a picture", "x" * 3_000_000]
)
def test_what_is_not_ours_is_said_to_be_so(text: str) -> None:
    with pytest.raises(BadSave, match="not a saved game"):
        save.from_text(text)


def test_a_newer_version_is_named() -> None:
    text = save.to_text(save.of(PLAYED)).replace('"version": 1', '"version": 2')
    with pytest.raises(NewerSave, match="newer version"):
        save.from_text(text)


def test_resuming_gives_the_same_playthrough() -> None:
    assert save.resume(STORY, save.of(PLAYED)) == (PLAYED, "")


def test_decisions_that_no_longer_fit_are_told() -> None:
    kept = save.of(begin(STORY).choose("press-on").choose("storm"))
    changed = replace(
        STORY, scenes={**STORY.scenes, "palace": scene("palace", choice("sleep", "exile"))}
    )
    resumed = save.resume(changed, kept)
    assert resumed.play.scene.id == "palace"
    assert resumed.sentence == (
        "This story has changed since you saved; 1 of your 2 decisions no longer fit. "
        "You are at 'Palace'."
    )


def test_a_beginning_that_is_gone_is_told() -> None:
    resumed = save.resume(STORY, replace(save.of(PLAYED), origin="gone"))
    assert resumed.play.scene.id == "smolny"
    assert "the scene where you began is no longer there" in resumed.sentence


def test_changes_of_mind_about_what_is_gone_are_left_out() -> None:
    back = (
        TakenBack(1, Decision("smolny", "wait")),
        TakenBack(1, Decision("smolny", "gone")),
        TakenBack(1, Decision("gone", "wait")),
    )
    resumed = save.resume(STORY, Save("made", "", "", taken_back=back))
    assert resumed.play.taken_back == back[:1]


def test_a_save_of_another_story_keeps_what_fits() -> None:
    other = story(scene("smolny", choice("wait", "home")), scene("home"))
    kept = replace(save.of(begin(STORY).choose("wait").choose("parley")), story="another")
    resumed = save.resume(other, kept)
    assert resumed.play.scene.id == "home"
    assert resumed.sentence.startswith("This game was saved in another story;")


def test_the_limits_of_a_save_and_of_typing_agree() -> None:
    play = begin(STORY).choose("wait", "x" * 99_999)
    assert save_text.from_text(save.to_text(save.of(play))).decisions == play.decisions
