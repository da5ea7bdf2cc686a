"""Settings survive being written, damaged and misunderstood."""

import json
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab import wishes
from game.lab.lab import Lab
from game.ui import settings
from game.ui.settings import Settings

ALL_CHANGED = Settings(
    text_size=150,
    font="opendyslexic",
    reading="easy",
    high_contrast=True,
    motion="reduced",
    fullscreen=True,
    window="1024x768",
    effects=0,
    ambience=100,
    mute=True,
    ask_reason=False,
    content_notes=False,
    name="Надя, seat 7",
    finished=True,
    packs=("a-night", "the-bell"),
)


def kept(folder: Path, text: str) -> settings.Read:
    (folder / settings.FILE).write_text(text, encoding="utf-8")
    return settings.read(folder)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    settings.write(tmp_path / "new", ALL_CHANGED)
    assert settings.read(tmp_path / "new") == (ALL_CHANGED, "")


def test_the_example_changes_every_setting() -> None:
    same = [
        each.name
        for each in fields(Settings)
        if getattr(ALL_CHANGED, each.name) == getattr(Settings(), each.name)
    ]
    assert same == []


def test_without_a_file_all_is_as_it_came(tmp_path: Path) -> None:
    assert settings.read(tmp_path / "none") == (Settings(), "")


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", "null", '{"a":' * 100_000, "\x00", " " * 200_000, '"name"']
)
def test_a_damaged_file_is_said_in_a_sentence(tmp_path: Path, text: str) -> None:
    found, sentence = kept(tmp_path, text)
    assert found == Settings()
    assert sentence.startswith("Your settings could not be read")


def test_bytes_that_are_no_text_are_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).write_bytes(b"\xff\xfe\x00")
    assert settings.read(tmp_path).sentence


def test_a_folder_in_place_of_the_file_is_a_damaged_file(tmp_path: Path) -> None:
    (tmp_path / settings.FILE).mkdir()
    assert settings.read(tmp_path).settings == Settings()
    assert settings.read(tmp_path).sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 110),
        ("text_size", "100"),
        ("text_size", True),
        ("effects", 101),
        ("effects", -1),
        ("ambience", True),
        ("mute", 1),
        ("mute", "yes"),
        ("font", "Comic Sans"),
        ("motion", None),
        ("window", "1280 x 720"),
        ("window", "0x720"),
        ("window", "999999x2"),
        ("name", 7),
        ("volume", 100),
    ],
)
def test_one_wrong_value_spoils_no_other(tmp_path: Path, name: str, value: object) -> None:
    found, sentence = kept(tmp_path, json.dumps({"finished": True, name: value}))
    assert found == replace(Settings(), finished=True)
    assert sentence == f"These settings were not understood: {name}."


def test_a_name_is_cut_and_cleaned(tmp_path: Path) -> None:
    found, sentence = kept(tmp_path, json.dumps({"name": "\x1b[2J" + "a" * 99}))
    assert found.name == "[2J" + "a" * 37
    assert sentence == ""


def test_the_school_may_say_what_is_usual_and_what_stays(tmp_path: Path) -> None:
    kept(tmp_path, '{"text_size": 200, "mute": false}')
    lab = Lab(usual={"text_size": 130, "font": "opendyslexic"}, locked={"mute": True})
    found, sentence = settings.read(tmp_path, lab)
    assert found == replace(Settings(), mute=True, text_size=200, font="opendyslexic")
    assert sentence == ""


@given(st.text())
def test_any_name_can_be_written(name: str) -> None:
    text = settings.to_text(replace(Settings(), name=name))
    assert text.encode()
    found, wrong = settings.from_text(text, Settings())
    assert wrong == ()
    assert found.name == "".join(filter(str.isprintable, name))[: settings.LONGEST_NAME]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("value", "packs", "wrong"),
    [
        ('["a-night", 3, "../b", "A", "a-night"]', ("a-night",), ()),
        ('"a-night"', (), ("packs",)),
        ("{}", (), ("packs",)),
    ],
)
def test_odd_packs_are_left_out(value: str, packs: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    found, left = settings.from_text(f'{{"packs": {value}}}', Settings())
    assert (found.packs, left) == (packs, wrong)


names = st.sampled_from([each.name for each in fields(Settings)]) | st.text(max_size=8)


@given(st.dictionaries(names, json_values))
def test_any_values_leave_settings_that_can_be_used(values: dict[str, object]) -> None:
    found, _ = settings.from_text(json.dumps(values), Settings())
    again, none = settings.from_text(settings.to_text(found), Settings())
    assert (again, none) == (found, ())
    assert found.text_size in wishes.TEXT_SIZES
    assert 0 <= found.effects <= 100


def test_what_a_school_has_locked_is_not_written_into_the_readers_own_file(tmp_path: Path) -> None:
    kept(tmp_path, '{"text_size": 150, "mute": false, "motion": "reduced"}')
    lab = Lab(locked={"text_size": 115, "high_contrast": True})
    now = settings.read(tmp_path, lab).settings
    assert (now.text_size, now.high_contrast) == (115, True)
    settings.write(tmp_path, replace(now, mute=True), lab.locked)
    file = json.loads((tmp_path / settings.FILE).read_text(encoding="utf-8"))
    assert (file["text_size"], file["mute"]) == (150, True)
    assert "high_contrast" not in file
    at_home = settings.read(tmp_path).settings
    assert (at_home.text_size, at_home.high_contrast) == (150, False)
    assert (at_home.mute, at_home.motion) == (True, "reduced")


def test_what_is_locked_is_left_out_where_the_file_cannot_be_read(tmp_path: Path) -> None:
    kept(tmp_path, "[")
    settings.write(tmp_path, Settings(mute=True), ["mute"])
    assert settings.read(tmp_path) == (Settings(), "")
