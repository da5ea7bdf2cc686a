"""Scenes that packs put behind the choices of a story."""

from pathlib import Path

import pytest

from game.author import lesson
from game.play import record, save
from game.play.playthrough import begin
from game.story.model import Story
from tests.cases import building
from tests.extending import NIGHT, laid


def behind(folder: Path, *names: str) -> Story:
    """The small story with packs that put scenes behind its choices."""
    building.asked("clean.behind-two", folder)
    return laid(folder, *names)


def test_a_scene_behind_a_choice_leads_on_to_where_the_choice_led(tmp_path: Path) -> None:
    story = behind(tmp_path, NIGHT)
    assert begin(story).choose("press-on").scene.id == "palace"
    assert begin(story).choose("wait").choose("up").scene.id == "palace"
    scenes = [turn.before.scene for turn in record.follow(story).turns]
    assert scenes == ["smolny", "by-the-stove", "palace"]
    card = lesson.card(story, story.chapters["1-october"])
    places = [card.index(f"<td>{story.scenes[name].title}") for name in scenes]
    assert places == sorted(places)


@pytest.mark.parametrize("names", [(NIGHT, "b-bell"), ("b-bell", NIGHT)])
def test_scenes_of_two_packs_behind_one_choice_follow_each_other(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    play = begin(behind(tmp_path, *names)).choose("wait")
    assert play.scene.id == "the-bell"
    assert play.choose("up").scene.id == "by-the-stove"
    assert play.choose("up").choose("up").scene.id == "palace"


def test_a_way_with_conditions_is_kept_behind_onward(tmp_path: Path) -> None:
    packs = [behind(tmp_path, NIGHT).scenes["by-the-stove"].choices[1].goto]
    (tmp_path / "story" / "1-october" / "smolny.yaml").write_text(
        (tmp_path / "story" / "1-october" / "smolny.yaml")
        .read_text(encoding="utf-8")
        .replace(
            "yes}\n    goto: palace", "yes}\n    goto: [{when: [waited], scene: moscow}, palace]"
        ),
        encoding="utf-8",
    )
    packs.append(laid(tmp_path, NIGHT).scenes["by-the-stove"].choices[1].goto)
    led = [[(len(way.when), way.scene.id) for way in goto] for goto in packs]
    assert led == [[(1, "palace"), (0, "palace")], [(1, "palace"), (1, "moscow"), (0, "palace")]]


def test_a_kept_game_goes_on_when_scenes_come_behind_its_choices(tmp_path: Path) -> None:
    more = behind(tmp_path, NIGHT, "b-bell")
    plain = laid(tmp_path)
    short = begin(plain).choose("wait").choose("enter")
    long = begin(more).choose("wait").choose("up").choose("sleep").choose("enter")
    resumed = save.resume(more, save.of(short))
    assert resumed.play.decisions == short.decisions
    assert (resumed.play.scene.id, resumed.sentence) == ("moscow", "")
    back = save.resume(plain, save.of(long))
    assert back.play.decisions == short.decisions
    assert "2 of your 4 decisions no longer fit. You are at 'A train to Moscow'" in back.sentence
