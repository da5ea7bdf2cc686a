"""Packs that extend a story: what is added, where it stands, and what saved games know of it."""

import random
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from game import paths
from game.author import lesson
from game.cli import main
from game.play import record, save
from game.play.playthrough import Playthrough, begin
from game.story import lay, packs
from game.story.layers import Layers, beside
from game.story.model import Story
from tests.cases import building

NIGHT = "a-night"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A folder with the small story, and with a pack in packs/."""
    building.asked("clean.extended", tmp_path)
    return tmp_path


def laid(folder: Path, *names: str) -> Story:
    read = lay.read(Layers(folder / "story", tuple(folder / "packs" / name for name in names)))
    assert read.story is not None
    return read.story


def slept(story: Story) -> Playthrough:
    return begin(story).choose("sleep").choose("up").choose("enter")


def zipped(folder: Path) -> Path:
    """The pack as a .zip in the same place, made of its folder."""
    path = folder / "packs" / "night.zip"
    with ZipFile(path, "w") as archive:
        for file in sorted((folder / "packs" / NIGHT).rglob("*.*")):
            archive.write(file, file.relative_to(folder / "packs").as_posix())
    return path


def test_a_pack_adds_and_takes_nothing_away(folder: Path) -> None:
    plain, more = laid(folder), laid(folder, NIGHT)
    assert [choice.id for choice in more.scenes["smolny"].choices] == ["press-on", "wait", "sleep"]
    assert list(more.scenes) == ["palace", "smolny", "by-the-stove", "moscow"]
    assert more.people.keys() - plain.people.keys() == {"podvoisky"}
    assert more.glossary.keys() - plain.glossary.keys() == {"stove"}
    assert more.sources.keys() - plain.sources.keys() == {"reed"}
    assert more.variables.keys() - plain.variables.keys() == {"rested"}
    for name, scene in plain.scenes.items():
        now = more.scenes[name]
        assert now.choices[: len(scene.choices)] == scene.choices
        assert (now.text, now.history, now.title) == (scene.text, scene.history, scene.title)
    assert [pack.title for pack in more.packs] == ["A night in Smolny"]


def test_an_added_choice_is_played_and_comes_back(folder: Path) -> None:
    play = slept(laid(folder, NIGHT))
    assert play.is_over
    at = play.turns[-1].before
    assert at.scene == "palace"
    assert at.values["rested"] == 1


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


def test_an_event_stands_before_those_of_later_years(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    text = (
        "- {date: 1917, text: Then.}\n- {date: 1950, text: Later.}\n- {date: someday, text: Now.}"
    )
    (pack / "timeline.yaml").write_text(text + "\n", encoding="utf-8")
    plain, more = laid(folder).timeline, laid(folder, NIGHT).timeline
    own = [event for event in more if event not in plain]
    assert [event.text for event in own] == ["Then.", "Later.", "Now."]
    assert [event for event in more if event in plain] == list(plain)
    assert [event.text for event in more[-2:]] == ["Later.", "Now."]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("0-before", ["0-before", "1-october", "2-after"]),
        ("1-or-else", ["1-october", "1-or-else", "2-after"]),
        ("3-later", ["1-october", "2-after", "3-later"]),
    ],
)
def test_a_new_chapter_stands_where_its_name_belongs(
    folder: Path, name: str, order: list[str]
) -> None:
    pack = folder / "packs" / NIGHT
    (pack / name).mkdir()
    shutil.copy(pack / "1-october" / "by-the-stove.yaml", pack / name / "elsewhere.yaml")
    cover = "title: Elsewhere\nstart: elsewhere\n"
    (pack / name / "chapter.yaml").write_text(cover, encoding="utf-8")
    story = laid(folder, NIGHT)
    assert list(story.chapters) == order
    chapters = [scene.chapter for scene in story.scenes.values()]
    assert chapters == sorted(chapters, key=order.index)


def test_a_zip_is_the_same_pack_as_its_folder(folder: Path) -> None:
    zipped(folder)
    one, other = laid(folder, NIGHT), laid(folder, "night.zip")
    assert one.scenes.keys() == other.scenes.keys()
    assert slept(one).decisions == slept(other).decisions


def test_the_order_in_which_packs_are_named_changes_nothing(tmp_path: Path) -> None:
    building.asked("taken.two-packs", tmp_path)
    paths = [tmp_path / "packs" / name for name in ("a-night", "z-earlier")]
    found = [lay.read(Layers(tmp_path / "story", tuple(order))) for order in (paths, paths[::-1])]
    assert [[left.id for left in read.left_out] for read in found] == [["night"], ["night"]]
    assert found[0].story is not None
    assert found[0].story == found[1].story
    assert [pack.id for pack in found[0].story.packs] == ["evening"]


def test_two_packs_whose_folders_have_one_name_are_told_apart(folder: Path) -> None:
    shutil.copytree(folder / "packs" / NIGHT, folder / "more" / "story")
    layers = Layers(folder / "story", (folder / "more" / "story",))
    story = lay.read(layers).story
    assert story is not None
    scene = story.scenes["by-the-stove"]
    assert scene.mark.file == "more/story/1-october/by-the-stove.yaml"
    assert layers.line_of(scene.mark) == "title: By the stove"
    there = beside(folder / "story", story.packs, scene.mark)
    assert there == (folder / "more" / "story" / "1-october").resolve()
    theirs = beside(folder / "story", story.packs, story.scenes["smolny"].mark)
    assert theirs == (folder / "story" / "1-october").resolve()


def test_a_pack_is_found_with_its_story(folder: Path) -> None:
    zipped(folder)
    listed = packs.found([folder / "story"], [folder / "packs"])
    assert [(pack.id, pack.extends) for pack in listed] == [
        ("small", ""), ("night", "small"), ("night", "small"),
    ]  # fmt: skip
    pack = (folder / "packs" / NIGHT).resolve()
    assert [each.path for each in packs.extending("small", listed)] == [pack]
    story = (folder / "story").resolve()
    assert packs.layers(folder / "story", listed) == Layers(folder / "story")
    assert packs.layers(story, listed, ["night", "gone"]) == Layers(story, (pack,))
    # One that is named is taken, whichever else has its id.
    other = folder / "packs" / "night.zip"
    assert packs.layers(other, listed, ["night"]) == Layers(story, (other,))


def test_a_saved_game_knows_its_packs(folder: Path) -> None:
    play = slept(laid(folder, NIGHT))
    kept = save.from_text(save.to_text(save.of(play)))
    assert kept.packs == {"night": "A night in Smolny"}
    assert save.resume(play.story, kept) == (play, "")
    assert save.of(begin(laid(folder))).packs == {}


def test_a_game_whose_pack_is_missing_goes_on_as_far_as_it_can(folder: Path) -> None:
    kept = save.of(slept(laid(folder, NIGHT)))
    resumed = save.resume(laid(folder), kept)
    assert resumed.play.scene.id == "smolny"
    assert resumed.sentence == (
        "'A night in Smolny' was switched on when you saved, and is not now; 3 of your 3 decisions "
        "no longer fit. You are at 'The corridors of Smolny'."
    )


def test_a_game_that_needs_no_pack_goes_on(folder: Path) -> None:
    kept = save.of(begin(laid(folder, NIGHT)).choose("wait"))
    resumed = save.resume(laid(folder), kept)
    assert len(resumed.play.turns) == 1
    assert "your decisions fit all the same" in resumed.sentence
    begun = save.of(begin(laid(folder, NIGHT)))
    assert save.resume(laid(folder), begun).sentence == ""


@pytest.mark.parametrize("packs", ["[]", '{"night": 3}', '"night"', "null"])
def test_a_save_with_odd_packs_is_damaged(folder: Path, packs: str) -> None:
    text = save.to_text(save.of(begin(laid(folder, NIGHT))))
    with pytest.raises(save.BadSave, match="damaged"):
        save.from_text(text.replace('{"night": "A night in Smolny"}', packs))


@pytest.mark.parametrize("is_packed", [False, True])
def test_a_picture_of_a_pack_is_found_in_the_pack(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    is_packed: bool,
) -> None:
    monkeypatch.setattr(paths, "story", lambda: folder / "story")
    chapter = folder / "packs" / NIGHT / "1-october"
    Image.new("RGB", (64, 36), "white").save(chapter / "stove.png")
    scene = chapter / "by-the-stove.yaml"
    text = scene.read_text(encoding="utf-8")
    scene.write_text(text.replace("backdrop: smolny_hall", "picture: stove.png"), encoding="utf-8")
    pack = zipped(folder) if is_packed else folder / "packs" / NIGHT
    made = folder / "made.png"
    asked = ["--story", str(pack), "-o", str(made), "--size", "64x36"]
    assert main(["preview", "by-the-stove", *asked]) == 0
    assert "There is no picture" not in capsys.readouterr().err
    assert main(["map", str(pack), "-o", str(folder / "map.html")]) == 0
    assert "By the stove" in (folder / "map.html").read_text(encoding="utf-8")
    (chapter / "stove.png").unlink()
    zipped(folder)
    assert main(["preview", "by-the-stove", *asked]) == 0
    assert "There is no picture 'stove.png'" in capsys.readouterr().err


def test_a_pack_spoilt_anywhere_is_laid_on_or_left_out(folder: Path) -> None:
    path = zipped(folder)
    whole = path.read_bytes()
    chance = random.Random(7)
    for _ in range(120):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt[: chance.choice((len(spoilt), chance.randrange(len(spoilt))))])
        read = lay.read(Layers(folder / "story", (path,)))
        assert read.story is not None
        assert len(read.story.packs) + len(read.left_out) == 1
        assert all(left.problems for left in read.left_out)


@pytest.mark.parametrize("name", building.names())
def test_whatever_is_wrong_with_a_story_is_wrong_with_a_pack(name: str, tmp_path: Path) -> None:
    """Each case of a story, with the cover of a pack, is laid on or left out with a sentence."""
    try:
        spoilt = building.build(name, tmp_path / "spoilt")
    except (OSError, NotImplementedError, AttributeError) as error:
        pytest.skip(f"This system cannot make such a file: {error}")
    good = building.build("clean", tmp_path / "good")
    if spoilt.is_dir() and not (spoilt / "story.yaml").is_symlink():
        cover = "title: A\nid: another\nextends: small\n"
        (spoilt / "story.yaml").write_text(cover, encoding="utf-8")
    read = lay.read(Layers(good, (spoilt,)))
    assert read.story is not None
    assert len(read.story.packs) + len(read.left_out) == 1
    assert all(left.problems for left in read.left_out)


def test_a_pack_may_not_link_out_of_its_folder(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    try:
        (pack / "1-october" / "out.yaml").symlink_to(folder / "story" / "story.yaml")
    except (OSError, NotImplementedError) as error:
        pytest.skip(f"This system cannot make such a file: {error}")
    (left,) = lay.read(Layers(folder / "story", (pack,))).left_out
    assert [problem.code for problem in left.problems] == ["link-out"]


def test_ten_thousand_additions_are_read(folder: Path) -> None:
    pack = folder / "packs" / NIGHT
    lines = [f"s-{number}: {{}}" for number in range(10_000)]
    (pack / "additions.yaml").write_text("\n".join(lines), encoding="utf-8")
    (left,) = lay.read(Layers(folder / "story", (pack,))).left_out
    assert len(left.problems) >= 10_000
